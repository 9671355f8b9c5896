internal import CCmark
internal import Source

extension DocumentParser {
  mutating func enterLink(_ node: CMarkNode) -> CMarkNode? {
    let isImage = node.type == CMARK_NODE_IMAGE
    let isAutomatic = !isImage && content[min(position, content.count)] == UInt8(ascii: "<") && !isLost
    beginLink(node, isImage: isImage, isAutomatic: isAutomatic)
    if isAutomatic {
      addAutomaticLink(node)
      return nil
    }
    if content[min(position, content.count)] != UInt8(ascii: isImage ? "!" : "[") { isLost = true }
    if !isLost { position += isImage ? 2 : 1 }
    guard let child = node.firstChild else {
      leaveLink()
      return nil
    }
    return child
  }

  private mutating func beginLink(_ node: CMarkNode, isImage: Bool, isAutomatic: Bool) {
    let start = inlinePlace(position, position + 1).start
    let index = tree.begin(isImage ? .image : .link, at: start)
    let destination = keep(node.destination)
    let title = keep(node.title)
    tree.with(index) {
      $0.text = destination
      $0.detail = title
      $0.number = Int32(links.count)
      if isAutomatic { $0.flags.insert(.automatic) }
    }
    let place = SourceRange(at: start)
    links.append(
      Link(
        kind: isImage ? .image : .link, destination: tree.string(destination), title: tree.string(title),
        range: place, target: place))
    linkDepth += 1
    if isImage { imageDepth += 1 }
  }

  mutating func leaveLink() {
    guard !isLost, content[min(position, content.count)] == UInt8(ascii: "]") else {
      isLost = true
      return endLink(at: block, target: block)
    }
    let tail = LinkSyntax(content).tail(at: position + 1)
    let end = content.origin(position, tail.end)
    position = tail.end
    let target = tail.destination.map { inlinePlace($0.lowerBound, $0.upperBound) }
    endLink(at: place(end.start, end.end), target: target)
  }

  /// Ends the innermost link.
  private mutating func endLink(at end: SourceRange, target: SourceRange?) {
    let index = tree.current
    tree.end(at: end.end)
    let node = tree.nodes[index]
    links[Int(node.number)].range = node.range
    links[Int(node.number)].target = target ?? node.range
    linkDepth -= 1
    if node.kind == .image { imageDepth -= 1 }
  }

  /// `<https://example.org>`: its text has entities, but no escapes.
  private mutating func addAutomaticLink(_ node: CMarkNode) {
    var end = position + 1
    while end < content.count, content[end] != UInt8(ascii: ">") { end += 1 }
    let inside = inlinePlace(position + 1, end)
    let whole = inlinePlace(position, end + 1)
    if let literal = node.firstChild?.literal {
      unsafe noteHeading(literal.bytes)
      tree.add(.text, at: inside, text: keep(literal))
    }
    position = end + 1
    endLink(at: whole, target: inside)
  }
}
