/// A page as text for a terminal: headings at the margin, text and code set in from it.
///
/// It knows as much Markdown as the pages of rules use.
struct TerminalPage {
  let style: TextStyle
  private var output = ""

  /// A page written with or without colours.
  init(style: TextStyle) {
    self.style = style
  }

  /// `markdown` without its front matter and marks.
  static func text(_ markdown: String, style: TextStyle) -> String {
    var page = TerminalPage(style: style)
    page.write(markdown)
    return page.output
  }

  private mutating func write(_ markdown: String) {
    var lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)[...]
    if lines.last?.isEmpty == true { lines.removeLast() }
    skipFrontMatter(&lines)
    var fence: Substring?
    for line in lines {
      if let mark = fence {
        if line == mark { fence = nil } else { write(code: line) }
      } else if line.hasPrefix("```") {
        fence = line.prefix { $0 == "`" }
        if let title = Self.title(in: line) { output += "    \(style.faint(title + ":"))\n" }
      } else {
        write(text: line)
      }
    }
  }

  private func skipFrontMatter(_ lines: inout ArraySlice<Substring>) {
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else { return }
    lines = lines[(end + 1)...].drop { $0.isEmpty }
  }

  private mutating func write(code line: Substring) {
    output += line.isEmpty ? "\n" : "    \(line)\n"
  }

  private mutating func write(text line: Substring) {
    if line.isEmpty {
      output += "\n"
    } else if line.hasPrefix("#") {
      output += style.bold(Self.plain(line.drop { $0 == "#" || $0 == " " })) + "\n"
    } else if line.hasPrefix("|"), line.allSatisfy({ "|-: ".contains($0) }) {
      return
    } else {
      output += "  \(Self.plain(line))\n"
    }
  }

  private static func title(in fence: Substring) -> String? {
    guard let start = fence.firstRange(of: "title=\"")?.upperBound else { return nil }
    return String(fence[start...].prefix { $0 != "\"" })
  }

  /// A line without the marks of links and stress; code keeps its marks.
  private static func plain(_ line: Substring) -> String {
    var text = ""
    var rest = line
    while let letter = rest.first {
      if letter == "`" {
        let end = rest.dropFirst().firstIndex(of: "`") ?? rest.index(before: rest.endIndex)
        text += rest[...end]
        rest = rest[rest.index(after: end)...]
      } else if let link = Link(&rest) {
        text += link.text
      } else {
        if rest.hasPrefix("**") {
          rest = rest.dropFirst(2)
        } else {
          text.append(letter)
          rest = rest.dropFirst()
        }
      }
    }
    return text
  }

  /// A link at the beginning of some text: `[text](address)` or `[[Topic|text]]`.
  private struct Link {
    let text: String

    /// Takes the link from `rest`, if there is one.
    init?(_ rest: inout Substring) {
      if rest.hasPrefix("[["), let end = rest.firstRange(of: "]]") {
        let inside = rest[..<end.lowerBound].dropFirst(2)
        text = String(inside.split(separator: "|", maxSplits: 1).last ?? inside)
        rest = rest[end.upperBound...]
      } else if rest.hasPrefix("["), let middle = rest.firstRange(of: "]("),
        let end = rest[middle.upperBound...].firstIndex(of: ")")
      {
        let address = rest[middle.upperBound..<end]
        let isOutside = address.hasPrefix("http")
        text = rest[..<middle.lowerBound].dropFirst() + (isOutside ? " (\(address))" : "")
        rest = rest[rest.index(after: end)...]
      } else {
        return nil
      }
    }
  }
}

extension Substring {
  /// Where `word` stands first.
  fileprivate func firstRange(of word: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(word) { return start..<index(start, offsetBy: word.count) }
      start = index(after: start)
    }
    return nil
  }
}
