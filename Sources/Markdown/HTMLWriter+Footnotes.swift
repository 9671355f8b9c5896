import Source

extension HTMLWriter {
  mutating func footnoteReference(_ node: Node) {
    guard form != .title else { return }
    let number = Int(node.number)
    let reference = anchors { $0.nextReference(number) }
    if form == .plain {
      output.append("<sup class=\"footnote-ref\"><a href=\"#fn")
      output.append(number)
      output.append("\" id=\"")
      referenceAnchor(number, reference)
    } else {
      output.append("<sup><a href=\"#")
      footnoteAnchor(number)
      output.append("\" id=\"")
      referenceAnchor(number, reference)
      output.append("\" class=\"fnref")
    }
    output.append("\">")
    output.append(number)
    output.append("</a></sup>")
  }

  mutating func startFootnotes() {
    guard form == .page else { return block("<section class=\"footnotes\">\n<ol>\n") }
    output.startLine()
    hole(.footnotes)
    output.append("<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n")
  }

  mutating func startFootnote(_ node: Node) {
    block("<li id=\"")
    footnoteAnchor(Int(node.number))
    output.append(form == .plain ? "\">\n" : "\">")
  }

  /// Ends a footnote; the way back stands in its last paragraph, or else here.
  mutating func endFootnote(_ node: Node) {
    if answeredFootnote != Int(node.number) {
      output.startLine()
      backReferences(node)
      output.startLine()
    }
    output.append("</li>\n")
  }

  /// Writes a link back to each reference.
  mutating func backReferences(_ node: Node) {
    let number = Int(node.number)
    answeredFootnote = number
    let count = anchors { $0.references(number) }
    guard count > 0 else { return }
    for reference in 1...count {
      if output.last != UInt8(ascii: "\n") { output.append(" ") }
      backReference(number, reference)
    }
  }

  private mutating func backReference(_ number: Int, _ reference: Int) {
    output.append("<a href=\"#")
    referenceAnchor(number, reference)
    if form == .plain { return output.append("\" class=\"footnote-backref\">↩</a>") }
    output.append("\" class=\"backref\" aria-label=\"Back to reference ")
    output.append(number)
    if reference > 1 {
      output.append("-")
      output.append(reference)
    }
    output.append("\">↩</a>")
  }

  // MARK: Anchors

  private mutating func footnoteAnchor(_ number: Int) {
    output.append("fn")
    anchorName(number)
  }

  private mutating func referenceAnchor(_ number: Int, _ reference: Int) {
    output.append("fnref")
    anchorName(number)
    guard reference > 1 else { return }
    output.append("-")
    output.append(reference)
  }

  /// What stands behind `fn` and `fnref`: the label on a page, the number in the specifications' HTML.
  private mutating func anchorName(_ number: Int) {
    guard form == .page else { return output.append(number) }
    output.append("-")
    hole(.scope)
    output.append(escaping: anchors { $0.name(number) })
  }

  /// The anchors' names, made when the first is needed.
  private mutating func anchors<Result>(_ use: (inout FootnoteAnchors) -> Result) -> Result {
    var anchors = footnotes ?? FootnoteAnchors(document)
    footnotes = nil
    defer { footnotes = anchors }
    return use(&anchors)
  }
}
