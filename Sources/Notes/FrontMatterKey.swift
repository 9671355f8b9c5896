extension FrontMatter {
  /// A key that front matter may have.
  public enum Key: String, CaseIterable, Sendable {
    /// What the note is called.
    case title
    /// What else its topic is called.
    case aliases
    /// The note in a sentence.
    case summary
    /// The sort of thing it explains.
    case kind
    /// The field it belongs to.
    case domain
    /// Words to gather notes by.
    case tags
    /// What it is a piece of.
    case partOf = "part-of"
    /// What it needs.
    case requires
    /// What it is easily taken for.
    case contrasts
    /// What is worth a look.
    case see
    /// What to learn after it.
    case next
    /// What it makes and takes along.
    case owns
    /// What it finds by labels.
    case selects
    /// Where it sends traffic.
    case routesTo = "routes-to"
    /// What it shows in a file system.
    case mounts
    /// What it sets the behaviour of.
    case configures
    /// What it runs on.
    case runsOn = "runs-on"
    /// Whether it is not for readers yet.
    case draft
    /// Whether its bullets become pages of their own.
    case outline
    /// When it was first published.
    case date
    /// When it last changed.
    case updated
    /// Its place among its siblings.
    case order
    /// Addresses it had before.
    case redirectFrom = "redirect-from"
    /// How readily mentions become links.
    case link
    /// Phrases in which its name means something else.
    case not
    /// What is made into cards to learn it by.
    case cards
    /// What it rests on.
    case sources

    /// The key with that name.
    static func named(_ name: String) -> Key? { byName[name] }

    /// The names of all keys.
    static let names = allCases.map(\.rawValue)

    private static let byName = [String: Key](uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
  }
}
