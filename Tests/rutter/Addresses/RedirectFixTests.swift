import Source
import Testing

@testable import rutter

@Suite("Redirections as fixes")
struct RedirectFixTests {
  private static func mended(_ text: String, _ address: String = "/old/") -> String? {
    let bytes = Array(text.utf8)
    guard let fix = RedirectFix.fix(address, in: "note.md", bytes) else { return nil }
    let diagnostic = Diagnostic(
      AddressRules.page, "", at: Place(path: "note.md", range: SourceRange(at: 0)), fix: fix)
    return String(decoding: FixPass([diagnostic], to: bytes, unsafely: true).bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("# A\n", "---\nredirect-from: [/old/]\n---\n# A\n"),
    ("\u{FEFF}# A\n", "\u{FEFF}---\nredirect-from: [/old/]\n---\n# A\n"),
    ("---\ntitle: A\n---\nText", "---\ntitle: A\nredirect-from: [/old/]\n---\nText"),
    ("---\r\ntitle: A\r\n---\r\nText", "---\r\ntitle: A\r\nredirect-from: [/old/]\r\n---\r\nText"),
    ("---\n---\n", "---\nredirect-from: [/old/]\n---\n"),
    ("---\nredirect-from: /a/\n---\n", "---\nredirect-from: [/a/, /old/]\n---\n"),
    ("---\nredirect-from: [/a/, /b/]\ntitle: A\n---\n", "---\nredirect-from: [/a/, /b/, /old/]\ntitle: A\n---\n"),
    ("---\nredirect-from: [\"/a/\"]\n---\n", "---\nredirect-from: [\"/a/\", /old/]\n---\n"),
    (
      "---\nredirect-from:\n  - /a/\n  - /b/ # why\ntitle: A\n---\n",
      "---\nredirect-from:\n  - /a/\n  - /b/ # why\n  - /old/\ntitle: A\n---\n"
    ),
    ("---\nredirect-from:\n- /a/\n---\n", "---\nredirect-from:\n- /a/\n- /old/\n---\n"),
    ("---\ntitle: [\n---\n", nil),
  ])
  func `an old address goes into the front matter`(text: String, expected: String?) {
    #expect(Self.mended(text) == expected)
  }

  @Test func `an address that YAML would take for something else is left to people`() {
    #expect(Self.mended("# A\n", "/a, b/") == nil)
    #expect(Self.mended("# A\n", "/a #b/") == nil)
  }
}
