import Docker
import Markdown
import Pages
import Source

/// Whatever a Dockerfile is, its terms stand in order, and on a page with links around them it is still the same text.
func codeKeepsItsTextAroundTerms(_ bytes: [UInt8]) {
  let terms = Dockerfile(parsing: SourceText(path: "Dockerfile", bytes: bytes), isFragment: true).terms
  var last = 0
  for use in terms {
    hold(last <= use.range.start && use.range.end <= bytes.count, "a term at \(use.range.words) behind \(last)")
    hold(!use.range.isEmpty && Term.all.indices.contains(use.term), "no term at \(use.range.words)")
    last = use.range.end
  }
  let info = FenceInfo(bytes.count % 2 == 0 ? "dockerfile" : "dockerfile hl=2-3")
  let linked = figure(info, bytes, linking: terms.map { TermPlace($0.term, at: $0.range) })
  let fault = HTMLCheck.fault(in: linked)
  hold(fault == nil, "\(fault ?? ""): \(String(decoding: linked, as: UTF8.self))")
  hold(withoutTags(linked) == withoutTags(figure(info, bytes, linking: [])), "text is lost around terms")
}

/// The code as it stands on a page, with links around all terms.
private func figure(_ info: FenceInfo, _ code: [UInt8], linking terms: [TermPlace]) -> [UInt8] {
  var html = ByteWriter()
  var holes: [Body.Hole] = []
  CodeFigure.write(info, code[...], linking: terms, to: &html, leaving: &holes)
  var output = ByteWriter()
  Body(html: html.bytes, holes: holes).write(to: &output) { hole, output in
    output.append(hole.kind == .termStart ? "<a href=\"x\">" : "</a>")
  }
  return output.finish()
}

private func withoutTags(_ html: [UInt8]) -> [UInt8] {
  var isTag = false
  return html.filter { byte in
    if byte == UInt8(ascii: "<") { isTag = true }
    defer { if byte == UInt8(ascii: ">") { isTag = false } }
    return !isTag
  }
}
