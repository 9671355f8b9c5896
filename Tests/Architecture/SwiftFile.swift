import TestSupport

/// A Swift file of a room, read just as far as the tests of the house ask.
struct SwiftFile: Sendable {
  /// Its path below `Sources`.
  let path: String
  /// Its lines, with what stands in comments and string literals blanked out.
  let code: [Substring]

  /// The room it stands in.
  var room: String { String(path.prefix { $0 != "/" }) }

  /// All Swift files of the house.
  static let all: [SwiftFile] = Repository.files(below: Repository.path("Sources"), extensions: ["swift"]).map {
    SwiftFile(path: $0, text: Repository.text(Repository.path("Sources/" + $0)) ?? "")
  }

  init(path: String, text: String) {
    self.path = path
    code = CodeScanner.blanked(text).split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The modules it imports, with the number of the line.
  var imports: [(module: String, line: Int)] {
    code.enumerated().compactMap { index, line in
      let words = line.split { $0 == " " || $0 == "\t" }
      guard let at = words.firstIndex(of: "import"), at < words.count - 1 else { return nil }
      let isAttribute = { (word: Substring) in
        word.hasPrefix("@") || ["public", "package", "internal", "private", "fileprivate"].contains(word)
      }
      guard words[..<at].allSatisfy(isAttribute) else { return nil }
      let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "typealias"]
      let name = kinds.contains(words[at + 1]) && at + 2 < words.count ? words[at + 2] : words[at + 1]
      return (String(name.prefix { $0 != "." }), index + 1)
    }
  }

  /// The lines on which one of these names is called (`name(`) or used (`name.`), not as a member of something else.
  func uses(of names: Set<String>) -> [(name: String, line: Int)] {
    code.enumerated().flatMap { index, line in
      Self.words(line).filter { !$0.isMember && names.contains($0.word) && ($0.after == "(" || $0.after == ".") }
        .map { ($0.word, index + 1) }
    }
  }

  /// Functions, initialisers and computed properties, with the lines that they take.
  var functions: [(name: String, line: Int, count: Int)] {
    var found: [(name: String, line: Int, count: Int)] = []
    var open: [(name: String?, line: Int)] = []
    var pending: (name: String, line: Int)?
    for (index, line) in code.enumerated() {
      if let name = Self.declared(line) { pending = (name, index + 1) }
      for letter in line {
        if letter == "{" {
          open.append((pending?.name, pending?.line ?? index + 1))
          pending = nil
        } else if letter == "}", let closed = open.popLast(), let name = closed.name {
          found.append((name, closed.line, index + 2 - closed.line))
        }
      }
    }
    return found
  }

  /// The name of the function that a line begins.
  private static func declared(_ line: Substring) -> String? {
    let words = line.split { $0 == " " || $0 == "(" || $0 == "<" || $0 == "?" || $0 == ":" }
    for (index, word) in words.enumerated() {
      switch word {
      case "func": return index + 1 < words.count ? String(words[index + 1]) : nil
      case "init", "deinit", "subscript": return line.contains("self.init(") ? nil : String(word)
      case "var" where line.contains("{") && !line.contains(" = "):
        return index + 1 < words.count ? String(words[index + 1]) : nil
      default: continue
      }
    }
    return nil
  }

  private static func words(_ line: Substring) -> [(word: String, isMember: Bool, after: Character?)] {
    var words: [(word: String, isMember: Bool, after: Character?)] = []
    var index = line.startIndex
    var before: Character = " "
    while index < line.endIndex {
      let start = index
      while index < line.endIndex, line[index].isLetter || line[index].isNumber || line[index] == "_" {
        index = line.index(after: index)
      }
      if start < index {
        let isDeclared = line[..<start].hasSuffix("func ")
        words.append(
          (String(line[start..<index]), before == "." || isDeclared, index < line.endIndex ? line[index] : nil))
      }
      guard index < line.endIndex else { break }
      before = line[index]
      index = line.index(after: index)
    }
    return words
  }
}
