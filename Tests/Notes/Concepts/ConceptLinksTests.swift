import Testing

@testable import Notes

/// Of a field that no other test speaks of, so that nothing here holds for one field only.
@Suite("Concept links")
struct ConceptLinksTests {
  /// Notes on a harbour.
  private static let harbour: [(String, String)] = [
    ("harbour/berth.md", note("Berth", "A place in a harbour where a vessel lies at a quay.")),
    ("harbour/vessel.md", note("Vessel", "A ship or boat that the harbour master lets in.")),
    ("harbour/quay.md", note("Quay", "A wall of stone along which vessels lie, each in a berth.")),
    ("harbour/pilot.md", note("Pilot", "A sailor who knows the harbour and steers a vessel to its quay.")),
    ("harbour/order.md", note("Order", "A paper on which the harbour master allows a vessel to leave its berth.")),
    ("harbour/dues.md", note("Dues", "Money that the owner of a vessel pays for its berth.")),
    ("harbour/mooring.md", note("Mooring Line Handler", "A worker who ties vessels to the quay.")),
    ("harbour/tide-table.md", note("TideTable", "A list of when water is high at a quay.")),
    ("harbour/key.md", note("Key", "A short word by which a list is sorted.")),
  ]

  @Test(
    "are made where a sentence speaks of the topic",
    arguments: [
      ("The vessel left.", ["vessel"]), ("Two vessels lie at the quay.", ["vessels", "quay"]),
      ("A tide table hangs there.", ["tide table"]), ("Ask an MLH.", ["MLH"]), ("Ask an mlh.", []),
      ("See `vessel` and [vessel](https://example.com).", []), ("**Vessels** lie there.", ["Vessels"]),
      ("The vessel and the vessel.", ["vessel"]), ("A vessel-like thing, vessel.name and /vessel/x.", []),
      ("Sort the list by its key.", ["key"]), ("The key of success is rest.", []), ("Press any key.", []),
      ("To berth a ship takes time, said the owner.", []), ("Every berth of the quay is taken.", ["berth", "quay"]),
    ])
  func inText(_ text: String, _ expected: [String]) {
    #expect(Self.links(text) == expected)
  }

  @Test("are not made where the author links the topic in the same section")
  func besideLinks() {
    #expect(Self.links("The vessel left the quay. A [vessel](vessel.md) is a ship.") == ["quay"])
  }

  @Test("are not made in headings, quotes of code, nor in tables' heads")
  func zones() {
    let text = """
      ## The vessel

      | Vessel | Berth |
      |---|---|
      | a | b |

      ```
      vessel
      ```

      <a href="https://example.com">vessel</a>
      """
    #expect(Self.links(text).isEmpty)
  }

  @Test("are made once in a section, and again in a long page's next")
  func sections() {
    let filler = String(repeating: "Nothing happens here at all for a while. ", count: 60)
    let text = "The vessel. The vessel.\n\n## Two\n\nThe vessel. \(filler)"
    #expect(Self.links(text) == ["vessel", "vessel"])
    #expect(Self.links("The vessel.\n\n## Two\n\nThe vessel.") == ["vessel"])
  }

  @Test("never lead to the page itself, by whatever name")
  func selves() {
    let site = SmallSite(
      Self.harbour + [
        ("harbour/vessels.md", "# Vessels\n\nA vessel floats."),
        ("harbour/vessel-quay.md", "# Vessels and Quays\n\nA vessel at a quay."),
      ])
    #expect(site.links(in: "harbour/vessel.md") == [])
    #expect(site.links(in: "harbour/vessels.md") == [])
    #expect(site.links(in: "harbour/vessel-quay.md") == [])
  }

  @Test("take lower case for another word where authors write the topic with a capital")
  func convention() {
    let page = """
      The harbour master signs the Order. No vessel leaves without an Order. Each Order has a date, and an old Order is void.

      ## Rest

      The vessels lie in order of size. They keep the quay in good order. The order was signed, and so were two orders.
      """
    #expect(Self.links(page).filter { $0.lowercased().hasPrefix("order") } == ["Order"])
    #expect(Self.doubts(page)["order"] == [.lowerCase, .lowerCase, .tooMany])
  }

