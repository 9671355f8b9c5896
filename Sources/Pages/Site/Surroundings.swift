import Notes

/// What the pages of one folder show around their text, as they write it: it is made once for all of them.
struct Surroundings: Sendable {
  /// The record of a ``SiteModel``.
  let site: Record
  /// The way to the folder.
  let breadcrumbs: [Record]
  /// The top of the site.
  let sections: [Record]
  /// The folder's section.
  let section: LinkModel
  /// The section around it.
  let parent: LinkModel?
  /// The pages of the section, none of them the current one.
  let menu: [LinkModel]
  /// The records of `menu`.
  let menuRecords: [Record]
}

extension Site {
  private var index: SiteIndex { knowledge.index }

  /// What a note in a section's folder shows around its text.
  func surroundings(inside section: Int) -> Surroundings {
    // The name of no file: every page of the folder writes the others in the same way.
    let address = Address(index.sections[section].address.path + "\u{0}/")
    return surroundings(of: address, in: section, Href(from: address))
  }

  /// What the page at `address` shows around its text.
  func surroundings(of address: Address, in section: Int, _ href: Href) -> Surroundings {
    let menu = index.sections[section].children.map { link($0, href) }
    return Surroundings(
      site: siteModel(href).record,
      breadcrumbs: breadcrumbs(to: address, href).map(\.record),
      sections: topSections(around: address, href).map(\.record),
      section: link(.section(section), href),
      parent: index.sections[section].parent.map { link(.section($0), href) },
      menu: menu,
      menuRecords: menu.map(\.record))
  }

  private func siteModel(_ href: Href) -> SiteModel {
    SiteModel(
      title: settings.title, description: settings.description, language: settings.language, footer: settings.footer,
      author: settings.author, generator: generator, home: href.page(.home), style: href.file(theme.style),
      script: href.file(theme.script), scheme: href.file(theme.scheme), icon: href.file(theme.icon),
      manifest: href.file(Self.manifestFile), worker: isKeptOffline ? href.file(Self.workerFile) : nil,
      feed: hasFeed ? href.file("feed.xml") : nil,
      map: map.isPublished ? href.page(TopicMap.address) : nil,
      stubs: stubs.isPublished ? href.page(Stubs.address) : nil,
      study: hasStudyPage ? href.page(MadePage.study.address) : nil,
      progress: hasStudyPage ? href.file(theme.study.progress) : nil,
      studyStyle: hasStudyPage ? href.file(theme.study.style) : nil,
      search: isSearchable ? href.file(SearchFiles.script) : nil,
      openSearch: hasOpenSearch ? href.file(Self.openSearchFile) : nil)
  }

  private func breadcrumbs(to address: Address, _ href: Href) -> [LinkModel] {
    guard !address.isHome else { return [] }
    var crumbs: [LinkModel] = []
    var section = index.section(holding: address)
    while let current = section {
      crumbs.append(link(.section(current), href))
      section = index.sections[current].parent
    }
    return crumbs.reversed()
  }

  private func topSections(around address: Address, _ href: Href) -> [LinkModel] {
    index.sections[0].children.prefix(Self.longestMenu).compactMap { child in
      guard case .section(let section) = child else { return nil }
      var entry = link(child, href)
      entry.isCurrent = address.path.utf8.starts(with: index.sections[section].address.path.utf8)
      return entry
    }
  }
}
