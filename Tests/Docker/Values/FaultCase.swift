import Source
import TestSupport
import Testing

@testable import Docker

/// Bytes that are no value: 1️⃣ and 2️⃣ stand around what is wrong.
struct FaultCase: Sendable, CustomTestStringConvertible {
  let text: String
  let message: String
  let meaning: String?

  init(_ text: String, _ message: String, meaning: String? = nil) {
    self.text = text
    self.message = message
    self.meaning = meaning
  }

  var testDescription: String { MarkedText(text).string }

  /// Expects a reader to refuse the bytes, which stand in the middle of others, for this reason and at this place.
  func expect<Value>(
    sourceLocation: SourceLocation = #_sourceLocation, _ read: (Bytes) throws(ValueFault) -> Value
  ) {
    let marked = MarkedText(text)
    let around = Array("ab ".utf8)
    let bytes = (around + marked.bytes + around)[around.count..<(around.count + marked.bytes.count)]
    do throws(ValueFault) {
      let value = try read(bytes)
      Issue.record("'\(marked.string)' is read as \(value)", sourceLocation: sourceLocation)
    } catch {
      #expect(error.message == message, sourceLocation: sourceLocation)
      #expect(error.replacement == meaning, sourceLocation: sourceLocation)
      let range = marked.range(1, 2, sourceLocation: sourceLocation).shifted(by: around.count)
      #expect(error.range == range, "'\(marked.string)'", sourceLocation: sourceLocation)
    }
  }
}

/// A text as bytes.
func bytes(_ text: String) -> Bytes {
  Array(text.utf8)[...]
}
