import TestSupport
import Testing

@testable import Notes

@Suite("The finder of names")
struct NameFinderTests {
  @Test("finds what comparing each name at each word finds", arguments: 0..<200)
  func agreesWithNaive(seed: Int) {
    var random = Random(seed: UInt64(seed))
    let letters = ["ab", "cd", "ef", "gh"]
    func words(_ count: Int) -> [String] {
      (0..<count).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] }
    }
    var table = NameTable()
    var names: [[String]] = []
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let name = words(Int.random(in: 1...4, using: &random))
      let number = table.insert(name.map { Array($0.utf8) })
      if number == names.count { names.append(name) } else { #expect(names[number] == name) }
    }
    let text = words(40)
    var index = 0
    while index < text.count {
      let found = Self.longest(table, text[index...])
      let naive = names.filter { text[index...].starts(with: $0) }.map(\.count).max() ?? 0
      #expect(found == naive, "at \(index) of \(text)")
      index += max(1, naive)
    }
    #expect(table.count == names.count)
  }

  @Test("takes the longest of two names, and goes on behind it")
  func longest() {
    let site = SmallSite([
      ("a.md", Self.note("Control Plane")), ("b.md", Self.note("Plane Node")),
      ("c.md", Self.note("Control Plane Node")),
      ("page.md", "# Page\n\nThe control plane nodes, a control plane and plane nodes."),
    ])
    #expect(site.links(in: "page.md") == ["control plane nodes", "control plane", "plane nodes"])
  }

  @Test("reads names across line ends, but not across marks")
  func lineEnds() {
    let site = SmallSite([
      ("a.md", Self.note("Control Plane")),
      (
        "page.md",
        "# Page\n\nA control\nplane.\n\n## Two\n\n> A control\n> plane.\n\nA control, plane.\n\nControl *plane*."
      ),
    ])
    #expect(site.mentions(in: "page.md").map(\.text) == ["control\nplane", "control\n> plane"])
  }

  @Test("is done with a hostile text at once")
  func hostile() {
    let name = (0..<8).map { _ in "a" }.joined(separator: " ")
    let site = SmallSite([
      ("a.md", Self.note(name + "b")), ("b.md", "---\ntitle: A a\nkind: concept\nnot: [a a a a a a a]\n---\nText."),
      ("page.md", "# Page\n\n" + String(repeating: "a ", count: 100_000)),
    ])
    #expect(site.links(in: "page.md").count == 1)
  }

  private static func note(_ title: String) -> String { "---\ntitle: \"\(title)\"\nkind: concept\n---\nA thing." }

  private static func longest(_ table: NameTable, _ text: ArraySlice<String>) -> Int {
    var (state, length, best) = (0, 0, 0)
    for word in text {
      let number = table.words[Word.hash(word.utf8)]
      guard number >= 0 else { break }
      guard let next = length == 0 ? table.state(behind: number) : table.state(state, number), next != 0 else { break }
      (state, length) = (next, length + 1)
      if table.name(state) >= 0 { best = length }
    }
    return best
  }
}
