import Source
import Testing

@testable import Notes

@Suite("Findings about the graph")
struct GraphFindingsTests {
  private static func findings(_ notes: KeyValuePairs<String, String>) -> [String] {
    SmallSite(notes).findings.map { $0.replacing("notes/", with: "") }
  }

  @Test("ask what a relation was to name")
  func unknown() {
    #expect(
      Self.findings([
        "a.md": "---\nrequires: [Pord, Nothing like it]\nsee: a.md\n---\nText", "pod.md": "Runs.",
        "draft.md": "---\ndraft: true\n---\nText", "b.md": "---\nsee: Draft\npart-of: Pod\n---\nText",
      ]) == [
        "a.md: unknown-relation: Unknown topic 'Pord' under 'requires', did you mean 'Pod'?",
        "a.md: unknown-relation: Unknown topic 'Nothing like it' under 'requires'",
        "a.md: unknown-relation: 'see' names the note itself", "b.md: link-to-draft: Relation to the draft 'draft.md'",
      ])
  }

  @Test("offer to write a name only as it stands in YAML")
  func fixes() {
    func fix(_ written: String, _ title: String) -> String? {
      let site = SmallSite(["a.md": "---\nsee: [\(written)]\n---\nText", "b.md": "---\ntitle: \"\(title)\"\n---\nText"])
      return NoteRule.unknownRelation.check(site.knowledge).first?.fix?.edits.first?.text
    }
    #expect(fix("Volme", "Volume") == "Volume")
    #expect(fix("'Volme'", "Volume") == nil)
    #expect(fix("Volme", "Volume:") == nil)
    #expect(fix("Volme", "- Volume") == nil)
  }

  @Test("spell out circles once")
  func circles() {
    #expect(
      Self.findings([
        "a.md": "---\nrequires: B\npart-of: A\n---\nText", "b.md": "---\nrequires: [C, D]\n---\nText",
        "c.md": "---\nrequires: A\n---\nText", "d.md": "---\npart-of: E\nrequires: D\n---\nText",
        "e.md": "---\npart-of: D\n---\nText",
      ]) == [
        "a.md: requires-cycle: Circle of requirements 'A' → 'B' → 'C' → 'A'",
        "a.md: requires-cycle: 'A' is a part of itself", "d.md: requires-cycle: Circle of parts 'D' → 'E' → 'D'",
        "d.md: requires-cycle: 'D' requires itself",
      ])
    let site = SmallSite(["a.md": "---\nrequires: B\n---\nText", "b.md": "---\nrequires: A\n---\nText"])
    let notes = NoteRule.requiresCycle.check(site.knowledge).first?.notes ?? []
    #expect(notes.map { "\($0.place.path):\($0.place.range.start): \($0.message)" } == ["b.md:14: 'B' requires 'A'"])
  }

  @Test("do not take what is needed first in a text for a circle")
  func guesses() {
    let text = "## Prerequisites\n\nRead "
    #expect(Self.findings(["a.md": text + "[[B]].", "b.md": text + "[[A]]."]).isEmpty)
  }

  @Test(
    "see orphans among notes that are connected",
    arguments: [
      ("d.md", "Alone.", 1), ("d.md", "---\nlink: never\n---\nAlone.", 0), ("d.md", "---\nkind: guide\n---\nAlone.", 0),
      ("d/index.md", "Alone.", 0), ("index.md", "Alone.", 0), ("d.md", "---\nsee: A\n---\nText", 0),
      ("d.md", "Leads to [[A]].", 1), ("d.md", "---\naliases: [Beta]\n---\nNamed by c.", 0),
      ("d.md", "---\ndraft: true\n---\nAlone.", 0),
    ])
  func orphans(_ path: String, _ text: String, _ count: Int) {
    let site = SmallSite([
      ("a.md", "See [[B]]."), ("b.md", "See [[A]]."), ("c.md", "---\npart-of: A\n---\nThe Beta and [[A]]."),
      ("e.md", "---\nsee: A\n---\nText"), ("f.md", "---\nsee: A\n---\nText"), (path, text),
    ])
    #expect(site.findings.count { $0.contains("notes/orphan: Nothing refers to 'D'") } == count)
    #expect(site.findings.count == count)
  }

  @Test("do not drown a site that does not connect its notes", arguments: [(2, 0), (11, 0), (12, 1), (40, 1)])
  func unconnected(_ notes: Int, _ expected: Int) {
    let site = SmallSite((0..<notes).map { ("q\($0).md", "Alone.") })
    #expect(site.findings.count == expected)
    #expect(site.findings.allSatisfy { $0.hasSuffix("Nothing refers to \(notes) of \(notes) notes") })
  }

  @Test("say which line is missing for a contrast both ways")
  func contrasts() {
    let site = SmallSite([
      "a.md": "---\ncontrasts: [B, C]\n---\nText", "b.md": "Text", "c.md": "---\ncontrasts: [B]\n---\nText",
    ])
    let found = NoteRule.oneWayContrast.check(site.knowledge)
    #expect(
      found.map { "\($0.message): \($0.notes[0].message) (\($0.notes[0].place.path))" } == [
        "'B' does not contrast 'A' in turn: Write 'contrasts: [A]' in this note's front matter (b.md)",
        "'C' does not contrast 'A' in turn: Add 'A' to this list (c.md)",
        "'B' does not contrast 'C' in turn: Write 'contrasts: [C]' in this note's front matter (b.md)",
      ])
  }

  @Test(
    "tell names apart by domain",
    arguments: [
      ("a/x.md", "---\nkind: concept\n---\nText", "b/x.md", "---\nkind: concept\n---\nText", []),
      ("a/x.md", "An x is a letter.", "a/sub/x.md", "---\nkind: concept\n---\nText", ["two-definitions"]),
      ("a/x.md", "A letter for the unknown.", "a/sub/x.md", "Says nothing.", []),
      ("a/x.md", "---\nkind: note\n---\nText", "a/sub/x.md", "---\nkind: concept\n---\nText", []),
      (
        "a/x.md", "---\nkind: concept\n---\nText", "a/y.md", "---\nkind: concept\naliases: [X]\n---\nText",
        ["name-collision"]
      ),
      (
        "a/z.md", "---\nkind: concept\naliases: [x]\n---\nText", "a/y.md",
        "---\nkind: concept\naliases: [X]\n---\nText",
        ["name-collision"]
      ),
      ("a/x.md", "---\nkind: concept\nlink: never\n---\nText", "a/sub/x.md", "---\nkind: concept\n---\nText", []),
    ])
  func names(_ path: String, _ text: String, _ other: String, _ otherText: String, _ expected: [String]) {
    let found = Self.findings([path: text, other: otherText])
    #expect(found.map { String($0.split(separator: " ")[1].dropLast()) } == expected)
  }

  @Test("give a hint where no domain decides")
  func collisions() {
    func found(_ linking: String) -> [String] {
      Self.findings([
        "a/x.md": "---\nkind: concept\n---\nText", "b/x.md": "---\nkind: concept\n\(linking)---\nText",
        "c/y.md": "Text",
      ])
    }
    #expect(found("") == ["b/x.md: name-collision: 'X' means different things in 'a' and 'b'"])
    #expect(found("link: strong\n").isEmpty)
  }

  @Test("take no more than a blink for many notes")
  func many() {
    let count = 3_000
    let site = SmallSite(
      (0..<count).map { number in
        (
          "d\(number % 7)/n\(number).md",
          "---\ntitle: N\(number)\nkind: concept\naliases: [Shared]\nrequires: N\((number + 1) % count)\ncontrasts: N0\n---\nText"
        )
      })
    let clock = ContinuousClock()
    let elapsed = clock.measure {
      for rule in NoteRules.all { _ = rule.check(site.knowledge) }
    }
    #expect(elapsed < .seconds(10))
  }
}
