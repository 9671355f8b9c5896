import Markdown
import Source

/// The tree is in preorder, children stand inside their parents, and all offsets lie in the text.
func markdownTreeIsWhole(_ bytes: [UInt8]) {
  let document = Document(parsing: SourceText(path: "a.md", bytes: bytes))
  let whole = SourceRange(0, bytes.count)
  // libcmark's own reading of what is no UTF-8 differs from place to place; there a node may stand for its block.
  let isText = !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
  var parents: [Int] = []
  for (index, node) in document.nodes.enumerated() {
    hold(Int(node.end) > index && Int(node.end) <= document.nodes.count, "\(node.kind) ends at \(node.end)")
    hold(whole.holds(node.range), "\(node.kind) at \(node.range.words) is outside of the text")
    _ = document.bytes(node.text)
    _ = document.bytes(node.detail)
    while let parent = parents.last, Int(document.nodes[parent].end) <= index { parents.removeLast() }
    if let parent = parents.last.map({ document.nodes[$0] }) {
      hold(node.end <= parent.end, "\(node.kind) outlives \(parent.kind)")
      let isInside = parent.range.holds(node.range) || parent.kind == .document || !isText
      hold(isInside, "\(node.kind) at \(node.range.words) is outside of \(parent.kind) at \(parent.range.words)")
    }
    parents.append(index)
  }
  partsAreWhole(document, within: whole)
}

private func partsAreWhole(_ document: Document, within whole: SourceRange) {
  for link in document.links {
    hold(whole.holds(link.range) && whole.holds(link.target), "a link is outside of the text")
  }
  for problem in document.problems { hold(whole.holds(problem.range), "a problem is outside of the text") }
  for fence in document.fences {
    hold(whole.holds(fence.range), "a fence is outside of the text")
    let places = (0...fence.content.bytes.count).map { fence.content.rangeInFile(SourceRange(at: $0)).start }
    hold(places == places.sorted(), "the places of a fence lose their order")
  }
  let ids = document.headings.map(\.id)
  hold(ids.allSatisfy { !$0.isEmpty }, "an empty anchor")
  hold(Set(ids).count == ids.count || !document.problems.isEmpty, "two headings have one anchor: \(ids)")
}

/// A page's HTML is balanced and holds nothing that runs, however it is filled.
func htmlIsBalancedAndInert(_ bytes: [UInt8]) {
  let document = Document(parsing: SourceText(path: "a.md", bytes: bytes))
  for rawHTML in [HTMLWriter.RawHTML.escaped, .trusted] {
    let body = HTMLWriter.body(of: document, style: .page, rawHTML: rawHTML)
    checkHTML(body, "\(rawHTML)")
    for (index, heading) in document.headings.enumerated() {
      // Trusted HTML that was opened above a heading is closed after it, in another section.
      if rawHTML == .escaped, let section = body.section(of: index, level: { document.headings[$0].level }) {
        checkHTML(section, "section")
      }
      let title = HTMLWriter.inline(of: heading, in: document, rawHTML: rawHTML)
      let fault = HTMLCheck.fault(in: title)
      hold(fault == nil, "\(fault ?? "") in a heading: \(String(decoding: title, as: UTF8.self))")
    }
  }
}

private func checkHTML(_ body: Body, _ what: String) {
  hold(body.holes.map(\.offset) == body.holes.map(\.offset).sorted(), "holes lose their order")
  var output = ByteWriter()
  body.write(to: &output) { hole, output in
    switch hole.kind {
    case .linkStart, .mentionStart, .termStart: output.append("<a href=\"x\">")
    case .linkEnd, .mentionEnd, .termEnd: output.append("</a>")
    case .image: output.append(" src=\"x\"")
    case .embed: output.append("<div>x</div>")
    case .inlineEmbed: output.append("<span>x</span>")
    case .headingID: output.append(" id=\"x\"")
    case .headingAnchor: output.append("<a href=\"#x\">x</a>")
    case .scope: output.append("x")
    case .section, .footnotes, .code, .runState, .cardStart, .cardEnd, .partStart, .partEnd: break
    }
  }
  let html = output.finish()
  let fault = HTMLCheck.fault(in: html)
  hold(fault == nil, "\(fault ?? "") (\(what)): \(String(decoding: html, as: UTF8.self))")
}
