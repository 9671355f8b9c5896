/// What a text is to a page.
package enum TextField: UInt8, Sendable {
  /// What the page is called.
  case title
  /// The words of its address.
  case path
  /// What it is about, in a sentence.
  case definition
  /// A heading.
  case heading
  /// What else the page is called.
  case alias
  /// The text of links that lead to it.
  case inbound
  /// What else the topic of a section is called.
  case topic
  /// The id of a section, where it is not made of its heading. It has no terms, and neither has what follows.
  case anchor
  /// What pages may be about.
  case kind
  /// What they may belong to.
  case domain

  /// How many fields there are.
  static let count = 10
}
