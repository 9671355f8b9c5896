import Markdown

/// Reads the bullets of a document's lists, in the order in which they stand.
struct BulletReader {
  private let document: Document
  private(set) var bullets: [Bullet] = []

  /// The bullets of `document`.
  static func bullets(of document: Document) -> [Bullet] {
    var reader = BulletReader(document: document)
    reader.read()
    return reader.bullets
  }

  private init(document: Document) {
    self.document = document
  }

  private mutating func read() {
    var heading: Int?
    /// The bullets around, innermost last, with the index after their items.
    var around: [(bullet: Int, end: Int)] = []
    var index = 1
    while index < document.nodes.count {
      while let last = around.last, last.end <= index { around.removeLast() }
      let node = document.nodes[index]
      switch node.kind {
      case .heading where around.isEmpty: heading = Int(node.number)
      case .list where isBulletList(index): index += 1; continue
      case .item:
        let bullet = add(index, parent: around.last?.bullet, heading: heading)
        around.append((bullet, Int(node.end)))
        index = self.bullets[bullet].paragraph.map { Int(document.nodes[$0].end) } ?? index + 1
        continue
      default: if let last = around.last { bullets[last.bullet].hasBlocks = true }
      }
      index = max(Int(node.end), index + 1)
    }
  }

  /// Whether a list has bullets that are read one by one: neither numbers nor boxes, which make it a whole.
  private func isBulletList(_ index: Int) -> Bool {
    let list = document.nodes[index]
    guard !list.flags.contains(.ordered), index + 1 < Int(list.end) else { return false }
    return document.nodes[index + 1].flags.isDisjoint(with: [.open, .done])
  }

  private mutating func add(_ item: Int, parent: Int?, heading: Int?) -> Int {
    let first = item + 1
    let hasParagraph = first < Int(document.nodes[item].end) && document.nodes[first].kind == .paragraph
    let number = bullets.count
    bullets.append(
      Bullet(
        item: item, paragraph: hasParagraph ? first : nil, parent: parent, heading: heading,
        text: hasParagraph ? InlineText(of: first, in: document) : InlineText(),
        isFirst: document.nodes[item - 1].kind == .list,
        isStep: !document.nodes[item].flags.isDisjoint(with: [.open, .done])))
    if let parent { bullets[parent].children.append(number) }
    return number
  }
}
