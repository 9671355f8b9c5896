package import Markdown
package import Source

/// A code block as it stands on a page.
///
/// ```html
/// <figure class="code" data-lang="yaml"><figcaption>A pod</figcaption><pre …><code>…</code></pre></figure>
/// ```
package enum CodeFigure {
  /// Writes the block with the info string `info`. Every text that comes from the note is escaped.
  package static func write(_ info: FenceInfo, _ code: ArraySlice<UInt8>, to html: inout ByteWriter) {
    let language = Language.named(info.language)
    openFigure(info, language, to: &html)
    caption(info, to: &html)
    html.append("<pre tabindex=\"0\" role=\"group\" aria-label=\"")
    label(info, language, to: &html)
    html.append("\"><code>")
    CodeWriter.write(code, in: language, marking: marks(info), to: &html)
    html.append("</code></pre></figure>\n")
  }

  private static func openFigure(_ info: FenceInfo, _ language: Language?, to html: inout ByteWriter) {
    html.append("<figure class=\"code")
    if info.words.contains("bad") { html.append(" bad") }
    if info.words.contains("good") { html.append(" good") }
    let name = language?.name ?? info.language
    if !name.isEmpty, language?.isText != true {
      html.append("\" data-lang=\"")
      html.append(escaping: name)
    }
    html.append("\">")
  }

  /// The title, or the file that the code is. A bad or good example has a caption in any case: the style sheet puts its
  /// mark there.
  private static func caption(_ info: FenceInfo, to html: inout ByteWriter) {
    let title = info["title"] ?? info["file"] ?? ""
    guard !title.isEmpty || info.words.contains("bad") || info.words.contains("good") else { return }
    html.append("<figcaption>")
    html.append(escaping: title)
    html.append("</figcaption>")
  }

  /// What a screen reader says of the block: it can be scrolled, so it can be focused, so it has a name. A group, not
  /// a region: a page would have too many landmarks of one name.
  private static func label(_ info: FenceInfo, _ language: Language?, to html: inout ByteWriter) {
    let name = language?.label ?? info.language
    if name.isEmpty {
      html.append("Code")
    } else {
      html.append(escaping: name)
      html.append(language?.isText == true ? "" : " code")
    }
  }

  /// The lines of `hl=2,4-6`; `hl_lines="2 4-6"`, as others write it, too.
  private static func marks(_ info: FenceInfo) -> LineSet {
    (info["hl"] ?? info["hl_lines"]).map(LineSet.init) ?? LineSet()
  }
}
