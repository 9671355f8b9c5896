import Markdown
import Notes
import Source

/// Completes a note's body for a page: addresses, anchors, images, embedded notes.
struct BodyFiller {
  let site: Site
  /// The note whose page it is.
  let page: Int
  let href: Href

  /// How deep embeds go into embeds, and how many a page may have: what is beyond is shown as a link.
  private static let deepest = 8
  private static let most = 200

  private var index: SiteIndex { site.knowledge.index }

  /// Where in the page a body is being written.
  private struct Context {
    /// The notes that are being embedded, the page's own first.
    var trail: [Int]
    /// How many embeds the page had so far.
    var embeds = 0

    var note: Int { trail[trail.count - 1] }
    var isEmbedded: Bool { trail.count > 1 }
    /// Keeps apart the anchors of embedded footnotes.
    var scope: String { isEmbedded ? "embed-\(embeds)-" : "" }
  }

  /// Writes the body of the page's note.
  func fill(_ note: Int, into output: inout ByteWriter, body: (Int) -> Body) {
    var context = Context(trail: [note])
    write(body(note), &context, &output, body)
  }

  private func write(
    _ content: Body, _ context: inout Context, _ output: inout ByteWriter, _ body: (Int) -> Body
  ) {
    let scope = context.scope
    var fence = 0
    content.write(to: &output) { hole, output in
      switch hole.kind {
      case .linkStart: startLink(hole.index, context, &output)
      case .linkEnd: endLink(hole.index, context, &output)
      case .image: imageSource(hole.index, context, &output)
      case .embed: embed(hole.index, &context, &output, body)
      case .inlineEmbed: inlineEmbed(hole.index, context, &output)
      case .headingID where !context.isEmbedded: headingID(hole.index, context, &output)
      case .headingAnchor where !context.isEmbedded: headingAnchor(hole.index, context, &output)
      case .headingID, .headingAnchor, .section, .footnotes, .cardStart, .cardEnd, .partStart, .partEnd: break
      case .code: fence = hole.index
      case .runState: site.runState(of: fence, in: context.note)?.write(to: &output)
      case .mentionStart: startMention(hole.index, context, &output)
      case .mentionEnd: endMention(hole.index, context, &output)
      case .termStart: startTerm(hole.index, context, &output)
      case .termEnd: endTerm(hole.index, &output)
      case .scope: output.append(scope)
      }
    }
  }

  // MARK: Links

  private func startLink(_ number: Int, _ context: Context, _ output: inout ByteWriter) {
    let link = index.notes[context.note].links[number]
    let target = site.knowledge.targets[context.note][number]
    guard isPlace(target) else {
      output.append("<span class=\"missing\" title=\"There is no note of this name yet\">")
      return
    }
    output.append("<a")
    switch target {
    case .asWritten:
      if HTMLWriter.isSafe(destination: link.destination) {
        output.append(" href=\"")
        output.append(destination: link.destination)
        output.append("\"")
      }
    case .stub: attribute(" class=\"stub\" href=\"", address(of: target, context), &output)
    default: attribute(" href=\"", address(of: target, context), &output)
    }
    if !link.title.isEmpty, link.kind != .embed { attribute(" title=\"", link.title, &output) }
    output.append(">")
  }

  private func endLink(_ number: Int, _ context: Context, _ output: inout ByteWriter) {
    output.append(isPlace(site.knowledge.targets[context.note][number]) ? "</a>" : "</span>")
  }

  /// Whether there is anything at a target that a link can lead to.
  private func isPlace(_ target: LinkTarget) -> Bool {
    switch target {
    case .missing: false
    case .stub: site.stubs.isPublished
    case .note, .section, .asset, .made, .asWritten: true
    }
  }

  /// A link from a topic's name in the text, with what the topic is.
  private func startMention(_ number: Int, _ context: Context, _ output: inout ByteWriter) {
    let topic = site.knowledge.mentions[context.note][number].topic
    let target = site.knowledge.target(of: topic)
    let definition = site.knowledge.topics[topic].definition
    guard isPlace(target) else {
      output.append("<span")
      if !definition.isEmpty { attribute(" title=\"", definition, &output) }
      return output.append(">")
    }
    output.append(site.knowledge.topics[topic].isStub ? "<a class=\"concept stub\"" : "<a class=\"concept\"")
    attribute(" href=\"", address(of: target, context), &output)
    if !definition.isEmpty { attribute(" title=\"", definition, &output) }
    output.append(">")
  }

  private func endMention(_ number: Int, _ context: Context, _ output: inout ByteWriter) {
    let topic = site.knowledge.mentions[context.note][number].topic
    output.append(isPlace(site.knowledge.target(of: topic)) ? "</a>" : "</span>")
  }

  // MARK: Terms of code

  /// What explains a term of code; nothing where the page itself does.
  private func entry(ofTerm number: Int) -> Glossary.Entry? {
    let entries = site.knowledge.glossary.entries
    guard entries.indices.contains(number) else { return nil }
    return entries[number].target == .note(page, fragment: nil) ? nil : entries[number]
  }

  /// A link from a term to what explains it. Where the site has nothing on it, a hint has to do: it must not stop those
  /// who go from link to link, so it is none.
  private func startTerm(_ number: Int, _ context: Context, _ output: inout ByteWriter) {
    guard let entry = entry(ofTerm: number) else { return }
    if !isPlace(entry.target) {
      output.append("<span class=\"term\"")
    } else {
      output.append("<a class=\"term\"")
      attribute(" href=\"", address(of: entry.target, context), &output)
    }
    attribute(" title=\"", entry.explanation, &output)
    output.append(">")
  }

