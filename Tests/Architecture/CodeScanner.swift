/// Blanks out comments and string literals, so that words in them are not taken for code. Line feeds stay.
struct CodeScanner {
  private let text: [UInt8]
  private var index = 0
  private var output: [UInt8] = []

  static func blanked(_ text: String) -> String {
    var scanner = CodeScanner(text: Array(text.utf8))
    scanner.run()
    return String(decoding: scanner.output, as: UTF8.self)
  }

  private init(text: [UInt8]) {
    self.text = text
  }

  private mutating func run() {
    while index < text.count {
      if starts(with: "//") {
        blank { !$0.starts(with: "\n") }
      } else if starts(with: "/*") {
        blankComment()
      } else if let hashes = literalHashes() {
        blankLiteral(hashes)
      } else {
        output.append(text[index])
        index += 1
      }
    }
  }

  private mutating func blankComment() {
    var depth = 0
    repeat {
      if starts(with: "/*") { depth += 1 } else if starts(with: "*/") { depth -= 1 }
      let step = starts(with: "/*") || starts(with: "*/") ? 2 : 1
      blank(step)
    } while depth > 0 && index < text.count
  }

  /// How many `#` stand before the quote that begins here; nothing where no literal begins.
  private func literalHashes() -> Int? {
    var end = index
    while end < text.count, text[end] == UInt8(ascii: "#") { end += 1 }
    guard end < text.count, text[end] == UInt8(ascii: "\"") else { return nil }
    return end - index
  }

  private mutating func blankLiteral(_ hashes: Int) {
    blank(hashes)
    let quote = starts(with: "\"\"\"") ? "\"\"\"" : "\""
    let marks = String(repeating: "#", count: hashes)
    blank(quote.utf8.count)
    while index < text.count, !starts(with: quote + marks) {
      if starts(with: "\\" + marks) {
        blank(2 + hashes)
      } else if quote == "\"", text[index] == UInt8(ascii: "\n") {
        return
      } else {
        blank(1)
      }
    }
    blank(quote.utf8.count + hashes)
  }

  private mutating func blank(while goesOn: (ArraySlice<UInt8>) -> Bool) {
    while index < text.count, goesOn(text[index...]) { blank(1) }
  }

  private mutating func blank(_ count: Int) {
    for _ in 0..<count where index < text.count {
      output.append(text[index] == UInt8(ascii: "\n") ? text[index] : UInt8(ascii: " "))
      index += 1
    }
  }

  private func starts(with word: String) -> Bool {
    text[index...].starts(with: word.utf8)
  }
}

extension ArraySlice<UInt8> {
  fileprivate func starts(with word: String) -> Bool {
    starts(with: word.utf8)
  }
}
