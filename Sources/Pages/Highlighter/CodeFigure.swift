package import Markdown
package import Source

/// A code block as it stands on a page.
///
/// ```html
/// <figure class="code" data-lang="yaml"><figcaption>A pod</figcaption><pre …><code>…</code></pre></figure>
/// ```
package enum CodeFigure {
  /// Writes the block with the info string `info`. Every text that comes from the note is escaped.
  ///
  /// - Parameters:
  ///   - terms: What in the code may become a link, in order; a pair of holes is left around each.
  ///   - runs: Whether it is run: a hole is left for when that was done.
  package static func write(
    _ info: FenceInfo, _ code: ArraySlice<UInt8>, linking terms: [TermPlace] = [], runs: Bool = false,
    to html: inout ByteWriter, leaving holes: inout [Body.Hole]
  ) {
    let language = Language.named(info.language)
    if let language, info.words.isEmpty, info.attributes.isEmpty {
      // Nearly all blocks: only the language stands behind the fence.
      html.append(language.figure)
      CodeWriter.write(code, in: language, marking: LineSet(), linking: terms, to: &html, leaving: &holes)
    } else {
      open(info, language?.name ?? info.language, label: language?.label ?? info.language, to: &html)
      CodeWriter.write(
        code, in: language ?? .text, marking: marks(info), linking: terms, to: &html, leaving: &holes)
    }
    html.append("</code></pre>")
    if runs { holes.append(Body.Hole(.runState, 0, at: html.count)) }
    html.append("</figure>\n")
  }

  /// Writes everything before the code.
  static func open(_ info: FenceInfo, _ name: String, label: String, to html: inout ByteWriter) {
    let isBad = info.words.contains("bad")
    let isGood = info.words.contains("good")
    html.append("<figure class=\"code")
    if isBad { html.append(" bad") }
    if isGood { html.append(" good") }
    if !name.isEmpty, name != "text" {
      html.append("\" data-lang=\"")
      html.append(escaping: name)
    }
    html.append("\">")
    // The title, or the file that the code is. A bad or good example has a caption in any case: the style sheet puts
    // its mark there.
    let title = info["title"] ?? info["file"] ?? ""
    if isBad || isGood || !title.isEmpty {
      html.append("<figcaption>")
      html.append(escaping: title)
      html.append("</figcaption>")
    }
    openCode(label, to: &html)
  }

  /// The block can be scrolled, so it can be focused, so it has a name for screen readers. It is a group, not a region:
  /// a page would have too many landmarks of one name.
  private static func openCode(_ label: String, to html: inout ByteWriter) {
    html.append("<pre tabindex=\"0\" role=\"group\" aria-label=\"")
    if label.isEmpty {
      html.append("Code")
    } else {
      html.append(escaping: label)
      html.append(label == "Text" ? "" : " code")
    }
    html.append("\"><code>")
  }

  /// The lines of `hl=2,4-6`; `hl_lines="2 4-6"`, as others write it, too.
  private static func marks(_ info: FenceInfo) -> LineSet {
    (info["hl"] ?? info["hl_lines"]).map(LineSet.init) ?? LineSet()
  }
}
