/// How wide a text will be, as far as that can be told without its font: rather too wide than too narrow.
enum TextWidth {
  /// The width of a text in a font of this size.
  static func of(_ text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) } * size
  }

  /// The text, or as many of its characters as fit, with an ellipsis.
  static func shortened(_ text: String, to width: Double, size: Double) -> String {
    // A little more than nothing: widths are sums of fractions.
    guard of(text, size: size) > width + 0.01 else { return text }
    var room = width - of("…", size: size)
    var kept = ""
    for character in text {
      room -= of(String(character), size: size)
      guard room >= 0 else { break }
      kept.append(character)
    }
    while let last = kept.last, last == " " || last == "," || last == "-" { kept.removeLast() }
    return kept + "…"
  }

  /// In parts of the font's size.
  private static func width(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", "|", "!", ".", ",", ":", ";", "'", "(", ")", "[", "]", " ", "f", "t", "r": 0.36
    case "m", "w", "M", "W", "@", "%", "…": 0.95
    case "A"..."Z": 0.71
    case "\u{300}"..."\u{36F}", "\u{200B}"..."\u{200F}", "\u{FE00}"..."\u{FE0F}": 0
    case "\u{0}"..."\u{2FF}": 0.59
    case "\u{1100}"..."\u{11FF}", "\u{2E80}"..."\u{D7FF}", "\u{F900}"..."\u{FAFF}", "\u{FF00}"..."\u{FF60}",
      "\u{1F000}"..."\u{3FFFF}":
      1.05
    default: 0.7
    }
  }
}