  private func endTerm(_ number: Int, _ output: inout ByteWriter) {
    guard let entry = entry(ofTerm: number) else { return }
    output.append(isPlace(entry.target) ? "</a>" : "</span>")
  }

  /// The address of a target as the page writes it.
  private func address(of target: LinkTarget, _ context: Context) -> String {
    switch target {
    case .note(let note, let fragment):
      if note == page, let fragment { return "#" + fragment }
      return href.page(index.addresses[note], fragment: fragment)
    case .section(let section): return href.page(index.sections[section].address)
    case .asset(let asset): return href.file(index.assets[asset].path)
    case .stub(let topic): return site.href(toStub: topic, href) ?? ""
    case .made(let page): return href.page(page.address)
    case .asWritten, .missing: return ""
    }
  }

  private func attribute(_ start: StaticString, _ value: String, _ output: inout ByteWriter) {
    output.append(start)
    output.append(escaping: value)
    output.append("\"")
  }

  // MARK: Images

  private func imageSource(_ number: Int, _ context: Context, _ output: inout ByteWriter) {
    let link = index.notes[context.note].links[number]
    guard case .asset(let asset) = site.knowledge.targets[context.note][number] else {
      if HTMLWriter.isSafe(destination: link.destination) {
        output.append(" src=\"")
        output.append(destination: link.destination)
        output.append("\"")
      }
      return
    }
    source(of: asset, width: nil, &output)
  }

  /// Source and size: a browser that knows the size keeps the place free.
  private func source(of asset: Int, width: Int?, _ output: inout ByteWriter) {
    attribute(" src=\"", href.file(index.assets[asset].path), &output)
    let size = index.assets[asset].size.flatMap { $0.width > 0 && $0.height > 0 ? $0 : nil }
    guard let shown = width ?? size?.width else { return }
    attribute(" width=\"", String(shown), &output)
    guard let size else { return }
    attribute(" height=\"", String(size.height * shown / size.width), &output)
  }

  /// The width that an embed asks for: `![[layers.png|300]]`, `![[layers.png|300x200]]`.
  private static func width(_ label: String) -> Int? {
    label.split(separator: "x").first.flatMap { Int($0) }.flatMap { (1...10_000).contains($0) ? $0 : nil }
  }

  private func image(_ asset: Int, _ link: Link, _ output: inout ByteWriter) {
    output.append("<img")
    let width = Self.width(link.title)
    source(of: asset, width: width, &output)
    let text = link.title.isEmpty || width != nil ? nil : link.title
    attribute(" alt=\"", text ?? Title.fromFileName(ContentPath(index.assets[asset].path).stem), &output)
    output.append(" loading=\"lazy\">")
  }

  // MARK: Embeds

  private func embed(_ number: Int, _ context: inout Context, _ output: inout ByteWriter, _ body: (Int) -> Body) {
    let link = index.notes[context.note].links[number]
    switch site.knowledge.targets[context.note][number] {
    case .asset(let asset) where Asset.isImage(index.assets[asset].path):
      output.append("<p>")
      image(asset, link, &output)
      output.append("</p>\n")
    case .note(let note, let fragment) where canEmbed(note, context):
      context.embeds += 1
      output.append("<aside class=\"embed\">\n<p class=\"embed-title\">")
      namedLink(number, context, &output)
      output.append("</p>\n")
      let content = part(of: note, fragment, body(note))
      context.trail.append(note)
      write(content, &context, &output, body)
      context.trail.removeLast()
      output.append("</aside>\n")
    default:
      output.append("<p>")
      namedLink(number, context, &output)
      output.append("</p>\n")
    }
  }

  private func canEmbed(_ note: Int, _ context: Context) -> Bool {
    !context.trail.contains(note) && context.trail.count <= Self.deepest && context.embeds < Self.most
  }

  private func part(of note: Int, _ fragment: String?, _ body: Body) -> Body {
    let headings = index.notes[note].headings
    guard let fragment, let heading = headings.firstIndex(where: { $0.id == fragment }) else { return body }
    return body.section(of: heading) { headings[$0].level } ?? body
  }

  private func inlineEmbed(_ number: Int, _ context: Context, _ output: inout ByteWriter) {
    let link = index.notes[context.note].links[number]
    if case .asset(let asset) = site.knowledge.targets[context.note][number], Asset.isImage(index.assets[asset].path) {
      image(asset, link, &output)
    } else {
      namedLink(number, context, &output)
    }
  }

  /// A link to what an embed names, under its title.
  private func namedLink(_ number: Int, _ context: Context, _ output: inout ByteWriter) {
    startLink(number, context, &output)
    switch site.knowledge.targets[context.note][number] {
    case .note(let note, _): output.append(escaping: index.notes[note].title)
    case .section(let section): output.append(escaping: index.sections[section].title)
    default: output.append(escaping: index.notes[context.note].links[number].destination)
    }
    endLink(number, context, &output)
  }

  // MARK: Headings

  private func headingID(_ number: Int, _ context: Context, _ output: inout ByteWriter) {
    attribute(" id=\"", index.notes[context.note].headings[number].id, &output)
  }

  private func headingAnchor(_ number: Int, _ context: Context, _ output: inout ByteWriter) {
    attribute("<a class=\"anchor\" href=\"#", index.notes[context.note].headings[number].id, &output)
    output.append(" aria-hidden=\"true\" tabindex=\"-1\">#</a>")
  }
}
