import Source

/// How good a topic's claim to its name is. Of topics with one name, only those with the best claim are meant by it.
enum Claim: UInt8, Comparable, Sendable {
  /// Its note says what kind of thing it is.
  case kind
  /// An outline explains it.
  case written
  /// A note has it for a title.
  case title
  /// An outline only names it.
  case stub
  /// None: a guide, a rule, or a title that no sentence would hold.
  case none

  static func < (one: Claim, other: Claim) -> Bool { one.rawValue < other.rawValue }

  /// The claim of a topic.
  ///
  /// - Parameter foldersAreDomains: Whether the names of top folders are notions, too.
  static func of(_ topic: Topic, _ index: SiteIndex, foldersAreDomains: Bool = false) -> Claim {
    if topic.isStub { return .stub }
    switch topic.kind {
    case .concept, .instruction, .object, .command, .field: return .kind
    case .guide, .rule: return topic.linking == .strong ? .title : .none
    case .note, nil:
      if !topic.isPage { return .written }
      return topic.linking == .strong || isName(topic.name) && (foldersAreDomains || !isFolder(topic, index))
        ? .title : .none
    }
  }

  /// Whether a title is a name rather than words on what to do: short, without words that make sentences.
  private static func isName(_ title: String) -> Bool {
    let words = NameForms.words(of: Array(title.lowercased().utf8))
    guard !words.isEmpty, words.count <= 4 else { return false }
    if words.count > 1, words[0][...].hasSuffix("ing") { return false }
    return words.allSatisfy { word in
      let word = String(decoding: word, as: UTF8.self)
      return word == "of" || word == "and" || !(English.roles[word] ?? []).contains(.function)
    }
  }

  /// Whether a note speaks for one of the site's top folders, whose name is a heading rather than a notion.
  private static func isFolder(_ topic: Topic, _ index: SiteIndex) -> Bool {
    let section = index.sectionOfNote[topic.note]
    return index.sections[section].note == topic.note && index.sections[section].parent == 0
  }
}
