import Markdown
import Source
import TestSupport
import Testing

@testable import Notes

@Suite("Outlines become pages")
struct OutlineTests {
  private let galley = OutlineSite(
    """
    # Galley

    - Where food is made.

    ## Fire

    - what cooks the food.  Keep it small.
    - ovens:
        - a box of bricks around a fire
        - holds ten loaves
        - needs wood, and `bellows`
        - if the wind is from the west:
            - keep it shut
    - stoves: let you heat one pot.
    - bellows: blow air at the fire
    - LIGHT `wood` [`tinder`] or `oil`: sets it on fire
    - DOUSE `what`: ends it
    - **Cauldron** - a big pot (see [stores](#stores))
        - `-l` with a lid
        - `--stir <times>`: moves the spoon
        - stirrers
    - a ladle is a spoon with a long handle
    - Understanding smoke:
    - Spoons, poker

    ## Stores
    """)

  @Test func `A topic has a page where there is more to say than a definition, or where others need it`() {
    #expect(
      galley.addresses == [
        "notes/", "notes/fire/", "notes/fire/oven/", "notes/fire/cauldron/",
      ])
    // Of two definitions, one is named elsewhere; of four, most are not.
    #expect(
      OutlineSite("- oven: a box\n- loaf: made in an oven\n- Rules:\n    - Be careful.").addresses == [
        "notes/", "notes/oven/", "notes/rule/",
      ])
    #expect(OutlineSite("- oven: a box\n- loaf: made in an oven\n- pan: flat\n- pot: deep").addresses == ["notes/"])
  }

  @Test func `If one keyword has a page, all of its group have`() {
    let text = "- LIGHT `wood`: sets it on fire\n- DOUSE `what`: ends it\n"
    #expect(OutlineSite(text + "- STIR `pot`: moves it\n").addresses == ["notes/"])
    #expect(
      OutlineSite(text + "    - with water.\n- STIR `pot`: moves it\n").addresses == [
        "notes/", "notes/light/", "notes/douse/", "notes/stir/",
      ])
  }

  @Test func `The rest are sections and stubs of the nearest page`() throws {
    let fire = try #require(galley.note("notes/fire/"))
    #expect(
      fire.inner.map { "\($0.name): \($0.anchor ?? "stub")" } == [
        "Smoke: stub", "Spoon: stub", "Poker: stub", "Stove: stove", "Bellow: bellow", "LIGHT: light", "DOUSE: douse",
        "Ladle: ladle",
      ])
    #expect(fire.headings.map(\.id) == ["stove", "bellow", "light", "douse", "ladle"])
    #expect(galley.note("notes/")?.inner.map(\.name) == ["Stores"])
    #expect(galley.note("notes/")?.inner.first?.isStub == true)
  }

  @Test func `What is part of what, and of which domain`() throws {
    let oven = try #require(galley.note("notes/fire/oven/"))
    #expect(oven.part?.parent == ContentPath("notes/fire/index.md"))
    #expect(oven.source == ContentPath("notes.md"))
    #expect(oven.domain == "fire")
    #expect(oven.frontMatter.aliases.map(\.text) == ["ovens"])
    #expect(galley.note("notes/fire/cauldron/")?.inner.map(\.name) == ["Stirrers", "-l", "--stir"])
  }

  @Test func `Definitions read well`() {
    #expect(galley.note("notes/fire/")?.summary == "What cooks the food.")
    #expect(galley.note("notes/fire/oven/")?.summary == "A box of bricks around a fire.")
    let definitions = Dictionary(
      uniqueKeysWithValues: (galley.note("notes/fire/")?.inner ?? []).map { ($0.name, $0.definition) })
    #expect(definitions["Stove"] == "Stoves let you heat one pot.")
    #expect(definitions["LIGHT"] == "Sets it on fire.")
    #expect(definitions["Ladle"] == "A ladle is a spoon with a long handle.")
  }

  @Test func `A page says what its bullets say, in order`() {
    #expect(
      galley.markdown("notes/fire/oven/") == """
        A box of bricks around a fire.

        - holds ten loaves
        - needs wood, and `bellows`
        - if the wind is from the west:
            - keep it shut

        """)
    #expect(
      galley.html("notes/fire/oven/") == """
        <p>A box of bricks around a fire.</p>
        <ul>
        <li>Holds ten loaves</li>
        <li>Needs wood, and <code>bellows</code></li>
        <li>If the wind is from the west:
        <ul>
        <li>Keep it shut</li>
        </ul>
        </li>
        </ul>

        """)
  }

  @Test func `Instructions show how they are written`() {
    let html = galley.html("notes/fire/")
    #expect(html.contains("<pre>LIGHT wood [tinder]\nLIGHT oil\n</pre>"))
    #expect(html.contains("<pre>DOUSE what\n</pre>"))
  }

  @Test func `Links lead where they lead in the file`() {
    let site = SmallSite([
      (
        "galley/notes.md",
        "# Notes\n\n- oven: box [x](other.md) and [y](#fire), [z](#ash)\n    - more is here\n- stove: pot\n- grate: bars\n\n## Fire\n\n- coal: fuel\n\n### Ash\n\n- what is left.  It is grey.\n"
      ), ("galley/other.md", "# Other"),
    ])
    #expect(site.findings == [])
    #expect(
      site.targets(of: "galley/notes/oven.md") == ["/galley/other/", "/galley/notes/#fire", "/galley/notes/fire/ash/"])
  }

  @Test(arguments: [
    "# Note\n\nA paragraph of some length, which says what there is to say.\n\n- one: 1\n- two: 2\n- three: 3\n",
    "- [ ] one: buy\n- [ ] two: sell\n- [ ] three: go\n",
    "1. one: go\n2. two: come\n3. three: stay\n",
    "- [One](https://a.example): a page\n- [Two](https://b.example): a page\n- [Three](https://c.example): a page\n",
    "- milk\n- bread\n- rope\n",
    "- It rained.\n- We stayed in the harbour.\n- Then: nothing.\n- The cook made soup.\n",
    "- **name** (string)\n\n  The name of the thing.\n\n- **size** (number)\n\n  Its size.\n\n- **kind** (string)\n\n  Its kind.\n",
  ])
  func `An ordinary note stays as it is`(text: String) {
    #expect(OutlineSite(text).readings.count == 1)
    #expect(OutlineSite(text).readings.first?.note.isOverview == false)
  }

  @Test func `Places of the overview's links are those of the names`() {
    let text = "---\ntags: [a]\n---\n# Galley\n\n- oven: a box\n    - of bricks\n- stove: a plate\n- grate: bars\n"
    let link = OutlineSite(text).readings[0].note.links[0]
    #expect(Array(text.utf8)[link.range.start..<link.range.end].elementsEqual("oven".utf8))
  }

  @Test func `The author has the last word`() {
    let outline = "- oven: a box\n    - of bricks\n- stove: a plate\n- grate: bars\n"
    #expect(OutlineSite(outline).readings.count == 2)
    #expect(OutlineSite("---\noutline: false\n---\n" + outline).readings.count == 1)
    #expect(OutlineSite("---\noutline: true\n---\n- oven: a box\n    - of bricks\n").readings.count == 2)
    #expect(OutlineSite("---\noutline: true\n---\nNothing is named here.\n").readings.count == 1)
  }

  @Test(.needsShared, arguments: ["bench/linking/docs", "bench/speed/corpus"])
  func `No page of written documentation is taken for an outline`(folder: String) throws {
    let files = Repository.files(below: Shared.path(folder), extensions: ["md"])
    #expect(files.count > 400)
    let outlines = try files.filter { file in
      let text = try Shared.text(folder + "/" + file)
      return Outline(document(text.hasPrefix("---") ? withoutFrontMatter(text) : text), title: "") != nil
    }
    #expect(outlines == [])
  }

  private func withoutFrontMatter(_ text: String) -> String {
    let source = SourceText(path: "a.md", bytes: Array(text.utf8))
    let (_, start, _) = FrontMatter.read(source, allowing: [])
    return String(decoding: source.bytes[start...], as: UTF8.self)
  }

  @Test func `A switch may be explained for each command that has it`() {
    let site = SmallSite([
      (
        "galley.md",
        """
        - Lighting:
            - `-l` with a lid
            - `-L` without one
        - Stirring:
            - `-l` to the left
        - Ladle: a spoon
        """
      )
    ])
    #expect(site.knowledge.notes.count == 3)
    #expect(site.findings == [])
  }

  @Test(.needsShared) func `The notes that the program is for become a site`() throws {
    #expect(SmallSite([("containers.md", try Shared.text("notes/containers.md"))]).findings == [])
    let site = OutlineSite(try Shared.text("notes/containers.md"), path: "containers.md")
    let names = site.readings.flatMap { [$0.note.title] + $0.note.inner.map(\.name) }
    for name in [
      "Image", "Container", "Registry", "Docker daemon", "Docker compose", "Multi-stage build", "Boot command", "Port",
      "Publishing", "Runtime Arguments", "Volume", "Bind mount", "tmpfs mount", "Multi Platform build", "FROM", "RUN",
      "EXPOSE", "WORKDIR", "ENV", "COPY", "ADD", "USER", "CMD", "ENTRYPOINT", "ARG", "LABEL", "Pod", "Deployment",
      "Service", "Taint", "Istio",
    ] {
      #expect(names.contains(name), "\(name)")
    }
    #expect(site.addresses.contains("containers/docker/dockerfile/copy/"))
    #expect(site.note("containers/docker/container/")?.summary == "A running image.")
    #expect(site.readings.flatMap(\.note.inner).count(where: \.isStub) == 26)
  }
}
