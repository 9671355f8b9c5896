import Markdown
import Source

/// How an outline writes words, where that tells how a name is written.
struct NameUsage: Sendable {
  /// Its words outside of code, in small letters.
  private var words: Set<String> = []
  /// Those that it writes with a capital somewhere.
  private var capitalised: Set<String> = []
  /// The words that its code begins with: programs.
  private var programs: Set<String> = []

  /// Nothing is known.
  init() {}

  /// How `document` writes words.
  init(_ document: Document) {
    for node in document.nodes {
      switch node.kind {
      case .text: addWords(document.bytes(node.text))
      case .code:
        // A command line; a word alone may be a placeholder.
        guard let blank = document.bytes(node.text).firstIndex(of: UInt8(ascii: " ")) else { break }
        let program = document.bytes(node.text)[..<blank]
        if program.allSatisfy({ $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }) {
          programs.insert(program.string)
        }
      default: break
      }
    }
  }

  private mutating func addWords(_ text: ArraySlice<UInt8>) {
    for word in text.split(whereSeparator: { !$0.isLetter && $0 < 0x80 }) where word.count < 40 {
      let folded = String(decoding: word.lowercased, as: UTF8.self)
      words.insert(folded)
      if word.first?.isCapital == true { capitalised.insert(folded) }
    }
  }

  /// Whether a word in small letters is a program's name, which has no capital even in a title.
  func isProgram(_ word: some StringProtocol) -> Bool {
    programs.contains(String(word)) && !capitalised.contains(String(word))
  }

  /// Whether the outline has a word, in any case.
  func contains(_ word: String) -> Bool { words.contains(word.lowercased()) }
}
