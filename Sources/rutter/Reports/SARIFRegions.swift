import Source

/// Places as SARIF tells them: lines and columns from 1, columns in UTF-16 code units, and bytes beside them.
struct SARIFRegions {
  private let files: [String: (bytes: [UInt8], lines: LineTable)]

  /// The regions of findings, of the places that they name and of what their fixes replace.
  init(_ findings: [Finding], read: (String) -> [UInt8]) {
    var files: [String: (bytes: [UInt8], lines: LineTable)] = [:]
    for finding in findings {
      for path in [finding.diagnostic.place.path] + finding.notes.map(\.remark.place.path) where files[path] == nil {
        let bytes = read(path)
        files[path] = (bytes, LineTable(bytes))
      }
    }
    self.files = files
  }

  /// Writes the members of a region.
  func write(_ place: Place, _ json: inout JSONWriter) {
    guard let (bytes, lines) = files[place.path] else { return }
    let (start, end) = (lines.position(place.range.start), lines.position(place.range.end))
    json.member("startLine", start.line)
    json.member("startColumn", column(start, bytes))
    json.member("endLine", end.line)
    json.member("endColumn", column(end, bytes))
    json.member("byteOffset", start.offset)
    json.member("byteLength", end.offset - start.offset)
  }

  private func column(_ position: Position, _ bytes: [UInt8]) -> Int {
    let start = position.offset - (position.column - 1)
    return Columns.column(position.column - 1, of: bytes[start...])
  }
}
