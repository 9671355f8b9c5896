import Markdown
import Notes
import Source

/// A note is read whole: front matter takes nothing from the text behind it, every place lies in the file, and what a
/// page shows as its title is harmless.
func noteKeepsItsText(_ bytes: [UInt8]) {
  let file = Array(String(decoding: bytes, as: UTF8.self).utf8)
  let whole = SourceRange(0, file.count)
  let reader = NoteReader(settings: Settings()) { _, code, output, _ in
    output.append("<pre>")
    output.append(escaping: code)
    output.append("</pre>")
  }
  let readings = reader.read(SourceText(path: "content/a.md", bytes: file), at: ContentPath("a.md"))
  guard let reading = readings.first else { return hold(false, "no note was read") }
  for part in readings.dropFirst() { partStandsInTheFile(part, file) }
  let note = reading.note
  hold(file.suffix(reading.markdown.count) == reading.markdown[...], "the text is not the end of the file")
  let hasFrontMatter = reading.markdown.count + 3 < file.count
  hold(!hasFrontMatter || String(decoding: file, as: UTF8.self).contains("---"), "text is lost")
  hold(!note.title.isEmpty, "a note without a title")
  let fault = HTMLCheck.fault(in: note.heading)
  hold(fault == nil, "\(fault ?? "") in the title: \(String(decoding: note.heading, as: UTF8.self))")
  for problem in note.frontMatterProblems {
    hold(whole.holds(problem.range), "\(problem.kind) at \(problem.range.words) is outside of the file")
    hold(problem.notes.allSatisfy { whole.holds($0.range) }, "a remark on \(problem.kind) is outside of the file")
  }
  proseStandsInTheFile(reading.body, file)
  sentencesHoldTheirNames(reading.body)
  for link in note.links { hold(whole.holds(link.range) && whole.holds(link.target), "a link is outside of the file") }
  hold(note.markdownProblems.allSatisfy { whole.holds($0.range) }, "a problem is outside of the file")
  hold(note.start.range.end <= file.count, "the text starts behind the file")
}

/// A page of an outline has a name, and its places lie in the file.
private func partStandsInTheFile(_ reading: NoteReader.Reading, _ file: [UInt8]) {
  let whole = SourceRange(0, file.count)
  let note = reading.note
  hold(!note.title.isEmpty, "a page without a title")
  let fault = HTMLCheck.fault(in: note.heading)
  hold(fault == nil, "\(fault ?? "") in the title: \(String(decoding: note.heading, as: UTF8.self))")
  hold(note.links.allSatisfy { whole.holds($0.range) && whole.holds($0.target) }, "a link is outside of the file")
  hold(note.inner.allSatisfy { whole.holds($0.range) }, "a topic is outside of the file")
  proseStandsInTheFile(reading.body, file)
}

/// Runs of prose are in order, and say in the HTML what they say in the file, but for capitals
/// where a sentence begins.
private func proseStandsInTheFile(_ body: Body, _ file: [UInt8]) {
  var last = 0
  for run in body.prose {
    hold(run.range.lowerBound >= last && run.range.upperBound <= body.html.count, "prose overlaps, or lies outside")
    last = run.range.upperBound
    hold(String(validating: body.html[run.range], as: UTF8.self) != nil, "half a character of prose")
    let place = run.source..<run.source + run.range.count
    guard place.upperBound <= file.count else { return hold(false, "prose lies outside of the file") }
    hold(
      body.html[run.range].elementsEqual(file[place]) { $0 | 0x20 == $1 | 0x20 },
      "'\(String(decoding: body.html[run.range], as: UTF8.self))' is not at \(run.source) in the file")
  }
}

/// The sentence around a name is text, whole characters of it, and has the name in its place.
private func sentencesHoldTheirNames(_ body: Body) {
  for run in body.prose.prefix(100) {
    let sentence = SentenceReader.sentence(around: run.range, in: body.html)
    guard sentence.name.upperBound <= sentence.text.count else { return hold(false, "a name behind its sentence") }
    let written = body.html[run.range].split(whereSeparator: \.isSpace)
    let shown = sentence.text[sentence.name].split(whereSeparator: \.isSpace)
    hold(written.elementsEqual(shown), "'\(String(decoding: sentence.text, as: UTF8.self))'")
    hold(String(validating: sentence.text, as: UTF8.self) != nil, "half a character in a sentence")
  }
}
