extension RelatedPage.Reason {
  /// The reason as readers are told it: `shares: PersistentVolume, StorageClass`.
  public func words(_ topics: Topics) -> String {
    switch self {
    case .said(let kind, let isReverse): isReverse ? kind.words.incoming : kind.words.outgoing
    case .sharedTopics(let shared): "shares: " + shared.map { topics[$0].name }.joined(separator: ", ")
    case .sharedTerms(let words): "both on: " + words.joined(separator: ", ")
    case .linked: "linked from this page"
    case .linkedFrom: "links to this page"
    case .linkedFromSimilar: "linked from similar pages"
    case .sameSection: "same section"
    case .similarText: "similar text"
    }
  }

  /// What it is called in reports, such as `shared-topics`.
  public var name: String {
    switch self {
    case .said: "said"
    case .sharedTopics: "shared-topics"
    case .sharedTerms: "shared-terms"
    case .linked: "linked"
    case .linkedFrom: "linked-from"
    case .linkedFromSimilar: "linked-from-similar"
    case .sameSection: "same-section"
    case .similarText: "similar-text"
    }
  }

  /// The names of what both pages share; nothing for other reasons.
  public func shared(_ topics: Topics) -> [String] {
    switch self {
    case .sharedTopics(let shared): shared.map { topics[$0].name }
    case .sharedTerms(let words): words
    default: []
    }
  }
}
