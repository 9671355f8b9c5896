package import Source

/// Lines that run and are not shown: those that begin with `#- `.
///
/// To a Dockerfile and to a shell they are comments, so what is shown stays valid for other tools.
package enum HiddenLines {
  /// What a hidden line begins with.
  static let mark: StaticString = "#- "

  /// Whether a line is hidden.
  package static func isHidden(_ line: Bytes) -> Bool {
    line.hasPrefix(mark) || line == "#-"
  }

  /// What a hidden line says.
  static func content(_ line: Bytes) -> Bytes {
    line.dropFirst(min(mark.utf8CodeUnitCount, line.count))
  }

  /// The code as it is run: hidden lines without their mark.
  package static func revealed(_ code: [UInt8]) -> [UInt8] {
    rewritten(code) { isHidden($0) ? content($0) : $0 }
  }

  /// The code as it is shown: without hidden lines.
  package static func removed(_ code: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard hasAny(code) else { return code }
    return rewritten(Array(code)) { isHidden($0) ? nil : $0 }[...]
  }

  /// Whether any line is hidden.
  static func hasAny(_ code: Bytes) -> Bool {
    guard code.contains("#-") else { return false }
    return code.split(separator: UInt8(ascii: "\n")).contains(where: isHidden)
  }

  private static func rewritten(_ code: [UInt8], _ line: (Bytes) -> Bytes?) -> [UInt8] {
    guard code[...].contains("#-") else { return code }
    var result: [UInt8] = []
    result.reserveCapacity(code.count)
    var rest = code[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      if let kept = line(rest[..<end]) {
        result += kept
        if end < rest.endIndex { result.append(UInt8(ascii: "\n")) }
      }
      rest = rest[min(end + 1, rest.endIndex)...]
    }
    return result
  }
}
