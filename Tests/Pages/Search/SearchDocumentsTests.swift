import Search
import Testing

@testable import Pages

@Suite("What a search knows of pages")
struct SearchDocumentsTests {
  private static func site() throws -> RenderedSite {
    try RenderedSite(
      [
        ("index.md", "# Knots\n\nStart with the [first *one*](loops/bowline.md) or [its end](loops/bowline.md#end).\n"),
        (
          "loops/bowline.md",
          """
          ---
          title: Bowline
          aliases: [King of knots]
          kind: instruction
          redirect-from: [/old/rescue-knot/, /bowline.html]
          summary: A loop that holds.
          ---
          See [hitches](../hitches/half.md), [this page](#end) and [the web](https://example.org/).

          ## The end {#end}

          [The `first` *one*](../index.md)
          """
        ),
        ("hitches/half.md", "# Half hitch\n\n[bowline](../loops/bowline.md)\n\n![[bowline]]\n"),
        ("loops/soon.md", "---\ndraft: true\n---\n# Soon\n"),
      ], withDrafts: false)
  }

  @Test func `every page that a reader can want is known once`() throws {
    #expect(
      try Self.site().searchDocuments.keys.sorted() == [
        "", "hitches/", "hitches/half/", "loops/", "loops/bowline/", "map/",
      ])
  }

  @Test func `a note is known by all its names`() throws {
    let bowline = try #require(try Self.site().searchDocuments["loops/bowline/"])
    #expect(bowline.title == "Bowline")
    #expect(bowline.kind == "instruction")
    #expect(bowline.domain == "loops")
    #expect(bowline.aliases == ["King of knots", "rescue knot"])
    #expect(bowline.definition == "A loop that holds.")
    #expect(bowline.headings.map(\.text) == ["The end"])
    #expect(bowline.headings.map(\.anchor) == ["end"])
  }

  @Test func `links from other pages lend their texts`() throws {
    let documents = try Self.site().searchDocuments
    #expect(documents["loops/bowline/"]?.inbound == ["bowline", "first one", "its end"])
    #expect(documents[""]?.inbound == ["The first one"])
    #expect(documents["hitches/half/"]?.inbound == ["hitches"])
  }

  @Test func `a folder without a note is known by its name`() throws {
    let hitches = try #require(try Self.site().searchDocuments["hitches/"])
    #expect(hitches.title == "Hitches")
    #expect(hitches.kind == "note")
    #expect(hitches.domain == "hitches")
  }

  @Test func `topics within an outline lend their names to their headings`() throws {
    let outline = """
      # Containers

      - **Docker**: builds images and runs containers
        - **Image**: what a container starts from
          - **Layer** (also: image layer): a set of changed files
          - **Tag**: a name for an image
        - **Volume**: keeps data when a container goes
          - Named: has a name
      """
    let documents = try RenderedSite([("containers.md", outline)]).searchDocuments
    let headings = documents.values.flatMap(\.headings)
    #expect(headings.contains { $0.text == "Layer" && !$0.anchor.isEmpty && !$0.names.contains("Layer") })
  }
}
