import Source

/// What is wrong with a file, as it is found: places in the file, and places in a text that is not complete yet.
struct Problems {
  private var known: [Diagnostic] = []
  private var pending: [Draft.Problem] = []

  mutating func report(_ message: String, at place: Place, fix: Fix? = nil) {
    known.append(Diagnostic(Refusal.syntax, message, at: place, fix: fix))
  }

  mutating func add(_ problems: [Draft.Problem]) {
    pending += problems
  }

  func diagnostics(in text: SourceText) -> [Diagnostic] {
    known + pending.map { Diagnostic(Refusal.syntax, $0.message, at: text.place($0.range)) }
  }
}
