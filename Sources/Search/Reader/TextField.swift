/// What a text is to a page.
package enum TextField: UInt8, Sendable {
  /// What the page is called.
  case title
  /// The words of its address.
  case path
  /// What it is about, in a sentence.
  case definition
  /// What else the page is called.
  case alias
  /// The text of a link that leads to it.
  case inbound
  /// A heading.
  case heading
  /// What else the topic of a section is called.
  case topic
}
