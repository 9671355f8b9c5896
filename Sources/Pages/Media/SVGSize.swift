/// The size that the root element of an SVG image states.
enum SVGSize {
  /// Reads `width` and `height`, or the view box where they are missing or not in pixels.
  static func read(_ bytes: [UInt8]) -> ImageSize? {
    guard let start = root(bytes) else { return nil }
    var width: Double?
    var height: Double?
    var box: [Double] = []
    var tag = TagReader(bytes, from: start)
    while let (name, value) = tag.attribute() {
      switch name {
      case "width": width = pixels(value)
      case "height": height = pixels(value)
      case "viewBox": box = numbers(value)
      default: break
      }
    }
    let ratio = box.count == 4 && box[2] > 0 && box[3] > 0 ? box[2] / box[3] : nil
    switch (width, height) {
    case (let width?, let height?): return size(width, height)
    case (let width?, nil): return ratio.flatMap { size(width, width / $0) }
    case (nil, let height?): return ratio.flatMap { size(height * $0, height) }
    case (nil, nil): return ratio == nil ? nil : size(box[2], box[3])
    }
  }

  private static func size(_ width: Double, _ height: Double) -> ImageSize? {
    guard width < 1e6, height < 1e6 else { return nil }
    return ImageSize(width: Int(width.rounded()), height: Int(height.rounded()))
  }

  /// The place behind `<svg`, if the root element is one: before it stand only declarations and comments.
  private static func root(_ bytes: [UInt8]) -> Int? {
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while position < bytes.count {
      while position < bytes.count, bytes[position].isSpace { position += 1 }
      let rest = bytes[position...]
      if rest.starts(with: "<!--".utf8) {
        guard let end = end(of: "-->", in: rest) else { return nil }
        position = end
      } else if rest.starts(with: "<?".utf8) || rest.starts(with: "<!".utf8) {
        guard let end = end(of: ">", in: rest) else { return nil }
        position = end
      } else {
        let name = position + 4
        guard rest.starts(with: "<svg".utf8), name < bytes.count,
          bytes[name].isSpace || bytes[name] == UInt8(ascii: ">")
        else { return nil }
        return name
      }
    }
    return nil
  }

  private static func end(of mark: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
    let mark = mark.bytes
    return bytes.indices.first { bytes[$0] == mark[0] && bytes[$0...].starts(with: mark) }.map { $0 + mark.count }
  }

  /// A length without a unit or in pixels.
  private static func pixels(_ text: String) -> Double? {
    let number = text.hasSuffix("px") ? text.dropLast(2) : text[...]
    guard let value = Double(number), value > 0, value.isFinite else { return nil }
    return value
  }

  private static func numbers(_ text: String) -> [Double] {
    text.utf8.split { $0.isSpace || $0 == UInt8(ascii: ",") }.compactMap { Double(Substring($0)) }
  }
}

/// Reads the attributes of a tag.
private struct TagReader {
  private let bytes: [UInt8]
  private var position: Int

  init(_ bytes: [UInt8], from position: Int) {
    self.bytes = bytes
    self.position = position
  }

  /// The next attribute; nil at the end of the tag.
  mutating func attribute() -> (name: String, value: String)? {
    skip { $0.isSpace }
    let name = take { !$0.isSpace && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    skip { $0.isSpace }
    guard !name.isEmpty, position < bytes.count, bytes[position] == UInt8(ascii: "=") else { return nil }
    position += 1
    skip { $0.isSpace }
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'")
    else { return nil }
    let quote = bytes[position]
    position += 1
    let value = take { $0 != quote }
    guard position < bytes.count else { return nil }
    position += 1
    return (name, value)
  }

  private mutating func skip(while matches: (UInt8) -> Bool) {
    while position < bytes.count, matches(bytes[position]) { position += 1 }
  }

  private mutating func take(while matches: (UInt8) -> Bool) -> String {
    let start = position
    skip(while: matches)
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }
}
