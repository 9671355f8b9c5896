import Source

extension HTMLWriter {
  /// Writes HTML that stands in a line of text.
  mutating func inlineHTML(_ node: Node, _ index: Int) {
    if form == .page { silence(tag: document.bytes(node.text), in: unclosed.last?.end ?? node.end) }
    switch (form, rawHTML) {
    case (.plain, .unsafe): append(node.text)
    case (.title, .trusted), (.title, .unsafe): break
    case (_, .escaped): escapeHTML(node.text)
    case (_, .trusted):
      let inParagraph = unclosed.last?.kind != .tableCell
      sanitizer.write(
        document.bytes(node.text), depth: unclosed.count, allowsBlocks: !inParagraph, to: &output)
    case (_, .unsafe): appendWithoutComment(node.text)
    }
  }

  /// Writes a block of HTML.
  mutating func blockHTML(_ node: Node) {
    output.startLine()
    switch (form, rawHTML) {
    case (.plain, .unsafe): append(node.text)
    case (_, .escaped): escapedBlock(node)
    case (_, .trusted):
      sanitizer.write(document.bytes(node.text), depth: unclosed.count, allowsBlocks: true, to: &output)
      sanitizer.closeParagraphs(depth: unclosed.count, to: &output)
    case (_, .unsafe): appendWithoutComment(node.text)
    }
    output.startLine()
  }

  /// Shows a block as a paragraph of what was written, without its comments; nothing where nothing else is there.
  private mutating func escapedBlock(_ node: Node) {
    let start = output.count
    output.append("<p>")
    let empty = output.count
    escapeHTML(node.text)
    while output.count > empty, let last = output.last, last <= 0x20 { output.truncate(to: output.count - 1) }
    if output.count == empty { return output.truncate(to: start) }
    output.append("</p>\n")
  }

  /// Appends HTML as text, without its comments. One that never ends is shown: the rest of the note is in it.
  private mutating func escapeHTML(_ slice: TextSlice) {
    let html = document.bytes(slice)
    var rest = html.startIndex
    while let start = html[rest...].offset(of: "<!--") {
      guard let end = html[(start + 4)...].offset(of: "-->") else { break }
      output.append(escaping: html[rest..<start])
      rest = end + 3
    }
    output.append(escaping: html[rest...])
  }

  /// Appends HTML as it is, without a comment that it starts with; one that never ends is shown.
  private mutating func appendWithoutComment(_ slice: TextSlice) {
    let html = document.bytes(slice)
    let start = html.drop { $0 <= 0x20 }
    guard start.starts(with: "<!--".utf8) else { return output.append(html) }
    guard let end = start.dropFirst(4).offset(of: "-->") else { return output.append(escaping: html) }
    output.append(html[(end + 3)...].drop { $0 <= 0x20 })
  }
}

extension ArraySlice<UInt8> {
  /// Where a short mark stands for the first time.
  func offset(of mark: StaticString) -> Int? {
    let bytes = span
    for index in bytes.indices where Self.stands(mark, in: bytes, at: index) { return startIndex + index }
    return nil
  }

  @inline(__always)
  private static func stands(_ mark: StaticString, in bytes: borrowing Span<UInt8>, at index: Int) -> Bool {
    guard bytes.count - index >= mark.utf8CodeUnitCount else { return false }
    for place in 0..<mark.utf8CodeUnitCount where unsafe bytes[index + place] != mark.utf8Start[place] { return false }
    return true
  }
}
