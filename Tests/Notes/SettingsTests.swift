import Source
import Testing

@testable import Notes

private func read(_ text: String) -> (settings: Settings, problems: [MetadataProblem]) {
  Settings.read(SourceText(path: "site.yaml", bytes: Array(text.utf8)))
}

@Suite struct SettingsTests {
  @Test("Reads every key")
  func reads() {
    let (settings, problems) = read(
      """
      title: Knots
      description: The five that matter.
      base-url: https://example.org/knots
      language: pt-BR
      author: Ada
      raw-html: trusted
      edit-url: https://git.example/edit/{path}
      footer: "Tied by hand."
      front-matter: [weight, reviewers]
      """)
    #expect(problems.isEmpty)
    #expect(settings.title == "Knots")
    #expect(settings.description == "The five that matter.")
    #expect(settings.baseURL == "https://example.org/knots/")
    #expect(settings.basePath == "/knots/")
    #expect(settings.language == "pt-BR")
    #expect(settings.author == "Ada")
    #expect(settings.rawHTML == .trusted)
    #expect(settings.editURL == "https://git.example/edit/{path}")
    #expect(settings.footer == "Tied by hand.")
    #expect(settings.frontMatterKeys == ["weight", "reviewers"])
  }

  @Test("Without a key its default holds", arguments: ["", "# nothing\n", "title:\nlanguage: ~\n"])
  func defaults(text: String) {
    let (settings, problems) = read(text)
    #expect(problems.isEmpty)
    #expect(settings.title == "Notes")
    #expect(settings.language == "en")
    #expect(settings.rawHTML == .escaped)
    #expect(settings.baseURL == nil)
    #expect(settings.basePath == "/")
  }

  @Test(
    "Says what is wrong",
    arguments: [
      ("tilte: a", "Unknown key 'tilte', did you mean 'title'?"),
      ("base_url: https://a.b", "Unknown key 'base_url', did you mean 'base-url'?"),
      ("base-url: example.org", "'base-url' takes an address such as https://example.org/notes/, not 'example.org'"),
      ("base-url: https://", "'base-url' takes an address such as https://example.org/notes/, not 'https://'"),
      (
        "base-url: 'https://a.b/?q'",
        "'base-url' takes an address such as https://example.org/notes/, not 'https://a.b/?q'"
      ),
      ("raw-html: trust", "'raw-html' takes one of escaped, trusted, unsafe, not 'trust', did you mean 'trusted'?"),
      ("edit-url: https://a.b/", "'edit-url' takes an address with {path} in it, not 'https://a.b/'"),
      ("edit-url: 'javascript:{path}'", "'edit-url' takes an address with {path} in it, not 'javascript:{path}'"),
      ("language: English please", "'language' takes a language such as en or pt-BR, not 'English please'"),
      ("front-matter: {a: b}", "'front-matter' takes a text or a list of texts, not keys with values"),
      ("title: a\ntitle: b", "Key 'title' twice"),
      ("- a", "Keys with values belong here, not a list"),
      ("title: a\n---\ntitle: b", "Settings after the end of the settings"),
      ("title: 'a", "''' is not closed"),
    ])
  func problems(text: String, message: String) {
    #expect(read(text).problems.map(\.message) == [message])
  }

  @Test("The command line's address wins")
  func setBaseURL() {
    var settings = read("base-url: https://a.b/").settings
    let isTaken = settings.setBaseURL("http://c.d:8080/x/y")
    #expect(isTaken)
    #expect(settings.basePath == "/x/y/")
    let isTakenToo = settings.setBaseURL("nowhere")
    #expect(!isTakenToo)
    #expect(settings.baseURL == "http://c.d:8080/x/y/")
  }
}
