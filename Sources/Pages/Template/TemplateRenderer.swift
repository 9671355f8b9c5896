import Source

/// Runs the steps of a page.
struct TemplateRenderer {
  private let program: TemplateProgram
  private var registers: [Register]
  /// The callers to return to.
  private var callers: [Caller] = []
  /// The first register of the running instance.
  private var base = 0
  /// What lines of templates that insert themselves begin with, and from where on it counts.
  private var indentation: [UInt8] = []
  private var indentationStart = 0

  /// A record that is in sight, and the list it was taken from.
  private struct Register {
    var values: [Value] = []
    var list = List.none
    var index = 0
  }

  private enum List {
    case none
    case records([Record])
    case texts([String])
  }

  private struct Caller {
    let step: Int
    let base: Int
    let indentationStart: Int
    let indentationEnd: Int
  }

  init(_ program: TemplateProgram, _ record: Record) {
    self.program = program
    registers = Array(repeating: Register(), count: 16)
    registers[0].values = record.values
  }

  mutating func run(from entry: Int, into output: inout ByteWriter) {
    var next = entry
    while true {
      let step = program.steps[next]
      next += 1
      switch step {
      case .literal(let start, let count):
        output.append(program.literals.span.extracting(Int(start)..<Int(start + count)))
      case .escaped(let register, let slot):
        appendEscaped(value(register, slot), to: &output)
      case .raw(let register, let slot):
        appendRaw(value(register, slot), to: &output)
      case .unless(let register, let slot, let target):
        if !isSomething(value(register, slot)) { next = Int(target) }
      case .when(let register, let slot, let target):
        if isSomething(value(register, slot)) { next = Int(target) }
      case .enter(let register, let slot, let into, let target):
        if !enter(value(register, slot), Int(into)) { next = Int(target) }
      case .first(let register, let slot, let into, let target):
        if !begin(value(register, slot), Int(into)) { next = Int(target) }
      case .next(let into, let target):
        if advance(Int(into)) { next = Int(target) }
      case .call(let number):
        next = call(program.calls[Int(number)], from: next)
      case .choose(let register, let slot, let choice):
        if let call = chosen(value(register, slot), Int(choice)) { next = self.call(program.calls[call], from: next) }
      case .indent:
        output.append(indentation[indentationStart...])
      case .end:
        guard let caller = callers.popLast() else { return }
        next = resume(caller)
      }
    }
  }
}

extension TemplateRenderer {
  @inline(__always)
  private func value(_ register: UInt16, _ slot: UInt16) -> Value {
    registers[base + Int(register)].values[Int(slot)]
  }

  private func appendEscaped(_ value: Value, to output: inout ByteWriter) {
    switch value {
    case .text(let text): output.append(escaping: text)
    case .number(let number): output.append(number)
    default: break
    }
  }

  private func appendRaw(_ value: Value, to output: inout ByteWriter) {
    switch value {
    case .html(let html): output.append(html)
    case .text(let text): output.append(text)
    case .number(let number): output.append(number)
    default: break
    }
  }

  private func isSomething(_ value: Value) -> Bool {
    switch value {
    case .absent: false
    case .flag(let flag): flag
    case .text(let text): !text.isEmpty
    case .html(let html): !html.isEmpty
    case .number, .record: true
    case .list(let records): !records.isEmpty
    case .texts(let texts): !texts.isEmpty
    }
  }

  private mutating func enter(_ value: Value, _ into: Int) -> Bool {
    reserve(into)
    guard case .record(let record) = value else { return false }
    registers[base + into].values = record.values
    return true
  }

  private mutating func begin(_ value: Value, _ into: Int) -> Bool {
    reserve(into)
    switch value {
    case .list(let records):
      guard let first = records.first else { return false }
      registers[base + into] = Register(values: first.values, list: .records(records))
    case .texts(let texts):
      guard let first = texts.first else { return false }
      registers[base + into] = Register(values: [.text(first)], list: .texts(texts))
    default:
      return false
    }
    return true
  }

  private mutating func advance(_ into: Int) -> Bool {
    let register = base + into
    let index = registers[register].index + 1
    switch registers[register].list {
    case .none: return false
    case .records(let records):
      guard index < records.count else { return false }
      registers[register].values = records[index].values
    case .texts(let texts):
      guard index < texts.count else { return false }
      registers[register].values[0] = .text(texts[index])
    }
    registers[register].index = index
    return true
  }

  /// Makes sure that the running instance has the register.
  private mutating func reserve(_ register: Int) {
    while registers.count <= base + register { registers.append(Register()) }
  }

  private func chosen(_ value: Value, _ choice: Int) -> Int? {
    guard case .text(let name) = value else { return nil }
    return program.choices[choice].first { $0.name == name }?.call
  }

  private mutating func call(_ call: TemplateCall, from step: Int) -> Int {
    let caller = Caller(
      step: step, base: base, indentationStart: indentationStart, indentationEnd: indentation.count)
    callers.append(caller)
    reserve(call.window + call.arguments.count)
    for (index, argument) in call.arguments.enumerated() {
      let values = registers[base + Int(argument.register)].values
      registers[base + call.window + index].values = argument.slot.map { [values[Int($0)]] } ?? values
    }
    base += call.window
    if !call.keepsIndentation { indentationStart = indentation.count }
    indentation += program.literals[call.indentation]
    return call.target
  }

  private mutating func resume(_ caller: Caller) -> Int {
    base = caller.base
    indentationStart = caller.indentationStart
    indentation.removeSubrange(caller.indentationEnd...)
    return caller.step
  }
}
