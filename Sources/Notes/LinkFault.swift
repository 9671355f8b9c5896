/// Why a link leads nowhere, or not surely where it was meant to.
///
/// The linker reports these facts; the rules put them into words.
public struct LinkFault: Sendable {
  /// What is the matter.
  public enum Reason: Sendable {
    /// No page or file has that path.
    case missingPage(path: String)
    /// The page is there, the heading is not.
    case missingAnchor(page: Int, fragment: String)
    /// No image has that path.
    case missingImage(path: String)
    /// Nothing that could be embedded has that name.
    case missingEmbed(name: String)
    /// No topic has that name.
    case unknownTopic(name: String)
    /// Several notes have that name; the first of them is linked.
    case ambiguous(name: String, notes: [Int])
    /// The path climbs out of the content folder.
    case outsideSite
    /// The scheme runs code.
    case unsafeScheme
    /// The page is a draft, and drafts are not part of this site.
    case draft(path: String)
    /// The embedded notes lead back to this one.
    case circle(notes: [Int])
  }

  /// The note that has the link.
  public let note: Int
  /// Which of its links.
  public let link: Int
  /// What is the matter.
  public let reason: Reason
}

/// Where a link leads.
public enum LinkTarget: Sendable, Equatable {
  /// Out of the site, or nowhere: the destination stays as it was written.
  case asWritten
  /// A note, by its index, and what follows the `#`.
  case note(Int, fragment: String?)
  /// A section without a note of its own, by its index.
  case section(Int)
  /// A file that is published as it is, by its index.
  case asset(Int)
  /// A topic that is known but still to be written, by its number.
  case stub(Int)
  /// A page that is made for the site, such as its map.
  case made(MadePage)
  /// Nowhere: a topic that has no note yet.
  case missing
}
