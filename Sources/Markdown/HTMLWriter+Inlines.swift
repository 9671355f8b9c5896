import Source

extension HTMLWriter {
  /// Writes the start tag of an inline that has content.
  mutating func startInline(_ node: Node) {
    switch node.kind {
    case .emphasis: output.append("<em>")
    case .strong: output.append("<strong>")
    case .strikethrough: output.append("<del>")
    case .mark: startMark(node)
    case .question: startQuestion(node)
    case .answer: startAnswer(node)
    case .link: startLink(node)
    case .wikilink: startWikilink(node)
    default: break
    }
  }

  /// Writes the end tag of an inline.
  mutating func endInline(_ node: Open) {
    switch node.kind {
    case .emphasis: output.append("</em>")
    case .strong: output.append("</strong>")
    case .strikethrough: output.append("</del>")
    case .mark: endMark(document.nodes[Int(node.index)])
    case .question: endPart(0)
    case .answer: endPart(1)
    case .link, .wikilink: endLink(document.nodes[Int(node.index)])
    default: break
    }
  }

  /// Writes a text; where it is a wikilink's target, `Topic#Heading` reads `Topic › Heading`.
  mutating func text(_ node: Node, _ index: Int) {
    guard let parent = unclosed.last, parent.kind == .wikilink, parent.flags.contains(.unlabelled), form != .plain
    else {
      let start = output.count
      escape(node.text)
      return prose(node, index, from: start)
    }
    let parts = document.bytes(node.text).split(separator: UInt8(ascii: "#"))
    for (number, part) in parts.enumerated() {
      if number > 0 { output.append(" › ") }
      output.append(escaping: part)
    }
  }

  mutating func lineBreak() {
    switch form {
    case .plain: output.append("<br />\n")
    case .page: output.append("<br>\n")
    case .title: output.append(" ")
    }
  }

  mutating func codeSpan(_ node: Node) {
    output.append(form == .page && isFlag(document.bytes(node.text)) ? "<code class=\"flag\">" : "<code>")
    escape(node.text)
    output.append("</code>")
  }

  /// Whether code is a flag, which reads badly in two lines: browsers break after its dashes.
  private func isFlag(_ code: ArraySlice<UInt8>) -> Bool {
    code.first == UInt8(ascii: "-") && code.count <= 24 && !code.contains(UInt8(ascii: " "))
  }

  // MARK: Links

  private mutating func startLink(_ node: Node) {
    guard form != .title else { return }
    if isInternal(node) { return hole(.linkStart, Int(node.number)) }
    output.append("<a")
    if form == .plain || isSafe(node.text) {
      output.append(" href=\"")
      destination(node.text)
      output.append("\"")
    }
    attribute(" title=\"", node.detail)
    output.append(">")
  }

  private mutating func startWikilink(_ node: Node) {
    switch form {
    case .page: hole(.linkStart, Int(node.number))
    case .plain:
      output.append("<a href=\"")
      destination(node.text)
      output.append("\">")
    case .title: break
    }
  }

  private mutating func endLink(_ node: Node) {
    guard form != .title else { return }
    if isInternal(node) { hole(.linkEnd, Int(node.number)) } else { output.append("</a>") }
  }

  /// Whether the site has to say where it leads.
  private func isInternal(_ node: Node) -> Bool {
    guard form == .page else { return false }
    return node.kind == .wikilink || !Self.isExternal(document.buffer.span.extracting(node.text.range))
  }

  private func isSafe(_ destination: TextSlice) -> Bool {
    Self.isSafe(document.buffer.span.extracting(destination.range))
  }

  // MARK: Images and embeds

  mutating func image(_ node: Node, _ index: Int) {
    let isInternal = isInternal(node)
    // An image that must not be loaded is its alternative text, as it is in a title.
    guard form == .plain || form == .page && (isInternal || isSafe(node.text)) else {
      return alternative(index)
    }
    output.append("<img")
    if isInternal {
      hole(.image, Int(node.number))
    } else {
      output.append(" src=\"")
      destination(node.text)
      output.append("\"")
    }
    output.append(" alt=\"")
    alternative(index)
    output.append("\"")
    attribute(" title=\"", node.detail)
    output.append(form == .plain ? " />" : " loading=\"lazy\">")
  }

  /// The text of an image's children.
  private mutating func alternative(_ image: Int) {
    for child in image + 1..<max(image + 1, Int(document.nodes[image].end)) {
      let node = document.nodes[child]
      switch node.kind {
      case .text, .code: escape(node.text)
      case .htmlInline: if form == .plain { escape(node.text) }
      case .softBreak, .lineBreak: output.append(" ")
      default: break
      }
    }
  }

  mutating func embed(_ node: Node) {
    let isBlock = unclosed.last.map { $0.kind.holdsBlocks } ?? true
    switch form {
    case .title: escape(node.detail.isEmpty ? node.text : node.detail)
    case .page where isBlock:
      output.startLine()
      hole(.embed, Int(node.number))
    case .page: hole(.inlineEmbed, Int(node.number))
    case .plain:
      output.append("<a href=\"")
      destination(node.text)
      output.append("\">")
      escape(node.detail.isEmpty ? node.text : node.detail)
      output.append("</a>")
    }
  }
}
