import Source

/// What is known of the variables of a script at one point: which values are split.
struct VariableStates {
  /// What a value may be.
  enum Value: UInt8, Sendable {
    /// It has neither blanks nor globs, and is not empty.
    case clean
    /// It is empty.
    case empty
    /// It is not known.
    case unknown

    /// What it may be where it is one or the other; also what two are together.
    func joined(_ other: Value) -> Value {
      if self == .unknown || other == .unknown { return .unknown }
      return self == .clean || other == .clean ? .clean : .empty
    }
  }

  /// The values by the fingerprints of their names; what is not here is not known.
  private var values: [UInt64: Value] = [:]
  /// Each change with the value before it.
  private var log: [(name: UInt64, before: Value?)] = []
  /// Names that functions set, whenever they are called.
  private var unsteady: Set<UInt64> = []
  /// Whether the script can come to this point.
  var isReachable = true

  /// What one of several ways through a script leaves behind.
  struct Way {
    fileprivate var changes: [(name: UInt64, value: Value)] = []
    fileprivate var isReachable = true
  }

  /// The value of a variable.
  subscript(name: Bytes) -> Value {
    values[Self.fingerprint(name)] ?? .unknown
  }

  /// Notes that a variable is given a value.
  mutating func set(_ name: Bytes, _ value: Value) {
    let name = Self.fingerprint(name)
    set(name, unsteady.contains(name) ? .unknown : value)
  }

  private mutating func set(_ name: UInt64, _ value: Value) {
    log.append((name, values[name]))
    values[name] = value
  }

  private static func fingerprint(_ name: Bytes) -> UInt64 {
    name.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }

  // MARK: Ways

  /// How far the log goes, to come back to.
  var mark: Int { log.count }

  /// Takes back what has happened since `mark`, and tells what it was.
  @discardableResult
  mutating func takeBack(to mark: Int, _ wasReachable: Bool) -> Way {
    var way = Way()
    way.isReachable = isReachable
    while log.count > mark {
      let (name, before) = log.removeLast()
      way.changes.append((name, values[name] ?? .unknown))
      values[name] = before
    }
    isReachable = wasReachable
    return way
  }

  /// Goes on where several ways meet; `orNone` if the script may have taken none of them.
  mutating func meet(_ ways: [Way], orNone: Bool) {
    let open = ways.filter { $0.isReachable }
    guard orNone || !open.isEmpty else {
      isReachable = false
      return
    }
    // How many ways change a variable, and what it may be behind them.
    var changed: [UInt64: (count: Int, value: Value)] = [:]
    for way in open {
      var seen: Set<UInt64> = []
      // The last change of a variable comes first.
      for change in way.changes where seen.insert(change.name).inserted {
        let before = changed[change.name] ?? (0, change.value)
        changed[change.name] = (before.count + 1, before.value.joined(change.value))
      }
    }
    for (name, change) in changed {
      let isAlways = !orNone && change.count == open.count
      set(name, isAlways ? change.value : change.value.joined(values[name] ?? .unknown))
    }
  }

  /// Forgets all for the body of a function, which may be called anywhere.
  mutating func forgetAll() -> [UInt64: Value] {
    defer { values = [:] }
    return values
  }

  /// Comes back from the body of a function to what was known before; what the body sets is not known any more.
  mutating func leaveFunction(_ before: [UInt64: Value], to mark: Int) {
    for (name, _) in log[mark...] { unsteady.insert(name) }
    log.removeSubrange(mark...)
    values = before
    isReachable = true
  }
}
