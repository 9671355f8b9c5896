import Testing

@testable import Search

@Suite("Search query")
struct SearchQueryTests {
  /// A query, its words (function words in brackets, filters with theirs), its tokens of code, and whether it may go on.
  struct Case: CustomTestStringConvertible {
    let query: String
    let words: String
    let codes: String
    let isOpen: Bool

    init(_ query: String, _ words: String, codes: String = "", isOpen: Bool = true) {
      (self.query, self.words, self.codes, self.isOpen) = (query, words, codes, isOpen)
    }

    var testDescription: String { query }
  }

  static let cases = [
    Case("Bind Mounts", "bind mounts"),
    Case("bind mounts ", "bind mounts", isOpen: false),
    Case("a Pod's life", "(a) pod life"),
    Case("don\u{2019}t restart", "don restart"),
    Case("--dry-run=client x", "dry run client x", codes: "dry-run=client dry-run"),
    Case(".spec.volumes[].name", "spec volumes name", codes: "spec.volumes.name"),
    Case("docker run -p 80", "docker run p 80", codes: "-p"),
    Case("volume kind:object in:docker", "volume kind:object domain:docker"),
    Case("kind: Pod", "kind pod"),
    Case("logging in: docker", "logging (in) docker"),
    Case("kind:", "kind", isOpen: false),
    Case("", "", isOpen: false),
  ]

  @Test(arguments: cases)
  func `a query is taken apart`(_ example: Case) {
    let query = SearchQuery(Array(example.query.utf8))
    let words = query.words.indices.map { word in
      let form = text(query.form(word))
      return switch query.words[word].filter {
      case .kind: "kind:" + form
      case .domain: "domain:" + form
      case .none: query.words[word].isFunction ? "(\(form))" : form
      }
    }
    #expect(words.joined(separator: " ") == example.words)
    let codes = query.codes.indices.flatMap { [query.code($0), query.code($0, isKey: true)] }
    #expect(codes.filter { !$0.isEmpty }.map { text($0) }.joined(separator: " ") == example.codes)
    #expect(query.isOpen == example.isOpen)
  }

  @Test func `only the beginning of a long query counts`() {
    #expect(SearchQuery([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)).text.count == 1000)
    #expect(SearchQuery(Array(String(repeating: "a ", count: 10_000).utf8)).words.count == 24)
  }
}
