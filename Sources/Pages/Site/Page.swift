public import Notes

/// A page of the site, before it is rendered.
public enum Page: Sendable, Hashable {
  /// A note's page.
  case note(Int)
  /// The page of a section that has no note of its own.
  case section(Int)
  /// The list of all topics: those of one domain, by its place on the map, or an overview.
  case map(domain: Int?)
  /// The list of what is still to be written.
  case stubs
  /// The page that is shown where there is none.
  case notFound
  /// A former address of a note.
  case redirect(Address, to: Int)
}
