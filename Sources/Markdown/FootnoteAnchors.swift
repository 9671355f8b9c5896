/// The names of a document's footnote anchors, and how often each footnote is referred to.
struct FootnoteAnchors {
  private struct Footnote {
    var name = ""
    /// How many references lead to it …
    var references = 0
    /// … and how many of them were written.
    var written = 0
  }

  /// By number; footnotes count from 1.
  private var footnotes: [Footnote] = []

  init(_ document: Document) {
    for node in document.nodes where node.kind == .footnote || node.kind == .footnoteReference {
      while footnotes.count <= Int(node.number) { footnotes.append(Footnote()) }
      if node.kind == .footnoteReference { footnotes[Int(node.number)].references += 1 }
    }
    var taken: Set<String> = []
    for node in document.nodes where node.kind == .footnote {
      name(Int(node.number), Self.slug(document.bytes(node.text)), &taken)
    }
  }

  /// The name that stands in a footnote's anchors.
  func name(_ number: Int) -> String {
    footnotes[number].name
  }

  /// How many references lead to a footnote.
  func references(_ number: Int) -> Int {
    footnotes[number].references
  }

  /// Counts another reference as written, and gives its number from 1.
  mutating func nextReference(_ number: Int) -> Int {
    footnotes[number].written += 1
    return footnotes[number].written
  }

  /// Names a footnote so that neither its anchor nor those of its references (`name-2`, `name-3`) were given before.
  private mutating func name(_ number: Int, _ slug: String, _ taken: inout Set<String>) {
    var name = slug
    while taken.contains(name) { name += "-\(number)" }
    footnotes[number].name = name
    taken.insert(name)
    guard footnotes[number].references > 1 else { return }
    for reference in 2...footnotes[number].references { taken.insert(name + "-\(reference)") }
  }

  /// A label as a part of an anchor: lower case, with dashes for what an address would have to encode.
  private static func slug(_ label: ArraySlice<UInt8>) -> String {
    let bytes = label.map { byte -> UInt8 in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
        byte
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      default: UInt8(ascii: "-")
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
