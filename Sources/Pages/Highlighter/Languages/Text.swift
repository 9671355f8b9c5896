extension Language {
  /// Text without a language.
  static let text = Language("Text", "text txt plain plaintext none output log nohighlight") { painter in
    painter.index = painter.end
  }
}
