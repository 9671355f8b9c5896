public import Markdown
public import Source

/// Reads notes: one file in, what the site keeps of it out.
public struct NoteReader {
  /// What came of a file.
  public struct Reading: Sendable {
    /// What others need to know of it.
    public let note: Note
    /// Its content, to be completed when all notes are known.
    public let body: Body
    /// Its Markdown without front matter.
    public let markdown: [UInt8]
    /// Its fenced blocks, in order.
    public let fences: [Fence]
  }

  let settings: Settings
  let rawHTML: HTMLWriter.RawHTML
  let code: HTMLWriter.CodeRenderer

  /// A reader for a site with these settings, which writes code blocks with `code`.
  public init(settings: Settings, code: @escaping HTMLWriter.CodeRenderer) {
    self.settings = settings
    rawHTML =
      switch settings.rawHTML {
      case .escaped: .escaped
      case .trusted: .trusted
      case .unsafe: .unsafe
      }
    self.code = code
  }

  /// Reads the file at `path` below the content folder. It always gives a note; what is wrong with the file is a part
  /// of it. An outline gives several: the note itself first, then one for each topic that has a page of its own.
  public func read(_ file: SourceText, at path: ContentPath) -> [Reading] {
    let (file, invalidBytes) = Self.repair(file)
    let (frontMatter, bodyStart, problems) = FrontMatter.read(file, allowing: settings.frontMatterKeys)
    let text = bodyStart == 0 ? file : file.fragment(SourceRange(bodyStart, file.bytes.count))
    var document = Document(parsing: text)
    let title = TitleHeading(of: document, frontMatter: frontMatter, rawHTML: rawHTML)
    let name = title.text ?? Self.fallbackTitle(path, settings)
    var note = Note(
      path: path,
      file: file.path,
      frontMatter: frontMatter,
      title: name,
      heading: title.html ?? Self.escaped(name),
      summary: frontMatter.summary ?? document.summary(maxBytes: 200),
      headings: headings(of: document),
      links: document.links.map { $0.inFile(of: text) },
      inner: [],
      codeBlocks: [],
      anchors: settings.rawHTML == .escaped ? [] : document.anchors,
      hasTitleHeading: title.isShownByPage,
      frontMatterProblems: problems,
      markdownProblems: document.problems.map { $0.inFile(of: text) },
      invalidBytes: invalidBytes,
      start: file.place(SourceRange(at: bodyStart)))
    if let outline = Outline(document, title: name, wish: frontMatter.outline) {
      return readings(of: outline, as: note)
    }
    readCards(of: &document, into: &note)
    if !note.cards.isEmpty, frontMatter.summary == nil { note.summary = document.summary(maxBytes: 200) }
    let body = body(of: document, skipsTitle: title.isShownByPage)
    note.codeBlocks = CodeBlock.blocks(in: body, document.fences, of: text)
    return [Reading(note: note, body: body, markdown: text.bytes, fences: document.fences)]
  }

  /// The content of a page.
  func body(of document: Document, skipsTitle: Bool) -> Body {
    HTMLWriter.body(of: document, style: .page, rawHTML: rawHTML, skipsTitle: skipsTitle, code: code)
  }

  /// Marks the cards in the document of a page, if its note is to have some.
  func readCards(of document: inout Document, into note: inout Note) {
    guard note.frontMatter.cards != .none else { return }
    (note.cards, note.cardProblems) = CardReader.mark(&document)
    note.outputs = PrintedOutput.all(in: document.fences)
  }

  /// The headings of a page, with places in the file.
  func headings(of document: Document) -> [NoteHeading] {
    document.headings.map { heading in
      NoteHeading(
        level: heading.level, text: heading.text, id: heading.id,
        html: HTMLWriter.inline(of: heading, in: document, rawHTML: rawHTML),
        range: document.source.rangeInFile(heading.range))
    }
  }

  /// The file with bytes that are no UTF-8 replaced, and the place of the first of them.
  private static func repair(_ file: SourceText) -> (SourceText, SourceRange?) {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: file.bytes.span)
      return (file, nil)
    } catch {
      let repaired = Array(String(decoding: file.bytes, as: UTF8.self).utf8)
      let range = SourceRange(error.byteOffsets.lowerBound, error.byteOffsets.upperBound)
      return (SourceText(path: file.path, bytes: repaired), range)
    }
  }

  private static func fallbackTitle(_ path: ContentPath, _ settings: Settings) -> String {
    guard path.isIndex else { return Title.fromFileName(path.stem) }
    guard let folder = path.folder.split(separator: "/").last else { return settings.title }
    return Title.fromFileName(folder)
  }

  static func escaped(_ text: String) -> [UInt8] {
    var output = ByteWriter()
    output.append(escaping: text)
    return output.finish()
  }
}

/// Where a note's title comes from: its front matter, else the heading that it starts with.
private struct TitleHeading {
  /// The title, if the note has one.
  let text: String?
  /// The title as inline HTML, where a heading says it.
  let html: [UInt8]?
  /// Whether the note starts with the heading that the page shows as its title.
  let isShownByPage: Bool

  init(of document: Document, frontMatter: FrontMatter, rawHTML: HTMLWriter.RawHTML) {
    let first = document.titleHeading
    isShownByPage =
      first.map { heading in
        frontMatter.title.map { NameIndex.fold($0) == NameIndex.fold(heading.text) } ?? !heading.text.isEmpty
      } ?? false
    text = frontMatter.title ?? (isShownByPage ? first?.text : nil)
    html = isShownByPage ? first.map { HTMLWriter.inline(of: $0, in: document, rawHTML: rawHTML) } : nil
  }
}

extension Link {
  /// The same link with places in the file.
  func inFile(of text: SourceText) -> Link {
    Link(
      kind: kind, destination: destination, title: title, range: text.rangeInFile(range),
      target: text.rangeInFile(target))
  }
}

extension Problem {
  /// The same problem with places in the file.
  fileprivate func inFile(of text: SourceText) -> Problem {
    guard case .duplicateID(let id, let first) = kind else { return Problem(kind, at: text.rangeInFile(range)) }
    return Problem(.duplicateID(id, first: text.rangeInFile(first)), at: text.rangeInFile(range))
  }
}
