import TestSupport
import Testing

@testable import Notes

@Suite("The learning order")
struct LearningOrderTests {
  private static func order(_ site: SmallSite) -> [String] {
    site.knowledge.order.notes.map { String(site.knowledge.notes[$0].path.path.dropLast(3)) }
  }

  @Test("puts first what others build upon")
  func links() {
    let site = SmallSite([
      "a.md": "# A\n\nBuilds on [C](c.md).", "b.md": "# B\n\nAlone.", "c.md": "# C\n\nFirst of all.",
    ])
    #expect(Self.order(site) == ["c", "b", "a"])
  }

  @Test("believes what is said to be needed more than what is linked")
  func presumption() {
    let site = SmallSite([
      "a.md": "# A\n\nText.\n\n## Prerequisites\n\n- [B](b.md)\n", "b.md": "# B\n\nLater comes [A](a.md).",
      "c.md": "# C\n\nYou should be familiar with [D](d.md).", "d.md": "# D\n\nAs in [C](c.md).",
    ])
    #expect(Self.order(site) == ["b", "d", "c", "a"])
  }

  @Test("follows front matter before all else")
  func written() {
    let site = SmallSite([
      "a.md": "---\norder: 1\nrequires: C\n---\n\n[B](b.md)", "b.md": "---\norder: 2\n---\n\nText.",
      "c.md": "---\norder: 3\n---\n\n[A](a.md)", "d.md": "---\ntitle: D\nnext: B\n---\n\nText.",
    ])
    #expect(Self.order(site) == ["c", "a", "d", "b"])
  }

  @Test("keeps to the order of authors against all links")
  func orderKey() {
    let site = SmallSite([
      "a.md": "---\norder: 2\n---\n\nText.", "b.md": "---\norder: 1\n---\n\n[A](a.md)", "c.md": "Needed by [b](b.md).",
    ])
    #expect(Self.order(site) == ["b", "a", "c"])
  }

  @Test("puts what is next right after, unless that has a place of its own")
  func next() {
    let drawn = SmallSite([
      "a.md": "---\nnext: D\n---\n\nText.", "b.md": "Text.", "c.md": "Text.", "d.md": "---\ntitle: D\n---\n\nText.",
    ])
    #expect(Self.order(drawn) == ["a", "d", "b", "c"])
    let placed = SmallSite([
      "a.md": "---\norder: 1\nnext: D\n---\n\nText.", "b.md": "---\norder: 2\n---\n\nText.",
      "d.md": "---\ntitle: D\norder: 3\n---\n\nText.",
    ])
    #expect(Self.order(placed) == ["a", "b", "d"])
  }

  @Test("leaves pages that are looked up by name under their names")
  func lookedUp() {
    let site = SmallSite([
      "a.md": "---\nkind: rule\n---\n\n[C](c.md)", "b.md": "---\nkind: rule\n---\n\nText.",
      "c.md": "---\nkind: rule\n---\n\nText.",
    ])
    #expect(Self.order(site) == ["a", "b", "c"])
  }

  @Test("goes section by section, each with its own page first")
  func sections() {
    let site = SmallSite([
      "index.md": "# Home", "one/index.md": "# One\n\n[Y](/two/y.md)", "one/x.md": "# X\n\n[Y](/two/y.md)",
      "two/index.md": "# Two", "two/y.md": "# Y\n\nText.", "two/z.md": "# Z\n\nText.",
    ])
    #expect(Self.order(site) == ["index", "two/index", "two/y", "two/z", "one/index", "one/x"])
  }

  @Test("begins with introductions and ends with references, where nothing else is known")
  func genres() {
    let site = SmallSite([
      "a.md": "# Reference", "b.md": "# Cache", "c.md": "# Getting started", "d.md": "---\nkind: rule\n---\n\n# Beware",
    ])
    #expect(Self.order(site) == ["c", "b", "d", "a"])
  }

  @Test("ends where pages require each other in a circle, however long")
  func circle() {
    let count = 3_000
    let site = SmallSite(
      (0..<count).map { number in ("n\(number).md", "---\nrequires: n\((number + 1) % count)\n---\n\nText.") })
    #expect(Set(site.knowledge.order.notes) == Set(0..<count))
  }

  @Test("is a permutation in which each folder stays together, and what is required in it comes first")
  func invariants() {
    for var random in Random.series(120) {
      let site = RandomSite.make(&random)
      let knowledge = site.knowledge
      let order = knowledge.order.notes
      #expect(order.sorted() == Array(knowledge.notes.indices), "seed \(random.seed)")
      let sections = knowledge.index.sections.flatMap(\.children)
      #expect(sections.count == Set(sections).count, "seed \(random.seed)")
      let folders = order.map { knowledge.index.addresses[$0].path.split(separator: "/").first ?? "" }
        .filter { folder in knowledge.index.sections.contains { $0.address.path == folder + "/" } }
      let runs = folders.indices.filter { $0 == 0 || folders[$0] != folders[$0 - 1] }.count
      #expect(runs == Set(folders).count, "seed \(random.seed)")
    }
  }
}
