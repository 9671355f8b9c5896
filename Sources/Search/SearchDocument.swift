/// What a search knows of a page: what the page is called, and the words of its text.
package struct SearchDocument: Sendable {
  /// A heading of a page.
  package struct Heading: Sendable {
    /// Its text without markup.
    package let text: String
    /// The id that leads to it.
    package let anchor: String
    /// What else the topic that it is about is called.
    package let names: [String]

    package init(text: String, anchor: String, names: [String] = []) {
      (self.text, self.anchor, self.names) = (text, anchor, names)
    }
  }

  /// Its address below the site's, such as `docker/volume/`; empty for the home page.
  package var path: String
  /// What it is called.
  package var title: String
  /// The sort of thing that it is about, such as `instruction`; `note` where nothing says more.
  package var kind: String
  /// The field that it belongs to, such as `docker`; empty where it belongs to none.
  package var domain: String
  /// What else it is called, or was.
  package var aliases: [String]
  /// What it is about, in a sentence; empty where nothing says it.
  package var definition: String
  /// Its headings, in order, without its title's.
  package var headings: [Heading]
  /// The texts of the links that lead to it from other pages, in a fixed order; the same text as often as it is used.
  package var inbound: [String]
  /// The words of its text.
  package var words: BodyWords

  package init(
    path: String, title: String, kind: String = "note", domain: String = "", aliases: [String] = [],
    definition: String = "", headings: [Heading] = [], inbound: [String] = [], words: BodyWords
  ) {
    (self.path, self.title, self.kind, self.domain) = (path, title, kind, domain)
    (self.aliases, self.definition, self.headings) = (aliases, definition, headings)
    (self.inbound, self.words) = (inbound, words)
  }
}
