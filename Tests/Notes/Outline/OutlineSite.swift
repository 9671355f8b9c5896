import Markdown
import Source

@testable import Notes

/// A document of this text.
func document(_ text: String) -> Document {
  Document(parsing: SourceText(path: "outline.md", bytes: Array(text.utf8)))
}

/// What is read of one file.
struct OutlineSite {
  let readings: [NoteReader.Reading]

  init(_ text: String, path: String = "notes.md") {
    let reader = NoteReader(settings: Settings()) { _, code, output, _ in
      output.append("<pre>")
      output.append(escaping: code)
      output.append("</pre>\n")
    }
    readings = reader.read(SourceText(path: path, bytes: Array(text.utf8)), at: ContentPath(path))
  }

  /// The addresses of the pages, in order.
  var addresses: [String] { readings.map(\.note.path.address.path) }

  /// The note at an address.
  func note(_ address: String) -> Note? { readings.first { $0.note.path.address.path == address }?.note }

  /// The HTML of the page at an address, without what the site fills in.
  func html(_ address: String) -> String {
    readings.first { $0.note.path.address.path == address }.map { String(decoding: $0.body.html, as: UTF8.self) } ?? ""
  }

  /// The Markdown of the page at an address.
  func markdown(_ address: String) -> String {
    readings.first { $0.note.path.address.path == address }.map { String(decoding: $0.markdown, as: UTF8.self) } ?? ""
  }
}
