import Foundation
import Notes
import Testing

@testable import Pages

@Suite struct SiteTests {
  @Test("A page's menu holds its section, and of a large one only what is around the page")
  func menu() throws {
    var notes: [(String, String)] = (0..<200).map { number in
      let name = String(repeating: "0", count: 3 - String(number).count) + String(number)
      return ("many/\(name).md", "# Note \(name)")
    }
    notes.append(("other/note.md", "# Elsewhere"))
    let site = try RenderedSite(notes)
    let menu = try #require(site.part("many/100/index.html", from: "<nav aria-label=\"Many\">", to: "</nav>"))
    #expect(menu.components(separatedBy: "<li>").count - 1 == Site.longestMenu)
    #expect(menu.contains("<a href=\"../100/index.html\" aria-current=\"page\">Note 100</a>"))
    #expect(menu.contains("Note 099") && !menu.contains("Note 000") && !menu.contains("Elsewhere"))
    #expect(menu.contains("All of Many"))
    let first = try #require(site.part("many/000/index.html", from: "<nav aria-label=\"Many\">", to: "</nav>"))
    #expect(first.contains("Note 000") && first.contains("Note 059") && !first.contains("Note 060"))
  }

  @Test("Previous and next follow order, then title, from section to section")
  func order() throws {
    let site = try RenderedSite([
      "a/index.md": "---\ntitle: A\norder: 2\n---\n", "a/x.md": "---\ntitle: Z\norder: 1\n---\n", "a/y.md": "# Y",
      "b/index.md": "---\ntitle: B\norder: 1\n---\n", "b/z.md": "# Z too",
    ])
    #expect(site.file("a/index.html")?.contains("rel=\"prev\" href=\"../b/z/index.html\"") == true)
    #expect(site.file("a/x/index.html")?.contains("rel=\"next\" href=\"../y/index.html\"") == true)
    #expect(site.file("b/z/index.html")?.contains("rel=\"next\" href=\"../../a/index.html\"") == true)
  }

  @Test("An embedded note keeps its text and gives up its anchors")
  func embed() throws {
    let site = try RenderedSite([
      "a.md": "# A\n\n## One\n\nText of one.[^n]\n\n## Two\n\nText of two.\n\n[^n]: A footnote.", "b.md": "![[A]]",
      "c.md": "![[A#Two]]",
    ])
    let whole = site.text("b/index.html")
    #expect(
      whole.contains("<aside class=\"embed\">") && whole.contains("Text of one.") && whole.contains("A footnote."))
    #expect(!whole.contains("id=\"one\"") && !whole.contains("class=\"anchor\""))
    let part = site.text("c/index.html")
    #expect(part.contains("Text of two.") && !part.contains("Text of one."))
  }

  @Test("Embeds that multiply end in links")
  func bomb() throws {
    let site = try RenderedSite([
      "a.md": "![[b]]\n\n![[b]]\n\n![[b]]", "b.md": "![[c]]\n\n![[c]]\n\n![[c]]", "c.md": "![[d]]\n\n![[d]]\n\n![[d]]",
      "d.md": "![[e]]\n\n![[e]]\n\n![[e]]", "e.md": "![[f]]\n\n![[f]]\n\n![[f]]", "f.md": "The end.",
    ])
    #expect(site.text("a/index.html").components(separatedBy: "<aside").count - 1 <= 200)
  }

  @Test("A circle of embeds ends in a link")
  func circle() throws {
    let site = try RenderedSite(["a.md": "A\n\n![[b]]", "b.md": "B\n\n![[a]]"])
    let text = site.text("a/index.html")
    #expect(text.components(separatedBy: "<aside").count == 2)
    #expect(text.contains("<p><a href=\"index.html\">A</a></p>"))
  }

  @Test("An image of the site has its size, so that the text does not jump")
  func image() throws {
    let site = try RenderedSite(
      ["a/b.md": "![Layers](layers.png) ![[layers.png]]"],
      assets: [Asset(path: "a/layers.png", size: (width: 640, height: 480))])
    let text = site.text("a/b/index.html")
    #expect(text.contains("<img src=\"../layers.png\" width=\"640\" height=\"480\" alt=\"Layers\" loading=\"lazy\">"))
    #expect(text.components(separatedBy: "width=\"640\"").count == 3)
  }

  @Test(
    "An embedded image may say its width or its text",
    arguments: [
      ("![[layers.png|320]]", "width=\"320\" height=\"240\" alt=\"Layers\""),
      ("![[layers.png|320x99]]", "width=\"320\" height=\"240\" alt=\"Layers\""),
      ("![[layers.png|Two layers]]", "width=\"640\" height=\"480\" alt=\"Two layers\""),
    ])
  func width(markdown: String, attributes: String) throws {
    let site = try RenderedSite(
      ["a.md": markdown], assets: [Asset(path: "layers.png", size: (width: 640, height: 480))])
    #expect(site.text("a/index.html").contains(attributes))
  }

  @Test("A wikilink to a heading reads like a way to it")
  func headingLink() throws {
    let site = try RenderedSite(["a.md": "[[B#One]], [[B#One|one]], [[#Here]]\n\n## Here", "b.md": "# B\n\n## One"])
    let text = site.text("a/index.html")
    #expect(text.contains("<a href=\"../b/index.html#one\">B › One</a>"))
    #expect(text.contains("<a href=\"../b/index.html#one\">one</a>"))
    #expect(text.contains("<a href=\"#here\">Here</a>"))
  }

  @Test("A draft has a page only where drafts are published")
  func draft() throws {
    let notes: KeyValuePairs = ["a.md": "---\ndraft: true\n---\n# A", "b.md": "# B"]
    #expect(try RenderedSite(notes, withDrafts: false).file("a/index.html") == nil)
    #expect(try RenderedSite(notes).file("a/index.html") != nil)
  }
}
