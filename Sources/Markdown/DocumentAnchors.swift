extension Document {
  /// The heading that the document starts with, if it is one of level 1: the title of the whole.
  public var titleHeading: Heading? {
    guard let first = headings.first, first.level == 1, first.node == 1 else { return nil }
    return first
  }

  /// The anchors that raw HTML sets with `id` or `name`, in order.
  public var anchors: [String] {
    var anchors: [String] = []
    for node in nodes where node.kind == .htmlBlock || node.kind == .htmlInline {
      Self.collectAnchors(bytes(node.text), &anchors)
    }
    return anchors
  }

  /// Finds `id="…"` and `name="…"`, in single quotes too, behind a blank.
  private static func collectAnchors(_ html: ArraySlice<UInt8>, _ anchors: inout [String]) {
    var rest = html
    while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
      let name = rest[..<equals].suffix(5)
      rest = rest[(equals + 1)...]
      guard name.ends(with: "id".utf8) || name.ends(with: "name".utf8),
        let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      else { continue }
      let value = rest.dropFirst().prefix { $0 != quote }
      anchors.append(String(decoding: value, as: UTF8.self))
      rest = rest[value.endIndex...]
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether it ends with a word that stands behind a blank.
  fileprivate func ends(with word: String.UTF8View) -> Bool {
    guard count > word.count, suffix(word.count).elementsEqual(word) else { return false }
    return self[endIndex - word.count - 1] <= UInt8(ascii: " ")
  }
}
