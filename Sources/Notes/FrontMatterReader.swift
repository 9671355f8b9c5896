public import Source
internal import YAML

extension FrontMatter {
  /// Reads the front matter of a note: what stands between `---` in its first line and the next line `---` or `...`.
  ///
  /// ```swift
  /// let (frontMatter, bodyStart, problems) = FrontMatter.read(source, allowing: settings.frontMatterKeys)
  /// ```
  ///
  /// - Parameters:
  ///   - source: The whole note.
  ///   - allowedKeys: Keys that are no problem, though they mean nothing here.
  /// - Returns: What it says, the offset at which the note's text begins, and what is wrong with it. Without a closing
  ///   line, or with something other than keys and values between the lines, everything is the note's text.
  public static func read(
    _ source: SourceText, allowing allowedKeys: Set<String> = []
  ) -> (frontMatter: FrontMatter, bodyStart: Int, problems: [MetadataProblem]) {
    let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let opening = Fence(source.bytes, at: start), opening.isOpening else { return (FrontMatter(), start, []) }
    guard let closing = Fence.closing(source.bytes, from: opening.end) else {
      let range = SourceRange(opening.start, opening.start + 3)
      return (FrontMatter(), start, [MetadataProblem(.unclosed, at: range)])
    }
    let block = SourceRange(opening.end, closing.start)
    var reader = FrontMatterReader(allowedKeys: allowedKeys)
    let isFrontMatter = reader.read(YAMLStream(source, in: block, dialect: .core))
    return (reader.frontMatter, isFrontMatter ? closing.end : start, reader.values.problems)
  }
}

/// A line `---` or `...`.
private struct Fence {
  let start: Int
  /// The offset after its line break.
  let end: Int
  let isOpening: Bool

  /// The fence that starts at `start`, which is the beginning of a line.
  init?(_ bytes: [UInt8], at start: Int) {
    guard start + 3 <= bytes.count else { return nil }
    let mark = bytes[start]
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: ".") else { return nil }
    guard bytes[start + 1] == mark, bytes[start + 2] == mark else { return nil }
    var end = start + 3
    while end < bytes.count, bytes[end] == UInt8(ascii: " ") || bytes[end] == UInt8(ascii: "\t") { end += 1 }
    if end < bytes.count, bytes[end] == UInt8(ascii: "\r") { end += 1 }
    guard end == bytes.count || bytes[end] == UInt8(ascii: "\n") else { return nil }
    self.start = start
    self.end = min(end + 1, bytes.count)
    isOpening = mark == UInt8(ascii: "-")
  }

  /// The first fence from `start` on, which is the beginning of a line.
  static func closing(_ bytes: [UInt8], from start: Int) -> Fence? {
    var start = start
    while start < bytes.count {
      if let fence = Fence(bytes, at: start) { return fence }
      guard let lineEnd = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      start = lineEnd + 1
    }
    return nil
  }
}

/// Fills front matter from YAML.
private struct FrontMatterReader {
  typealias Key = FrontMatter.Key

  let allowedKeys: Set<String>
  var frontMatter = FrontMatter()
  var values = MetadataReader()

  init(allowedKeys: Set<String>) {
    self.allowedKeys = allowedKeys
  }

  /// Reads the keys; false if there is something else than keys.
  mutating func read(_ stream: YAMLStream) -> Bool {
    for problem in stream.problems { values.add(MetadataProblem(problem)) }
    guard let root = stream.documents.first else { return true }
    if root.kind == .null { return true }
    guard root.kind == .mapping else {
      values.add(MetadataProblem(.notAMapping(found: MetadataReader.name(of: root)), at: root.range))
      return false
    }
    for entry in root.entries { read(entry) }
    return true
  }

  private mutating func read(_ entry: YAMLNode.Entry) {
    let name = entry.key.text
    guard let key = Key.named(name) else {
      if !allowedKeys.contains(name) {
        values.add(MetadataProblem(.unknownKey(name), at: entry.key.range, allowed: Key.names))
      }
      return
    }
    // A key that stands there twice is told by the YAML reader; the first one counts.
    guard frontMatter.range(of: key) == nil else { return }
    frontMatter.place(key, at: entry.value.range)
    if let kind = FrontMatter.Relation.Kind(rawValue: name) {
      readRelations(kind, entry.value)
    } else {
      read(key, entry.value)
    }
  }

  private mutating func read(_ key: Key, _ node: YAMLNode) {
    let name = key.rawValue
    switch key {
    // A title of nothing but blanks counts as not written, as one without a value does.
    case .title: frontMatter.title = values.text(node, of: name).flatMap { $0.utf8.allSatisfy(\.isSpace) ? nil : $0 }
    case .aliases: frontMatter.aliases = values.texts(node, of: name)
    case .summary: frontMatter.summary = values.text(node, of: name)
    case .kind: frontMatter.kind = values.choice(node, of: name)
    case .domain: frontMatter.domain = values.text(node, of: name)
    case .tags: frontMatter.tags = values.texts(node, of: name)
    case .outline: frontMatter.outline = values.bool(node, of: name)
    case .draft: frontMatter.draft = values.bool(node, of: name) ?? false
    case .date: frontMatter.date = values.date(node, of: name)
    case .updated: frontMatter.updated = values.date(node, of: name)
    case .order: frontMatter.order = values.number(node, of: name)
    case .redirectFrom: frontMatter.redirectFrom = values.texts(node, of: name)
    case .link: frontMatter.linking = values.choice(node, of: name) ?? .auto
    case .not: frontMatter.collocations = values.texts(node, of: name)
    case .sources: readSources(node)
    case .cards: frontMatter.cards = values.choice(node, of: name) ?? .all
    default: break
    }
  }

  private mutating func readRelations(_ kind: FrontMatter.Relation.Kind, _ node: YAMLNode) {
    for target in values.texts(node, of: kind.rawValue) {
      let name = Self.withoutBrackets(target.text)
      frontMatter.relations.append(FrontMatter.Relation(kind: kind, target: name, range: target.range))
    }
  }

  /// The name in `[[name]]` or `[[name|shown]]`; any other text as it is.
  private static func withoutBrackets(_ text: String) -> String {
    guard text.utf8.starts(with: "[[".utf8), text.hasSuffix("]]"), text.utf8.count > 4 else { return text }
    let inner = text.dropFirst(2).dropLast(2)
    return String(inner.prefix { $0 != "|" })
  }

  /// Addresses, alone or with a title: `{title: …, url: …}`.
  private mutating func readSources(_ node: YAMLNode) {
    let items = node.kind == .sequence ? Array(node.items) : [node]
    for item in items {
      guard item.kind == .mapping else {
        guard let address = values.text(item, of: "sources") else { continue }
        frontMatter.sources.append(FrontMatter.Citation(title: nil, address: address, range: item.range))
        continue
      }
      guard let address = item["url"].flatMap({ values.text($0, of: "url") }) else {
        values.refuse(item, "sources", expected: "addresses, or 'title' and 'url' of each")
        continue
      }
      let title = item["title"].flatMap { values.text($0, of: "title") }
      frontMatter.sources.append(FrontMatter.Citation(title: title, address: address, range: item.range))
    }
  }
}
