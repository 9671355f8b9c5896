/// The fields that a site's topics and pages belong to, such as Docker and Kubernetes, by number.
///
/// A note says its domain in its front matter. A folder is a domain only on a site that keeps its domains in folders:
/// where a domain that some note says is the name of a top folder, or where none is said and topics lie in several.
struct SiteDomains: Sendable {
  /// The domains, in lower case.
  let names: [String]
  /// The domain of each note; none where nothing says it.
  let ofNote: [Int?]
  /// The domain of each topic; none where nothing says it.
  let ofTopic: [Int?]
  /// Whether the site's top folders are domains.
  let areFolders: Bool

  init(_ topics: Topics, _ index: SiteIndex) {
    let areFolders = Self.hasFolders(topics, index)
    var numbers: [String: Int] = [:]
    var names: [String] = []
    func number(_ name: String?) -> Int? {
      guard let name = name?.lowercased(), !name.isEmpty else { return nil }
      if let known = numbers[name] { return known }
      names.append(name)
      numbers[name] = names.count - 1
      return names.count - 1
    }
    ofNote = index.notes.map { note in number(note.frontMatter.domain ?? (areFolders ? note.domain : nil)) }
    var ofTopic: [Int?] = []
    ofTopic.reserveCapacity(topics.count)
    for topic in topics {
      let isOwn = topic.domain != index.notes[topic.note].domain
      ofTopic.append(isOwn ? number(topic.domain) : ofNote[topic.note])
    }
    self.ofTopic = ofTopic
    self.names = names
    self.areFolders = areFolders
  }

  /// Whether the site's top folders are domains.
  private static func hasFolders(_ topics: Topics, _ index: SiteIndex) -> Bool {
    var said: Set<String> = []
    var folders: Set<String> = []
    for note in index.notes {
      if let domain = note.frontMatter.domain { said.insert(domain.lowercased()) }
      if note.frontMatter.domain == nil, let folder = note.domain { folders.insert(folder.lowercased()) }
    }
    for topic in topics {
      if let domain = topic.domain, domain != index.notes[topic.note].domain { said.insert(domain.lowercased()) }
    }
    guard said.isEmpty else { return !said.isDisjoint(with: folders) }
    let kept = topics.filter { Claim.of($0, index) <= .written }.compactMap(\.domain)
    return Set(kept).count > 1
  }
}
