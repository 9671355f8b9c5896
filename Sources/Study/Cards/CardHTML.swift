import Markdown
public import Notes
import Source

/// How the text of cards refers to the rest of the site.
public struct CardLinks: Sendable {
  /// What becomes of links to pages and of images of the site.
  public enum Style: Sendable, Equatable {
    /// They are addresses seen from a page at `/study/`.
    case site
    /// Links are text; an image is called by its file's name alone, as in a package of cards.
    case package
  }

  /// What becomes of them.
  public let style: Style
  let knowledge: KnowledgeBase

  /// The links of a site's cards.
  public init(_ style: Style, in knowledge: KnowledgeBase) {
    self.style = style
    self.knowledge = knowledge
  }

  /// The name of an image within a package of cards: its path, in one word.
  public static func mediaName(_ path: String) -> String {
    String(decoding: path.utf8.map { $0 == UInt8(ascii: "/") ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
  }

  /// Completes a piece of a note's body.
  func html(_ body: Body, of note: Int) -> [UInt8] {
    var output = ByteWriter(capacity: body.html.count + 64)
    body.write(to: &output) { hole, output in
      switch hole.kind {
      case .linkStart: startLink(hole.index, of: note, &output)
      case .linkEnd: if address(ofLink: hole.index, of: note) != nil { output.append("</a>") }
      case .image: source(ofLink: hole.index, of: note, &output)
      case .embed, .inlineEmbed: embed(hole.index, of: note, &output)
      default: break
      }
    }
    return Self.withoutFootnotes(output.finish())
  }

  private func startLink(_ link: Int, of note: Int, _ output: inout ByteWriter) {
    guard let address = address(ofLink: link, of: note) else { return }
    output.append("<a href=\"")
    output.append(escaping: address)
    output.append("\">")
  }

  private func address(ofLink link: Int, of note: Int) -> String? {
    guard style == .site else { return nil }
    let index = knowledge.index
    switch knowledge.targets[note][link] {
    case .note(let target, let fragment):
      return "../" + PercentEncoding.encode(path: index.addresses[target].file) + (fragment.map { "#" + $0 } ?? "")
    case .section(let section): return "../" + PercentEncoding.encode(path: index.sections[section].address.file)
    case .asset(let asset): return "../" + PercentEncoding.encode(path: index.assets[asset].path)
    case .made(let page): return "../" + page.address.file
    case .stub, .asWritten, .missing: return nil
    }
  }

  private func source(ofLink link: Int, of note: Int, _ output: inout ByteWriter) {
    guard case .asset(let asset) = knowledge.targets[note][link] else { return }
    let path = knowledge.index.assets[asset].path
    output.append(" src=\"")
    output.append(escaping: style == .site ? "../" + PercentEncoding.encode(path: path) : Self.mediaName(path))
    output.append("\"")
    guard style == .site, let size = knowledge.index.assets[asset].size, size.width > 0, size.height > 0 else { return }
    output.append(" width=\"\(size.width)\" height=\"\(size.height)\"")
  }

  /// An image is shown, and anything else is called by its name.
  private func embed(_ link: Int, of note: Int, _ output: inout ByteWriter) {
    let written = knowledge.notes[note].links[link]
    if case .asset(let asset) = knowledge.targets[note][link], Asset.isImage(knowledge.index.assets[asset].path) {
      output.append("<img")
      source(ofLink: link, of: note, &output)
      output.append(" alt=\"")
      output.append(escaping: written.title.isEmpty ? written.destination : written.title)
      output.append("\">")
    } else {
      output.append(escaping: written.destination)
    }
  }

  /// The images of the site that a piece of a note's body shows.
  func images(_ body: Body, of note: Int) -> [Int] {
    body.holes.compactMap { hole in
      guard [.image, .embed, .inlineEmbed].contains(hole.kind),
        case .asset(let asset) = knowledge.targets[note][hole.index],
        Asset.isImage(knowledge.index.assets[asset].path)
      else { return nil }
      return asset
    }
  }

  /// HTML without references to footnotes, which a card has none of.
  private static func withoutFootnotes(_ html: [UInt8]) -> [UInt8] {
    guard html[...].contains("class=\"fnref\"") else { return html }
    var kept: [UInt8] = []
    var rest = html[...]
    while let start = rest.firstRange(of: "<sup><a href=\"#"),
      let end = rest[start.upperBound...].firstRange(of: "</sup>")
    {
      kept += rest[..<start.lowerBound]
      rest = rest[end.upperBound...]
    }
    return kept + rest
  }
}
