/// How large an image is, in pixels: read from its first bytes, so that a page can leave room for it.
package struct ImageSize: Equatable, Sendable {
  package let width: Int
  package let height: Int

  /// A size, if it is one that an image can have.
  package init?(width: Int, height: Int) {
    guard (1...1_000_000).contains(width), (1...1_000_000).contains(height) else { return nil }
    self.width = width
    self.height = height
  }

  /// The size of a PNG, GIF, JPEG, WebP, AVIF or SVG image, by its bytes; nil for anything else and for what is cut off
  /// before its size. All but JPEG and SVG show it in their first few hundred bytes.
  package init?(of bytes: [UInt8]) {
    let header = ImageHeader(bytes)
    guard
      let size = Self.png(header) ?? Self.gif(header) ?? Self.jpeg(header) ?? Self.webp(header) ?? Self.avif(header)
        ?? SVGSize.read(bytes)
    else { return nil }
    self = size
  }

  private static func png(_ header: ImageHeader) -> ImageSize? {
    guard header.has("PNG\r\n\u{1A}\n", at: 1), header.has("IHDR", at: 12), let width = header.big(4, at: 16),
      let height = header.big(4, at: 20)
    else { return nil }
    return ImageSize(width: width, height: height)
  }

  private static func gif(_ header: ImageHeader) -> ImageSize? {
    guard header.has("GIF8", at: 0), let width = header.little(2, at: 6), let height = header.little(2, at: 8)
    else { return nil }
    return ImageSize(width: width, height: height)
  }

  /// Goes from segment to segment up to the one that starts the frame.
  private static func jpeg(_ header: ImageHeader) -> ImageSize? {
    guard header.big(2, at: 0) == 0xFFD8 else { return nil }
    var position = 2
    while header.big(1, at: position) == 0xFF, let marker = header.big(1, at: position + 1) {
      switch marker {
      case 0xFF:
        position += 1
      case 0x01, 0xD0...0xD8:
        position += 2
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        guard let height = header.big(2, at: position + 5), let width = header.big(2, at: position + 7) else {
          return nil
        }
        return ImageSize(width: width, height: height)
      default:
        guard let length = header.big(2, at: position + 2), length >= 2, marker != 0xD9, marker != 0xDA else {
          return nil
        }
        position += 2 + length
      }
    }
    return nil
  }

  private static func webp(_ header: ImageHeader) -> ImageSize? {
    guard header.has("RIFF", at: 0), header.has("WEBP", at: 8) else { return nil }
    if header.has("VP8X", at: 12), let width = header.little(3, at: 24), let height = header.little(3, at: 27) {
      return ImageSize(width: width + 1, height: height + 1)
    }
    if header.has("VP8L", at: 12), header.big(1, at: 20) == 0x2F, let bits = header.little(4, at: 21) {
      return ImageSize(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
    }
    if header.has("VP8 ", at: 12), header.big(3, at: 23) == 0x9D012A, let width = header.little(2, at: 26),
      let height = header.little(2, at: 28)
    {
      return ImageSize(width: width & 0x3FFF, height: height & 0x3FFF)
    }
    return nil
  }

  /// The largest of the sizes that are stated: the others belong to thumbnails and tiles.
  private static func avif(_ header: ImageHeader) -> ImageSize? {
    guard header.has("ftyp", at: 4), let meta = header.box("meta", in: 0..<header.count),
      let properties = header.box("iprp", in: (meta.lowerBound + 4)..<max(meta.lowerBound + 4, meta.upperBound)),
      let container = header.box("ipco", in: properties)
    else { return nil }
    var largest: ImageSize?
    var rest = container
    while let box = header.box("ispe", in: rest) {
      if let width = header.big(4, at: box.lowerBound + 4), let height = header.big(4, at: box.lowerBound + 8),
        let size = ImageSize(width: width, height: height), size.width > largest?.width ?? 0
      {
        largest = size
      }
      rest = box.upperBound..<max(box.upperBound, container.upperBound)
    }
    return largest
  }
}

/// Reads numbers and names from a file's first bytes; what is not there is nil.
struct ImageHeader {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var count: Int { bytes.count }

  func has(_ text: StaticString, at position: Int) -> Bool {
    position >= 0 && position <= bytes.count && bytes[position...].starts(with: text.bytes)
  }

  /// A number of `count` bytes, the most significant first.
  func big(_ count: Int, at position: Int) -> Int? {
    guard position >= 0, position <= bytes.count - count else { return nil }
    return bytes[position..<(position + count)].reduce(0) { $0 << 8 | Int($1) }
  }

  /// A number of `count` bytes, the least significant first.
  func little(_ count: Int, at position: Int) -> Int? {
    guard position >= 0, position <= bytes.count - count else { return nil }
    return bytes[position..<(position + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// The content of the first box of a name (ISO/IEC 14496-12, 4.2) among those that follow each other in `range`.
  func box(_ name: StaticString, in range: Range<Int>) -> Range<Int>? {
    var position = range.lowerBound
    while position <= range.upperBound - 8, let size = big(4, at: position) {
      // Zero: up to the end. One: the size stands in eight bytes behind the name.
      let length = size == 1 ? big(7, at: position + 9) ?? 0 : size == 0 ? range.upperBound - position : size
      let start = position + (size == 1 ? 16 : 8)
      guard length >= start - position, length < 1 << 40 else { return nil }
      if has(name, at: position + 4) { return start..<max(start, min(position + length, range.upperBound)) }
      position += length
    }
    return nil
  }
}
