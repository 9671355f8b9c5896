import Notes
import TestSupport
import Testing

@testable import Pages

/// Whole pages of a small site, as golden files: a change of a template or of the page model shows here.
@Suite struct RenderedPageTests {
  private static let notes: KeyValuePairs<String, String> = [
    "index.md": "---\ntitle: Knots\n---\nTwelve knots are enough.",
    "loops/index.md": "# Loops & nooses\n\nKnots that hold a ring.",
    "loops/bowline.md": """
    ---
    title: Bowline
    summary: The king of knots.
    kind: concept
    aliases: [King of knots]
    tags: [rescue]
    date: 2025-03-01
    updated: 2026-01-02
    redirect-from: [/bowline/]
    order: 1
    ---
    A *bowline* makes a fixed loop; see the [[Figure eight]] and [below](#how-to).

    ## How to

    ```console title="A try"
    $ tie bowline
    done
    ```

    ### With one hand

    > [!TIP]
    > Practise it behind your back.

    ## What goes wrong

    It slips when it is not under load.
    """,
    "loops/figure-eight.md": "# Figure eight\n\n![[Bowline#How to]]\n\nSee [[Nowhere]].",
  ]
  private static let settings = """
    title: Knots
    description: A small book of knots.
    base-url: https://example.org/knots/
    edit-url: https://example.org/edit/{path}
    author: A sailor
    footer: Tie well.
    """

  @Test(
    "A page is rendered as it was",
    arguments: [
      ("index.html", "home.html"), ("loops/index.html", "section.html"), ("loops/bowline/index.html", "note.html"),
      ("loops/figure-eight/index.html", "embed.html"), ("404.html", "not-found.html"),
      ("bowline/index.html", "redirect.html"), ("sitemap.xml", "sitemap.xml"), ("feed.xml", "feed.xml"),
      ("robots.txt", "robots.txt"), ("llms.txt", "llms.txt"), ("manifest.webmanifest", "manifest.webmanifest"),
    ])
  func golden(path: String, name: String) throws {
    let site = try RenderedSite(Self.notes, settings: Self.settings)
    expectGolden(Self.withoutFingerprints(try #require(site.file(path))), name)
  }

  /// Files of the theme are named by their content: a change of the style is no change of every page.
  private static func withoutFingerprints(_ text: String) -> String {
    text.replacing(/\.[0-9a-f]{8}\.(css|js|svg)/) { ".\($0.output.1)" }
  }
}
