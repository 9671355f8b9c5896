import Docker
import Source
import TestSupport
import Testing

/// A Dockerfile in which `1️⃣` and `2️⃣` stand around what a rule finds, `3️⃣` and `4️⃣` around what it finds next, and so
/// on; without marks the rule is silent.
struct RulePlaces: Sendable, CustomTestStringConvertible {
  let rule: String
  let text: String

  init(_ rule: String, _ text: String) {
    self.rule = rule
    self.text = text
  }

  var testDescription: String { text }

  /// Checks the file, and holds the findings of the rule to the marks.
  func expect(isFragment: Bool = false, sourceLocation: SourceLocation = #_sourceLocation) {
    let marked = MarkedText(text)
    var surroundings = Surroundings()
    surroundings.isFragment = isFragment
    let source = marked.source(path: "Dockerfile")
    let found = DockerfileRules.check(source, in: surroundings).filter { $0.rule.id.name == "dockerfile/" + rule }
      .map { quote($0.place.range, in: marked) }
    let wanted = stride(from: 1, to: 9, by: 2).compactMap { digit in
      marked.marks[digit].flatMap { start in
        marked.marks[digit + 1].map { quote(SourceRange(start, $0), in: marked) }
      }
    }
    #expect(found.sorted() == wanted.sorted(), sourceLocation: sourceLocation)
  }

  /// A place as a person finds it in the message of a failed test.
  private func quote(_ range: SourceRange, in marked: MarkedText) -> String {
    "\(range.start) '\(String(decoding: marked.bytes[range.start..<range.end], as: UTF8.self))'"
  }
}
