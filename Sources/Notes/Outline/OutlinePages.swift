import Markdown
import Source

/// Which topics of an outline have pages of their own, and where. It follows from the outline alone: an address does not
/// move when another note changes.
struct OutlinePages {
  /// For each topic, its path in the content folder; none where it is a section of another's page, or a stub.
  private(set) var paths: [ContentPath?]

  /// How deep pages lie below the note; what is deeper is a section.
  private static let deepest = 6

  /// The pages of an outline that lies at `path`.
  init(_ tree: OutlineTree, at path: ContentPath) {
    paths = Array(repeating: nil, count: tree.topics.count)
    let isPage = Self.choose(tree)
    let base = path.isIndex ? String(path.folder) : path.folder + path.stem + "/"
    var folders = Array(repeating: "", count: tree.topics.count)
    var taken: [String: Int] = [:]
    folders[0] = base
    paths[0] = path
    for (index, topic) in tree.topics.enumerated().dropFirst() where isPage[index] {
      let part = Slug.part(topic.title)
      var folder = folders[topic.parent ?? 0] + part + "/"
      while let count = taken[folder] {
        taken[folder] = count + 1
        folder = folder.dropLast() + "-\(count + 1)/"
      }
      taken[folder] = 1
      folders[index] = folder
      // A file that is called so speaks for its folder.
      let holdsPages = topic.children.contains { isPage[$0] } || ["index", "_index", "readme"].contains(part)
      paths[index] = ContentPath(holdsPages ? folder + "index.md" : folder.dropLast() + ".md")
    }
  }

  /// A topic has a page where there is more to say than a definition, or a definition that others need: where the outline
  /// names it elsewhere. Options are read side by side, so they are sections; keywords go together, and so do definitions with
  /// nothing more.
  private static func choose(_ tree: OutlineTree) -> [Bool] {
    let topics = tree.topics
    let mentioned = OutlineMentions.mentioned(in: tree)
    let hasMore = topics.map { topic in
      !topic.content.isEmpty || !topic.remarks.isEmpty || topic.hasBlocks
        || topic.children.contains { !topics[$0].isStub }
    }
    var isPage = topics.indices.map { index in
      let topic = topics[index]
      return !topic.isStub && !topic.isOption && (hasMore[index] || topic.definition != nil && mentioned[index])
    }
    for index in topics.indices {
      // Definitions that stand side by side stay together, as most of them would.
      let short = topics[index].children.filter {
        !hasMore[$0] && topics[$0].definition != nil && topics[$0].kind != .instruction
      }
      if short.count(where: { isPage[$0] }) * 2 < short.count { for child in short { isPage[child] = false } }
      let keywords = topics[index].children.filter { topics[$0].kind == .instruction && !topics[$0].isStub }
      guard keywords.contains(where: { isPage[$0] }) else { continue }
      for keyword in keywords { isPage[keyword] = true }
    }
    // Only a page has pages below it.
    isPage[0] = true
    var depth = Array(repeating: 0, count: topics.count)
    for (index, topic) in topics.enumerated() {
      guard let parent = topic.parent else { continue }
      depth[index] = depth[parent] + 1
      if !isPage[parent] || depth[index] > deepest { isPage[index] = false }
    }
    return isPage
  }
}

extension OutlineTopic {
  /// Whether it is a switch of a command.
  var isOption: Bool { isCode && title.hasPrefix("-") }

  /// Whether the heading of its section says how it is written: of an option, unless that is long.
  var showsSyntaxInHeading: Bool { isOption && syntax.allSatisfy { $0.utf8.count <= 48 } }

  /// What the heading of its section says, where its name is code.
  var headingSpellings: [String] { showsSyntaxInHeading && !syntax.isEmpty ? syntax : spellings }
}

/// Finds the topics of an outline that it names elsewhere too.
enum OutlineMentions {
  private static let longestName = 5

  /// For each topic, whether a bullet that is neither its own nor below one of its own names it.
  static func mentioned(in tree: OutlineTree) -> [Bool] {
    var mentioned = Array(repeating: false, count: tree.topics.count)
    var names: [String: [Int]] = [:]
    for (index, topic) in tree.topics.enumerated() where topic.definition != nil && !topic.isStub {
      names[key(of: topic), default: []].append(index)
    }
    guard !names.isEmpty else { return mentioned }
    let ends = ends(of: tree.bullets)
    for (number, bullet) in tree.bullets.enumerated() {
      let words = SentenceWords(
        bullet.text.bytes, 0..<bullet.text.bytes.count, code: Array(repeating: false, count: bullet.text.bytes.count),
        limit: .max)
      let plain = words.all.map { WordClasses.singular(of: $0.folded) }
      let written = words.all.map { String(decoding: bullet.text.bytes[$0.range], as: UTF8.self) }
      for start in plain.indices {
        for length in 1...min(longestName, plain.count - start) {
          let isOneWord = length == 1
          let spoken = plain[start..<start + length].joined(separator: " ")
          for key in isOneWord ? [spoken, "=" + written[start]] : [spoken] {
            for topic in names[key] ?? [] where !mentioned[topic] {
              mentioned[topic] = !tree.topics[topic].bullets.prefix(64).contains { $0 <= number && number < ends[$0] }
            }
          }
        }
      }
    }
    return mentioned
  }

  /// What a topic is looked up by: its words in the singular; a keyword in capitals as it is written.
  private static func key(of topic: OutlineTopic) -> String {
    guard topic.kind != .instruction else { return "=" + topic.title }
    return topic.title.lowercased().split(separator: " ").map { WordClasses.singular(of: String($0)) }.joined(
      separator: " ")
  }

  /// For each bullet, the number after the last one below it.
  private static func ends(of bullets: [Bullet]) -> [Int] {
    var ends = Array(repeating: 0, count: bullets.count)
    for index in bullets.indices.reversed() {
      ends[index] = max(ends[index], index + 1)
      if let parent = bullets[index].parent { ends[parent] = max(ends[parent], ends[index]) }
    }
    return ends
  }
}
