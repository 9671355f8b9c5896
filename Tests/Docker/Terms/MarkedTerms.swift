import Source

@testable import Docker

/// A Dockerfile with its terms as marks: `‹COPY› ‹--from|COPY --from›=build . .`, in each what is written, and the first of
/// the term's names where that is another.
func markedTerms(_ text: String) -> String {
  let bytes = Array(text.utf8)
  let file = Dockerfile(parsing: SourceText(path: "Dockerfile", bytes: bytes), isFragment: true)
  var marked = ""
  var position = 0
  for use in file.terms {
    marked += bytes[position..<use.range.start].string
    let written = bytes[use.range.start..<use.range.end].string
    let name = Term.all[use.term].names[0]
    marked += written == name ? "‹\(written)›" : "‹\(written)|\(name)›"
    position = use.range.end
  }
  return marked + bytes[position...].string
}
