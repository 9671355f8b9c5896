import Notes

// The lists of pages that a page shows.
extension Site {
  private var index: SiteIndex { knowledge.index }

  /// How many entries a menu has at most: a page must not grow with its site.
  static let longestMenu = 60

  func link(_ note: Int, _ href: Href) -> LinkModel {
    LinkModel(title: index.notes[note].title, href: href.page(index.addresses[note]))
  }

  private func link(_ child: Section.Child, _ href: Href) -> LinkModel {
    switch child {
    case .note(let note): return link(note, href)
    case .section(let section):
      let content = index.sections[section]
      return LinkModel(title: content.title, href: href.page(content.address), isSection: true)
    }
  }

  /// The pages of a section with what they are about.
  func children(of section: Int, _ href: Href) -> [LinkModel] {
    index.sections[section].children.map { child in
      var entry = link(child, href)
      if let note = index.note(of: child) {
        entry.summary = index.notes[note].summary
        entry.kind = index.notes[note].frontMatter.kind?.rawValue
      }
      return entry
    }
  }

  /// The pages beside `child`; of very many, those around it.
  func navigation(around child: Section.Child, in section: Int, _ href: Href) -> NavigationModel? {
    let content = index.sections[section]
    guard !content.children.isEmpty, section != 0 || content.children.count > 1 else { return nil }
    let window = Self.window(of: content.children, around: child)
    return NavigationModel(
      section: LinkModel(
        title: content.title, href: href.page(content.address), isCurrent: child == .section(section)),
      items: window.map { entry in
        var link = link(entry, href)
        link.isCurrent = entry == child
        return link
      },
      isCut: window.count < content.children.count,
      parent: content.parent.map {
        LinkModel(title: index.sections[$0].title, href: href.page(index.sections[$0].address))
      })
  }

  private static func window(of children: [Section.Child], around child: Section.Child) -> ArraySlice<Section.Child> {
    guard children.count > longestMenu else { return children[...] }
    let position = children.firstIndex(of: child) ?? 0
    let start = max(0, min(position - longestMenu / 2, children.count - longestMenu))
    return children[start..<start + longestMenu]
  }
}

extension SiteIndex {
  /// The note behind a section's child, if it has one.
  func note(of child: Section.Child) -> Int? {
    switch child {
    case .note(let note): note
    case .section(let section): sections[section].note
    }
  }
}
