import Source

/// Places as SARIF tells them: lines and columns from 1, columns in UTF-16 code units, and bytes beside them.
struct SARIFRegions {
  private struct File {
    let bytes: [UInt8]
    let lines: LineTable
    /// Whether a column is a byte all through it.
    let isASCII: Bool

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      lines = LineTable(bytes)
      isASCII = bytes.allSatisfy { $0 < 0x80 }
    }
  }

  private let files: [String: File]

  /// The regions of findings, of the places that they name and of what their fixes replace.
  init(_ findings: [Finding], read: (String) -> [UInt8]) {
    var files: [String: File] = [:]
    for finding in findings {
      for path in [finding.diagnostic.place.path] + finding.notes.map(\.remark.place.path) where files[path] == nil {
        files[path] = File(read(path))
      }
    }
    self.files = files
  }

  /// Writes the members of a region.
  func write(_ place: Place, _ json: inout JSONWriter) {
    guard let file = files[place.path] else { return }
    let (start, end) = (file.lines.position(place.range.start), file.lines.position(place.range.end))
    json.member("startLine", start.line)
    json.member("startColumn", column(start, file))
    json.member("endLine", end.line)
    json.member("endColumn", column(end, file))
    json.member("byteOffset", start.offset)
    json.member("byteLength", end.offset - start.offset)
  }

  private func column(_ position: Position, _ file: File) -> Int {
    guard !file.isASCII else { return position.column }
    let start = position.offset - (position.column - 1)
    return Columns.column(position.column - 1, of: file.bytes[start...])
  }
}
