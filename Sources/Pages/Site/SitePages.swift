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
    var page = frame(at: address, href, title: content.title)
    page.heading = content.heading
    page.summary = content.summary
    page.kind = content.frontMatter.kind?.rawValue
    page.domain = content.frontMatter.domain
    page.tags = content.frontMatter.tags.map(\.text)
    page.isDraft = content.isDraft
    page.date = content.frontMatter.date
    page.updated = content.frontMatter.updated
    page.contents = ContentsModel.entries(of: content)
    page.markdown = href.file(markdownFile(of: note))
    page.edit = settings.editURL.map { Self.editURL($0, content.path) }
    page.previous = order.previous(of: note).map { link($0, href) }
    page.next = order.next(of: note).map { link($0, href) }

    let section = index.sectionOfNote[note]
    page.isHome = address.isHome
    page.isSection = index.sections[section].note == note
    if page.isSection { page.children = children(of: section, href) }
    page.navigation = navigation(around: page.isSection ? .section(section) : .note(note), in: section, href)

    var filled = ByteWriter(capacity: 1 << 14)
    BodyFiller(site: self, page: note, href: href).fill(note, into: &filled, body: body)
    page.body = filled.finish()
    return page
  }

  func sectionPage(_ section: Int) -> PageModel {
    let content = index.sections[section]
    let href = Href(from: content.address)
    var page = frame(at: content.address, href, title: content.title)
    page.isHome = section == 0
    page.isSection = true
    page.children = children(of: section, href)
    page.navigation = navigation(around: .section(section), in: section, href)
    return page
  }

  func notFoundPage() -> PageModel {
    var page = frame(at: .home, Href(below: settings.basePath), title: "Page not found")
    page.isNotFound = true
    page.robots = "noindex"
    page.canonical = nil
    page.breadcrumbs = []
    return page
  }

  func redirectPage(_ address: Address, to note: Int) -> PageModel {
    let href = Href(from: address)
    var page = frame(at: address, href, title: index.notes[note].title)
    page.redirect = href.page(index.addresses[note])
    page.canonical = canonical(index.addresses[note])
    page.robots = "noindex"
    return page
  }

  // MARK: The frame around a page

  private func frame(at address: Address, _ href: Href, title: String) -> PageModel {
    var page = PageModel(site: siteModel(href))
    page.title = title
    page.heading = Self.escaped(title)
    page.windowTitle = address.isHome || title == settings.title ? settings.title : "\(title) · \(settings.title)"
    page.canonical = canonical(address)
    page.breadcrumbs = breadcrumbs(to: address, href)
    page.sections = topSections(around: address, href)
    return page
  }

  private func siteModel(_ href: Href) -> SiteModel {
    SiteModel(
      title: settings.title, description: settings.description, language: settings.language, footer: settings.footer,
      author: settings.author, generator: generator, home: href.page(.home), style: href.file(theme.style),
      script: href.file(theme.script), scheme: href.file(theme.scheme), icon: href.file(theme.icon),
      manifest: href.file("manifest.webmanifest"), feed: hasFeed ? href.file("feed.xml") : nil)
  }

  private func canonical(_ address: Address) -> String? {
    settings.baseURL.map { $0 + PercentEncoding.encode(path: address.path) }
  }

  private func breadcrumbs(to address: Address, _ href: Href) -> [LinkModel] {
    guard !address.isHome else { return [] }
    var crumbs: [LinkModel] = []
    var section = index.section(holding: address)
    while let current = section {
      crumbs.append(LinkModel(title: index.sections[current].title, href: href.page(index.sections[current].address)))
      section = index.sections[current].parent
    }
    return crumbs.reversed()
  }

  private func topSections(around address: Address, _ href: Href) -> [LinkModel] {
    index.sections[0].children.prefix(Self.longestMenu).compactMap { child in
      guard case .section(let section) = child else { return nil }
      let content = index.sections[section]
      return LinkModel(
        title: content.title, href: href.page(content.address),
        isCurrent: address.path.utf8.starts(with: content.address.path.utf8))
    }
  }

  private static func editURL(_ pattern: String, _ path: ContentPath) -> String {
    let parts = pattern.split(separator: "{path}", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.joined(separator: PercentEncoding.encode(path: path.path))
  }

  static func escaped(_ text: String) -> [UInt8] {
    var output = ByteWriter()
    output.append(escaping: text)
    return output.finish()
  }
}
