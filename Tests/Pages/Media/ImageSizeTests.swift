import TestSupport
import Testing

@testable import Pages

/// Sizes of images, read from files that are built here byte by byte.
@Suite struct ImageSizeTests {
  private static func big(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    big(number, count).reversed()
  }

  private static func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
    big(content.count + 8, 4) + Array(name.utf8) + content
  }

  private static let png: [UInt8] =
    [0x89] + Array("PNG\r\n\u{1A}\n".utf8) + big(13, 4) + Array("IHDR".utf8) + big(640, 4) + big(480, 4) + [
      8, 6, 0, 0, 0,
    ]
  private static let gif: [UInt8] = Array("GIF89a".utf8) + little(640, 2) + little(480, 2)
  /// With a segment before the frame, fill bytes, and a table whose marker is among those of frames.
  private static let jpeg: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xE0] + big(4, 2) + [1, 2, 0xFF, 0xFF, 0xFF, 0xC4] + big(3, 2) + [9, 0xFF, 0xC2] + big(11, 2) + [
      8
    ]
    + big(480, 2) + big(640, 2) + [1]
  private static let lossy: [UInt8] =
    Array("RIFF    WEBPVP8     ".utf8) + [0, 0, 0, 0x9D, 0x01, 0x2A] + little(640, 2) + little(480 | 0x4000, 2)
  private static let lossless: [UInt8] =
    Array("RIFF    WEBPVP8L    ".utf8) + [0x2F] + little(639 | 479 << 14, 4)
  private static let extended: [UInt8] =
    Array("RIFF    WEBPVP8X    ".utf8) + [0, 0, 0, 0] + little(639, 3) + little(479, 3)
  private static let avif: [UInt8] =
    box("ftyp", Array("avif".utf8))
    + box(
      "meta",
      [0, 0, 0, 0] + box("hdlr", [1])
        + box(
          "iprp",
          box(
            "ipco",
            box("ispe", big(0, 4) + big(64, 4) + big(48, 4)) + box("pixi", [0])
              + box("ispe", big(0, 4) + big(640, 4) + big(480, 4))
          )))

  private static let images = [png, gif, jpeg, lossy, lossless, extended, avif]

  @Test("Each format states its size", arguments: images)
  func formats(bytes: [UInt8]) {
    #expect(ImageSize(of: bytes) == ImageSize(width: 640, height: 480))
  }

  @Test("What is cut off has no size, and nothing is read behind its end", arguments: images)
  func cut(bytes: [UInt8]) {
    for count in 0..<bytes.count {
      let size = ImageSize(of: Array(bytes.prefix(count)))
      #expect(size == nil || size == ImageSize(width: 640, height: 480) || size == ImageSize(width: 64, height: 48))
    }
    #expect(ImageSize(of: Array(bytes.prefix(9))) == nil)
  }

  @Test(
    "An SVG image has the size of its root, or of its view box",
    arguments: [
      ("<svg width=\"640\" height='480px'>", 640, 480),
      (
        "<?xml version=\"1.0\"?>\n<!-- <svg width=\"1\"> -->\n<!DOCTYPE svg>\n<svg\n  viewBox=\"0 0 640 480\"/>", 640,
        480
      ),
      ("\u{FEFF}<svg viewBox=\"0,0,64,48\" width=\"640\">", 640, 480),
      ("<svg viewBox=\"0 0 64 48\" height=\"480\">", 640, 480),
      ("<svg width=\"100%\" height=\"100%\" viewBox=\"0 0 639.6 480.2\">", 640, 480),
    ])
  func svg(text: String, width: Int, height: Int) {
    #expect(ImageSize(of: Array(text.utf8)) == ImageSize(width: width, height: height))
  }

  @Test(
    "Other files have none",
    arguments: [
      "", "<", "<svg>", "<svg", "<svg width=\"5em\" height=\"2\">", "<html><svg width=\"1\" height=\"1\">",
      "<svgx width=\"1\" height=\"1\">",
      "<svg width=\"1e99\" height=\"1e99\">", "<svg width=\"nan\" height=\"1\">", "<svg width=\"-1\" height=\"1\">",
      "GIF89a\0\0\0\0", "RIFF",
      "<svg width=", "<svg width=\"", "<!--", "text",
    ])
  func none(text: String) {
    #expect(ImageSize(of: Array(text.utf8)) == nil)
  }

  @Test("Damaged files never stop the program")
  func damaged() {
    for var random in Random.series(2000) {
      var bytes = random.pick(Self.images)
      for _ in 0..<random.int(1...6) {
        bytes[random.int(0...(bytes.count - 1))] = UInt8(truncatingIfNeeded: random.next())
      }
      _ = ImageSize(of: bytes)
    }
  }
}
