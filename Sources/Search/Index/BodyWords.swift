import Source

/// The words of a page's text, counted. Made once a page, side by side with others.
package struct BodyWords: Sendable {
  /// A page without text.
  package init() {}

  /// The words of a text in HTML.
  package init(html: Span<UInt8>) {}
}
