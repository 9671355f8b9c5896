/// Writes the steps of templates one after the other.
struct TemplateAssembler {
  private(set) var program = TemplateProgram()
  /// The first step that text may still be joined to: a jump arrives there.
  private var barrier = 0

  /// The place of the next step, as the target of a jump.
  mutating func label() -> Int {
    barrier = program.steps.count
    return barrier
  }

  /// Adds a step and gives its place.
  @discardableResult
  mutating func add(_ step: TemplateStep) -> Int {
    program.steps.append(step)
    return program.steps.count - 1
  }

  /// Lets the jumps at these places arrive at the next step.
  mutating func land(_ jumps: [Int]) {
    guard !jumps.isEmpty else { return }
    let target = label()
    for jump in jumps { program.steps[jump] = program.steps[jump].aimed(at: target) }
  }

  /// Adds text, joined to the text before it where no jump arrives in between.
  mutating func literal(_ text: some Collection<UInt8>) {
    guard !text.isEmpty else { return }
    let start = program.literals.count
    program.literals += text
    let last = program.steps.count - 1
    if last >= barrier, case .literal(let first, let count) = program.steps[last], Int(first + count) == start {
      program.steps[last] = .literal(start: first, count: count + UInt32(text.count))
    } else {
      add(.literal(start: UInt32(start), count: UInt32(text.count)))
    }
  }

  /// Adds text that is no step of its own.
  mutating func store(_ text: [UInt8]) -> Range<Int> {
    let start = program.literals.count
    program.literals += text
    return start..<program.literals.count
  }

  mutating func addCall(_ call: TemplateCall) -> Int {
    program.calls.append(call)
    return program.calls.count - 1
  }

  mutating func addChoice(_ choice: [(name: String, call: Int)]) -> Int {
    program.choices.append(choice)
    return program.choices.count - 1
  }

  /// The whole program, with the place of each instance's first step as the target of its calls.
  consuming func finish(entries: [Int]) -> TemplateProgram {
    for index in program.calls.indices {
      program.calls[index].target = entries[program.calls[index].target]
    }
    return program
  }
}
