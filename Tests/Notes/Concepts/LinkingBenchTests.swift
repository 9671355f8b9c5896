import Foundation
import Source
import TestSupport
import Testing

@testable import Notes

/// The shared benchmark of concept links: what people linked in a documentation of 429 pages, and ambiguous words that
/// people judged, held to floors. `linking/run.py RUTTER` prints the same figures for the program.
@Suite("Concept links, beside people's", .needsShared)
struct LinkingBenchTests {
  private struct Term: Decodable {
    let id: String
    let title: String
    let names: [String]
    let aka: [String]?
    let definition: String?
    let short: String?
    let page: String?
    let fragment: String?

    /// The term as a note.
    var note: (String, String) {
      let aliases = (names + (aka ?? [])).filter { $0 != title }.map(LinkingBenchTests.quoted).joined(separator: ", ")
      return (
        "glossary/\(id).md",
        "---\ntitle: \(LinkingBenchTests.quoted(title))\naliases: [\(aliases)]\nkind: concept\ndomain: kubernetes\n---\n\n"
          + (definition ?? short ?? "") + "\n"
      )
    }
  }

  private struct Mark: Decodable {
    let doc: String
    let term_id: String
    let zone: String?
  }

  private struct Case: Decodable {
    let id: String
    let stratum: String
    let corpus: String
    let weight: Double
    let term_id: String
    let is_concept: Bool
    let bstart: Int
    let bend: Int
    let title: String?
    let section: String?
    let text: String
  }

  @Test("find what people linked, and not many things besides")
  func documentation() throws {
    let terms: [Term] = try Self.read("glossary")
    var files = terms.map(\.note)
    for path in try FileManager.default.subpathsOfDirectory(atPath: Shared.path("bench/linking/docs"))
    where path.hasSuffix(".md") {
      files.append((path, try Shared.text("bench/linking/docs/\(path)")))
    }
    var termOf = Dictionary(uniqueKeysWithValues: terms.map { ("glossary/\($0.id)", $0.id) })
    for term in terms where term.fragment == nil { if let page = term.page { termOf[page] = term.id } }
    let site = SmallSite(files)
    var pairs: Set<String> = []
    var (links, words) = (0, 0)
    for (number, note) in site.knowledge.notes.enumerated() {
      let doc = String(note.path.path.dropLast(3))
      guard !doc.hasPrefix("glossary/") else { continue }
      let found = site.knowledge.mentions[number].filter(\.isLinked).compactMap { mention in
        termOf[String(site.knowledge.notes[site.knowledge.topics[mention.topic].note].path.path.dropLast(3))]
      }
      guard !found.isEmpty else { continue }
      links += found.count
      words += (site.texts[note.path.path] ?? []).split { $0 == 0x20 || $0 == 0x0A }.count
      for term in found { pairs.insert("\(doc) \(term)") }
    }
    let marks: [Mark] = try Self.read("gold")
    let wanted = Set(marks.filter { $0.zone == nil }.map { "\($0.doc) \($0.term_id)" })
    let recall = Double(wanted.intersection(pairs).count) / Double(wanted.count)
    #expect(recall >= 0.97, "missed: \(wanted.subtracting(pairs).sorted())")
    #expect(Double(links) * 1000 / Double(words) <= 9.5)
  }

  @Test("know the topic from the word")
  func ambiguousWords() throws {
    let terms: [Term] = try Self.read("glossary")
    let cases: [Case] = try Self.read("disambig")
    var files = terms.map(\.note)
    var offsets: [String: Int] = [:]
    for word in cases {
      let head =
        "---\ntitle: \(Self.quoted("\(word.title ?? word.id) (\(word.id))"))\n---\n\n"
        + (word.section.map { $0.isEmpty ? "" : "## \($0)\n\n" } ?? "")
      offsets[word.id] = head.utf8.count
      files.append((Self.path(of: word), head + word.text + "\n"))
    }
    let site = SmallSite(files)
    var (right, wrong) = (0.0, 0.0)
    var (found, strange, missed) = (0, 0, 0)
    for word in cases {
      let isLinked = Self.isLinked(word, offsets[word.id] ?? 0, in: site)
      if word.stratum == "random" {
        if isLinked, word.is_concept { right += word.weight } else if isLinked { wrong += word.weight }
      } else if isLinked != word.is_concept {
        if isLinked { strange += 1 } else { missed += 1 }
      } else if isLinked {
        found += 1
      }
    }
    #expect(right / (right + wrong) >= 0.975)
    #expect(Double(2 * found) / Double(2 * found + strange + missed) >= 0.94, "\(strange) too many, \(missed) too few")
  }

  private static func isLinked(_ word: Case, _ offset: Int, in site: SmallSite) -> Bool {
    guard let note = site.knowledge.index.notesByPath[path(of: word)] else { return false }
    return site.knowledge.mentions[note].contains { mention in
      mention.isLinked && mention.range.start < offset + word.bend && offset + word.bstart < mention.range.end
        && site.knowledge.notes[site.knowledge.topics[mention.topic].note].path.path == "glossary/\(word.term_id).md"
    }
  }

  private static func path(of word: Case) -> String {
    (word.corpus == "k8s" || word.corpus == "aks" ? "kubernetes" : word.corpus) + "/\(word.id).md"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private static func read<Row: Decodable>(_ name: String) throws -> [Row] {
    try Shared.lines("bench/linking/\(name).jsonl").map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
  }
}