  @Test(
    "say why they are not made",
    arguments: [
      ("He pays a due for the berth.", "due", Mention.Doubt.singular), ("Press any key.", "key", .noEvidence),
      ("A Royal Harbour Pilot (RHP) steers.", "Pilot", .longerName),
    ])
  func doubts(_ text: String, _ name: String, _ doubt: Mention.Doubt) {
    #expect(Self.doubts(text)[name]?.last == doubt)
  }

  // MARK: What authors write

  @Test("heed what a topic says of itself")
  func steering() {
    let site = SmallSite([
      ("a.md", "---\ntitle: Berth\nkind: concept\nlink: never\n---\nA place."),
      ("b.md", "---\ntitle: Key\nkind: concept\nlink: strong\n---\nA word."),
      ("c.md", "---\ntitle: Quay\nkind: concept\nlink: strong\nnot: [quay wall, Old Quay]\n---\nA wall."),
      ("page.md", "# Page\n\nA berth and a key. The quay walls and the old quay are no quay."),
    ])
    #expect(
      site.mentions(in: "page.md").map { "\($0.text): \($0.doubt.map { "\($0)" } ?? "link")" } == [
        "berth: unwanted", "key: link", "quay: otherPhrase", "quay: otherPhrase", "quay: link",
      ])
  }

  @Test("go to notes that say their kind before others, and not to guides")
  func claims() {
    let site = SmallSite([
      ("a.md", Self.note("Vessel", "A ship.")), ("b.md", "# Vessels\n\nAll about ships."),
      ("c.md", "---\ntitle: Tug\nkind: guide\n---\nHow to."), ("d.md", "# Clean the hull\n\nWith a brush."),
      ("page.md", "# Page\n\nA VESSEL and a tug. Clean the hull."),
    ])
    #expect(site.mentions(in: "page.md").map(\.topic) == ["Vessel"])
  }

  // MARK: Domains

  @Test("pick the sense of the page's domain")
  func domains() {
    let site = SmallSite([
      ("music/key.md", note("Key", "What scale a tune is in.")),
      ("harbour/key.md", Self.note("Key", "What a list is sorted by.")),
      ("music/tune.md", "# Tunes\n\nThe tune has a key."), ("harbour/list.md", "# Lists\n\nThe list has a key."),
      ("other/page.md", "# Page\n\nA key."),
    ])
    #expect(site.mentions(in: "music/tune.md").map(\.topic) == ["music/Key"])
    #expect(site.mentions(in: "harbour/list.md").map(\.topic) == ["harbour/Key"])
    #expect(site.mentions(in: "other/page.md").map(\.doubt) == [.severalSenses])
  }

  @Test("leave ordinary words alone on pages of another domain")
  func foreign() {
    let site = SmallSite(
      Self.harbour + [
        ("music/page.md", "# Tunes\n\nThe vessel of sound has an order. See the TideTable."),
        ("music/tune.md", Self.note("Tune", "What one hums.")),
      ])
    #expect(site.links(in: "music/page.md") == ["TideTable"])
  }

  @Test("do not take folders for domains where the domains are said")
  func folders() {
    let site = SmallSite([
      ("words/vessel.md", "---\ntitle: Vessel\nkind: concept\ndomain: harbour\n---\nA ship at sea."),
      ("guides/sail.md", "# Sailing\n\nA vessel sails at sea."),
    ])
    #expect(site.links(in: "guides/sail.md") == ["vessel"])
  }

  private static func note(_ title: String, _ text: String) -> String {
    "---\ntitle: \(title)\nkind: concept\n---\n\n\(text)"
  }

  private func note(_ title: String, _ text: String) -> String { Self.note(title, text) }

  private static func mentions(_ text: String) -> [SmallSite.Named] {
    SmallSite(harbour + [("harbour/page.md", "# On a walk\n\n\(text)")]).mentions(in: "harbour/page.md")
  }

  private static func links(_ text: String) -> [String] {
    mentions(text).filter { $0.doubt == nil }.map(\.text)
  }

  private static func doubts(_ text: String) -> [String: [Mention.Doubt]] {
    Dictionary(grouping: mentions(text).filter { $0.doubt != nil }, by: \.text).mapValues { $0.compactMap(\.doubt) }
  }
}
