/// A step of rendering. Values are in *registers*, which hold records, and there in slots.
enum TemplateStep: Sendable {
  /// Appends text of the template.
  case literal(start: UInt32, count: UInt32)
  /// Appends a value: escaped text, a number.
  case escaped(register: UInt16, slot: UInt16)
  /// Appends a value as it is: HTML, text, a number.
  case raw(register: UInt16, slot: UInt16)
  /// Goes on at `target` if the value is nothing, false or empty.
  case unless(register: UInt16, slot: UInt16, target: UInt32)
  /// Goes on at `target` if the value is something.
  case when(register: UInt16, slot: UInt16, target: UInt32)
  /// Puts a record into a register; without one, goes on at `target`.
  case enter(register: UInt16, slot: UInt16, into: UInt16, target: UInt32)
  /// Puts the first of a list into a register; without one, goes on at `target`.
  case first(register: UInt16, slot: UInt16, into: UInt16, target: UInt32)
  /// Puts the next of the list into the register and goes on at `target`; without one, goes on here.
  case next(into: UInt16, target: UInt32)
  /// Inserts another instance.
  case call(UInt32)
  /// Inserts the instance that a text names, if any.
  case choose(register: UInt16, slot: UInt16, choice: UInt32)
  /// Appends the indentation that goes from caller to caller.
  case indent
  /// Ends an instance.
  case end
}

/// How an instance is inserted into another.
struct TemplateCall: Sendable {
  /// Where a register of the callee gets its record from.
  struct Argument: Sendable {
    let register: UInt16
    /// The slot of a lone value, which becomes a record of its own; otherwise the whole record is passed.
    let slot: UInt16?
  }

  /// The instance, then its first step.
  var target: Int
  let arguments: [Argument]
  /// How many registers the caller uses: those of the callee come after them.
  let window: Int
  /// What every line of the callee, and of its callees, begins with, as a range of the literals.
  let indentation: Range<Int>
  /// Whether that comes after what the caller's lines begin with.
  let keepsIndentation: Bool
}

/// Templates in the form that is rendered: one list of steps for all of them.
struct TemplateProgram: Sendable {
  var steps: [TemplateStep] = []
  var literals: [UInt8] = []
  var calls: [TemplateCall] = []
  /// For each `choose`, the names and what they insert.
  var choices: [[(name: String, call: Int)]] = []
}

extension TemplateProgram {
  /// How much there may be of everything before templates count as too large.
  static let limit = 1 << 18

  var isTooLarge: Bool {
    steps.count > Self.limit || literals.count > Self.limit << 6
  }
}

extension TemplateStep {
  /// The same step with another target.
  func aimed(at target: Int) -> TemplateStep {
    let target = UInt32(target)
    switch self {
    case .unless(let register, let slot, _): return .unless(register: register, slot: slot, target: target)
    case .when(let register, let slot, _): return .when(register: register, slot: slot, target: target)
    case .enter(let register, let slot, let into, _):
      return .enter(register: register, slot: slot, into: into, target: target)
    case .first(let register, let slot, let into, _):
      return .first(register: register, slot: slot, into: into, target: target)
    case .next(let into, _): return .next(into: into, target: target)
    default: return self
    }
  }
}
