import Search

/// Words in the first line, and a page in Markdown: an excerpt is short, its marks lie in it one after the other, and what
/// was UTF-8 still is.
func excerptsLieInTheirBounds(_ bytes: [UInt8]) {
  let first = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
  let page = Array(bytes[first...])
  var stemmer = Stemmer()
  let words = bytes[..<first].split(separator: UInt8(ascii: " ")).enumerated().map { number, word in
    let form = Fold.fold(Array(word))
    return WantedWord(form: form, stem: stemmer.stem(form), goesOn: number % 2 == 1, weight: number * 7)
  }
  guard let excerpt = Excerpt(of: page, for: words) else { return }
  hold(excerpt.text.count <= 600 + bytes.count - page.count, "an excerpt of \(excerpt.text.count) bytes")
  var end = 0
  for mark in excerpt.marks {
    hold(mark.lowerBound >= end && !mark.isEmpty && mark.upperBound <= excerpt.text.count, "a mark at \(mark)")
    end = mark.upperBound
  }
  guard isUTF8(bytes) else { return }
  hold(isUTF8(excerpt.text), "the excerpt is no UTF-8")
  hold(isUTF8(excerpt.heading), "the heading is no UTF-8")
  for mark in excerpt.marks { hold(isUTF8(Array(excerpt.text[mark])), "a mark within a character: \(mark)") }
}

private func isUTF8(_ bytes: [UInt8]) -> Bool {
  (try? UTF8Span(validating: bytes.span)) != nil
}
