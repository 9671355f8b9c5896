import Source

/// What the builder refuses of HEALTHCHECK.
struct HealthRefusals {
  private let file: Dockerfile
  private let instruction: Instruction

  init(_ file: Dockerfile, _ instruction: Instruction) {
    self.file = file
    self.instruction = instruction
  }

  /// Flags before NONE are overlooked.
  func check(_ checkFlags: () throws(ValueFault) -> Void) throws(ValueFault) {
    guard case .health(let type, let command) = instruction.arguments else {
      throw ValueFault("HEALTHCHECK lacks 'CMD' or 'NONE'", at: instruction.keywordRange)
    }
    if file[type].equalsIgnoringCase("none") { return try checkNone(type, command) }
    try checkFlags()
    guard file[type].equalsIgnoringCase("cmd") else { throw unknown(type) }
    guard !isEmpty(command) else { throw ValueFault("CMD of HEALTHCHECK lacks a command", at: type.range) }
    try checkDuration("interval")
    try checkDuration("timeout")
    try checkDuration("start-period")
    try checkDuration("start-interval")
    try checkRetries()
  }

  private func isEmpty(_ command: Command) -> Bool {
    switch command {
    case .shell(let range): range.isEmpty
    case .exec(let words): words.isEmpty
    }
  }

  private func checkNone(_ type: Word, _ command: Command) throws(ValueFault) {
    guard !isEmpty(command) else { return }
    let rest = SourceRange(type.range.end, instruction.argumentsRange.end)
    let text = file[rest].trimmed
    throw ValueFault("\(text.quoted) follows NONE, where nothing may", at: text)
  }

  private func unknown(_ type: Word) -> ValueFault {
    let meant = Suggestion.nearest(to: file[type].string, among: ["CMD", "NONE"])
    let hint = meant.map { ", did you mean '\($0)'?" } ?? "; a command follows 'CMD'"
    return ValueFault("\(file[type].quoted) of HEALTHCHECK is unknown\(hint)", at: type.range, meaning: meant)
  }

  private func checkDuration(_ name: StaticString) throws(ValueFault) {
    guard let word = instruction.flag(name, in: file)?.value, !file[word].isEmpty else { return }
    let duration: GoDuration
    do throws(ValueFault) {
      duration = try GoDuration(file[word])
    } catch {
      throw error.located(in: word)
    }
    guard duration.nanoseconds == 0 || duration.nanoseconds >= 1_000_000 else {
      throw ValueFault("Duration \(file[word].quoted) is shorter than '1ms'", at: word.range)
    }
  }

  private func checkRetries() throws(ValueFault) {
    guard let word = instruction.flag("retries", in: file)?.value, !file[word].isEmpty else { return }
    guard let number = file[word].signed(bits: 32) else {
      throw ValueFault("Retries \(file[word].quoted) are no number", at: word.range)
    }
    guard number >= 0 else { throw ValueFault("Retries \(file[word].quoted) are below zero", at: word.range) }
  }
}
