/// A page that Rutter makes for a site, where no note of the site's own has the address.
public enum MadePage: String, CaseIterable, Sendable {
  /// The list of all topics.
  case map
  /// The list of topics that are still to be written.
  case stubs
  /// The page to study at.
  case study

  /// Where it stands.
  public var address: Address { Address(rawValue + "/") }

  /// Whether a site has it: it has something to list, and nothing of the site's own is in the place.
  public func isMade(of topics: Topics, in index: SiteIndex) -> Bool {
    guard !index.isTaken(address) else { return false }
    return switch self {
    case .map: topics.lazy.filter { $0.isOnMap(of: index) }.prefix(2).count == 2
    case .stubs: topics.contains(where: \.isStub)
    case .study: index.leavesRoomForStudy && index.notes.indices.contains { index.hasCards(ofNote: $0, topics) }
    }
  }
}

extension Topic {
  /// Whether the map lists it: it is written, and not what the home page is about.
  public func isOnMap(of index: SiteIndex) -> Bool {
    !isStub && !index.addresses[note].isHome
  }
}
