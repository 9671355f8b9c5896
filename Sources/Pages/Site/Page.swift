public import Notes

/// A page of the site, before it is rendered.
public enum Page: Sendable, Hashable {
  /// A note's page.
  case note(Int)
  /// The page of a section that has no note of its own.
  case section(Int)
  /// The page that is shown where there is none.
  case notFound
  /// A former address of a note.
  case redirect(Address, to: Int)
}
