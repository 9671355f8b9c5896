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

  /// The same about a word, whose bytes may be others than those that stand there.
  func located(in word: Word) -> ValueFault {
    word.decoded == nil ? self : moved(to: word.range)
  }

  /// A finding about a value whose bytes are a slice of the file's text.
  public func diagnostic(_ rule: Rule, in file: Dockerfile) -> Diagnostic {
    let fix = replacement.flatMap { file.replacing(range, with: $0, "Write '\($0)'", isSafe: false) }
    return Diagnostic(rule, message, at: file.text.place(range), fix: fix)
  }

  /// A finding about a value that was made from what stands at `range`, by filling in variables for one.
  public func diagnostic(_ rule: Rule, in file: Dockerfile, at range: SourceRange) -> Diagnostic {
    Diagnostic(rule, message, at: file.text.place(range))
  }
}

extension ValueFault {
  /// Says that a word is none of those that are known.
  static func unknown(_ what: String, _ word: Bytes, among known: [String]) -> ValueFault {
    let meant = Suggestion.nearest(to: word.string, among: known)
    let all = known.dropLast().map { "'\($0)'" }.joined(separator: ", ")
    let hint = meant.map { ", did you mean '\($0)'?" } ?? "; there are \(all) and '\(known.last ?? "")'"
    return ValueFault("\(what) \(word.quoted) is unknown\(hint)", at: word, meaning: meant)
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
