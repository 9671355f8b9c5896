public import Source

/// Why bytes are not the value that they should be.
public struct ValueFault: Error, Sendable {
  /// What is wrong, in headline style.
  public let message: String
  /// The bytes that are wrong, as offsets into the array that the value is a slice of.
  public let range: SourceRange
  /// What was probably meant in their place.
  public let replacement: String?

  /// Says `message` about some bytes.
  init(_ message: String, at bytes: Bytes, meaning replacement: String? = nil) {
    self.init(message, at: bytes.range, meaning: replacement)
  }

  /// Says `message` about a stretch.
  init(_ message: String, at range: SourceRange, meaning replacement: String? = nil) {
    self.message = message
    self.range = range
    self.replacement = replacement
  }

  /// The same about another stretch, where the value is not a slice of the text.
  func moved(to range: SourceRange) -> ValueFault {
    ValueFault(message, at: range)
  }

  /// A finding about a value whose bytes are a slice of the file's text.
  public func diagnostic(_ rule: Rule, in file: Dockerfile) -> Diagnostic {
    let place = file.text.place(range)
    let fix = replacement.map { Fix("Write '\($0)'", isSafe: false, edits: [Fix.Edit(place.range, $0)]) }
    return Diagnostic(rule, message, at: place, fix: fix)
  }

  /// A finding about a value that was made from what stands at `range`, by filling in variables for one.
  public func diagnostic(_ rule: Rule, in file: Dockerfile, at range: SourceRange) -> Diagnostic {
    Diagnostic(rule, message, at: file.text.place(range))
  }
}

extension Bytes {
  /// The bytes in quotes, for a message; of a long text its beginning.
  var quoted: String {
    count <= 80 ? "'\(string)'" : "'\(prefix(77).string)…'"
  }

  /// The whole character that begins at `index`.
  func character(at index: Int) -> Bytes {
    var end = index + 1
    while end < endIndex, self[end] & 0xC0 == 0x80 { end += 1 }
    return self[index..<end]
  }
}
