import Source

extension HTMLWriter {
  /// Whether a link may lead there and an image may come from there: anything but a script, a file of the reader's
  /// disk, or data that is no plain image.
  ///
  /// Blanks and control characters count as absent, as they do in a browser.
  public static func isSafe(destination: String) -> Bool {
    isSafe(destination.utf8.span)
  }

  /// Whether it leads out of the site: it has a scheme, or a host behind two slashes.
  public static func isExternal(destination: String) -> Bool {
    isExternal(destination.utf8.span)
  }

  static func isSafe(_ destination: borrowing Span<UInt8>) -> Bool {
    guard let colon = schemeEnd(destination) else { return true }
    switch folded(destination, 0, limit: 12, upTo: colon) {
    case "javascript", "vbscript", "livescript", "mocha", "file", "filesystem", "blob", "view-source", "jar", "mhtml":
      return false
    case "data": return isImageData(folded(destination, colon + 1, limit: 11, upTo: destination.count))
    default: return true
    }
  }

  static func isExternal(_ destination: borrowing Span<UInt8>) -> Bool {
    if schemeEnd(destination) != nil { return true }
    var slashes = 0
    for index in destination.indices where destination[index] > 0x20 {
      // A browser takes a backslash for a slash.
      guard destination[index] == UInt8(ascii: "/") || destination[index] == UInt8(ascii: "\\") else { return false }
      slashes += 1
      if slashes == 2 { return true }
    }
    return false
  }

  /// Where the colon behind the scheme stands.
  private static func schemeEnd(_ destination: borrowing Span<UInt8>) -> Int? {
    var isFirst = true
    for index in destination.indices {
      switch destination[index] {
      case 0...0x20, 0x7F: continue
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): isFirst = false
      case UInt8(ascii: ":"): return isFirst ? nil : index
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        if isFirst { return nil }
      default: return nil
      }
    }
    return nil
  }

  /// At most `limit` bytes from `start` on, in lower case and without what a browser leaves out.
  private static func folded(_ bytes: borrowing Span<UInt8>, _ start: Int, limit: Int, upTo end: Int) -> String {
    var result: [UInt8] = []
    for index in start..<end where bytes[index] > 0x20 && bytes[index] != 0x7F {
      if result.count == limit { break }
      let isUpper = bytes[index] >= UInt8(ascii: "A") && bytes[index] <= UInt8(ascii: "Z")
      result.append(isUpper ? bytes[index] | 0x20 : bytes[index])
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isImageData(_ type: String) -> Bool {
    ["image/png", "image/gif", "image/jpeg", "image/webp"].contains { known in
      type == known || type.hasPrefix(known + ";") || type.hasPrefix(known + ",")
    }
  }

  /// Appends a destination for an `href` or `src`.
  mutating func destination(_ slice: TextSlice) {
    let buffer = document.buffer
    output.append(destination: buffer.span.extracting(slice.range))
  }
}
