import Markdown
import Notes
import Source

// What each kind of page shows: the page model, filled in.
extension Site {
  private var index: SiteIndex { knowledge.index }

  func notePage(_ note: Int, body: (Int) -> Body) -> PageModel {
    let content = index.notes[note]
    let address = index.addresses[note]
    let href = Href(from: address)
    let section = index.sectionOfNote[note]
    let isSection = index.sections[section].note == note
    let around = isSection ? surroundings(of: address, in: section, href) : inside[section]
    var page = frame(at: address, around, title: content.title)
    page.heading = content.heading
    page.summary = content.summary
    page.kind = content.frontMatter.kind?.rawValue
    page.domain = content.frontMatter.domain
    page.domainHref = map.href(of: map.domain(of: knowledge.topics.topic(ofNote: note)), href)
    page.tags = content.frontMatter.tags.map(\.text)
    page.isDraft = content.isDraft
    page.date = content.frontMatter.date
    page.updated = content.frontMatter.updated
    page.contents = ContentsModel.entries(of: content)
    page.markdown = href.file(markdownFile(of: note))
    page.edit = settings.editURL.map { Self.editURL($0, content.source) }
    page.previous = order.previous(of: note).map { link($0, href) }
    page.next = order.next(of: note).map { link($0, href) }

    page.isHome = address.isHome
    page.isSection = isSection
    if isSection, !content.isOverview { page.children = children(of: section, href) }
    page.navigation = navigation(around: isSection ? .section(section) : .note(note), in: section, around)

    let own = body(note)
    if !page.isHome {
      (page.definition, page.isDefinedByText) = lead(of: content, own)
      page.neighbourhood = neighbourhood(of: knowledge.topics.topic(ofNote: note), href)?.record
      page.uses = uses(of: note, href)?.record
      page.citations = citations.flatMap { citing(note, $0, href) }?.record
      page.related = related(to: note, href)
    }
    var filled = ByteWriter(capacity: 1 << 14)
    BodyFiller(site: self, page: note, href: href).fill(note, into: &filled) { $0 == note ? own : body($0) }
    page.body = filled.finish()
    return page
  }

  func sectionPage(_ section: Int) -> PageModel {
    let content = index.sections[section]
    let href = Href(from: content.address)
    let around = surroundings(of: content.address, in: section, href)
    var page = frame(at: content.address, around, title: content.title)
    page.isHome = section == 0
    page.isSection = true
    page.children = children(of: section, href)
    page.navigation = navigation(around: .section(section), in: section, around)
    return page
  }

  func notFoundPage() -> PageModel {
    let around = surroundings(of: .home, in: 0, Href(below: settings.basePath))
    var page = frame(at: .home, around, title: "Page not found")
    page.isNotFound = true
    page.robots = "noindex"
    page.canonical = nil
    page.breadcrumbs = []
    return page
  }

  func redirectPage(_ address: Address, to note: Int) -> PageModel {
    let href = Href(from: address)
    let around = surroundings(of: address, in: 0, href)
    var page = frame(at: address, around, title: index.notes[note].title)
    page.redirect = href.page(index.addresses[note])
    page.canonical = canonical(index.addresses[note])
    page.robots = "noindex"
    return page
  }

  // MARK: The frame around a page

  func frame(at address: Address, _ around: Surroundings, title: String) -> PageModel {
    var page = PageModel(site: around.site)
    page.title = title
    page.heading = Self.escaped(title)
    page.windowTitle = address.isHome || title == settings.title ? settings.title : "\(title) · \(settings.title)"
    page.canonical = canonical(address)
    page.breadcrumbs = around.breadcrumbs
    page.sections = around.sections
    return page
  }

  private func canonical(_ address: Address) -> String? {
    settings.baseURL.map { $0 + PercentEncoding.encode(path: address.path) }
  }

  static func editURL(_ pattern: String, _ path: ContentPath) -> String {
    let parts = pattern.split(separator: "{path}", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.joined(separator: PercentEncoding.encode(path: path.path))
  }

  static func escaped(_ text: String) -> [UInt8] {
    var output = ByteWriter()
    output.append(escaping: text)
    return output.finish()
  }
}
