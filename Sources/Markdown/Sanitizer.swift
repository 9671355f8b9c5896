import Source

/// Lets the harmless part of raw HTML through.
///
/// The HTML is read as a browser reads it and written anew from what was understood, so that no trick of spelling
/// survives: only elements and attributes of a list, values escaped, addresses checked as in Markdown. What was opened
/// is closed where the Markdown around it ends, and only that can be closed: a note cannot leave its place in the page.
struct Sanitizer {
  /// An element that was opened and not closed yet.
  private struct Open {
    let name: String
    let element: Element
    /// How many Markdown nodes were open around it.
    let depth: Int
  }

  /// Browsers give up nesting at 512.
  private static let deepest = 200

  private var unclosed: [Open] = []

  /// Whether nothing is unclosed.
  @inline(__always) var isEmpty: Bool { unclosed.isEmpty }

  /// Writes what is allowed of a piece of HTML.
  ///
  /// - Parameters:
  ///   - depth: How many Markdown nodes are open around the piece.
  ///   - allowsBlocks: Whether elements such as `<div>` may stand here, or only text and what marks it up.
  mutating func write(_ html: ArraySlice<UInt8>, depth: Int, allowsBlocks: Bool, to output: inout ByteWriter) {
    var tokenizer = HTMLTokenizer(html)
    while let token = tokenizer.next() {
      switch token {
      case .text(let text): Self.write(text: text, to: &output)
      case .startTag(let tag): start(tag, depth: depth, allowsBlocks: allowsBlocks, to: &output)
      case .endTag(let name): end(name, depth: depth, to: &output)
      }
    }
  }

  /// Closes what was opened within Markdown nodes that end now.
  mutating func close(deeperThan depth: Int, to output: inout ByteWriter) {
    while let last = unclosed.last, last.depth > depth { closeLast(&output) }
  }

  /// Closes paragraphs and headings at the end of a block of HTML: the Markdown block that follows would end them.
  mutating func closeParagraphs(depth: Int, to output: inout ByteWriter) {
    guard let first = unclosed.firstIndex(where: { $0.depth == depth && $0.element.endsAtBlocks }) else { return }
    while unclosed.count > first { closeLast(&output) }
  }

  // MARK: Tags

  private mutating func start(
    _ tag: HTMLTokenizer.Tag, depth: Int, allowsBlocks: Bool, to output: inout ByteWriter
  ) {
    guard let element = Element.allowed[tag.name], allowsBlocks || !element.isBlock else { return }
    while let last = unclosed.last, last.depth == depth, element.ends(last.name, last.element) { closeLast(&output) }
    guard element.isVoid || unclosed.count < Self.deepest else { return }
    output.append("<")
    output.append(tag.name)
    write(tag.attributes, of: element, to: &output)
    output.append(">")
    if !element.isVoid { unclosed.append(Open(name: tag.name, element: element, depth: depth)) }
  }

  private mutating func end(_ name: String, depth: Int, to output: inout ByteWriter) {
    guard let index = unclosed.lastIndex(where: { $0.name == name && $0.depth == depth }) else { return }
    while unclosed.count > index { closeLast(&output) }
  }

  private mutating func closeLast(_ output: inout ByteWriter) {
    guard let last = unclosed.popLast() else { return }
    output.append("</")
    output.append(last.name)
    output.append(">")
  }

  // MARK: Attributes

  private func write(
    _ attributes: [HTMLTokenizer.Attribute], of element: Element, to output: inout ByteWriter
  ) {
    var written: [String] = []
    for attribute in attributes {
      guard let kind = element.attribute(attribute.name), !written.contains(attribute.name) else { continue }
      written.append(attribute.name)
      switch kind {
      case .flag: Self.write(attribute.name, value: nil, to: &output)
      case .text: Self.write(attribute.name, value: attribute.value, to: &output)
      case .address:
        let address = HTMLTokenizer.withoutReferences(attribute.value)
        guard HTMLWriter.isSafe(address.span) else { continue }
        output.append(" ")
        output.append(attribute.name)
        output.append("=\"")
        output.append(escaping: address)
        output.append("\"")
      }
    }
  }

  private static func write(_ name: String, value: ArraySlice<UInt8>?, to output: inout ByteWriter) {
    output.append(" ")
    output.append(name)
    guard let value else { return }
    output.append("=\"")
    write(text: value, to: &output)
    output.append("\"")
  }

  /// Writes text in which character references stand: they stay, everything else is escaped.
  private static func write(text: ArraySlice<UInt8>, to output: inout ByteWriter) {
    var rest = text.startIndex
    while let ampersand = text[rest...].firstIndex(of: UInt8(ascii: "&")) {
      output.append(escaping: text[rest..<ampersand])
      rest = ampersand + 1
      output.append(HTMLTokenizer.isReference(text[rest...]) ? "&" : "&amp;")
    }
    output.append(escaping: text[rest...])
  }
}
