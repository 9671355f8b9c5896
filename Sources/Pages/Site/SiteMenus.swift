import Notes

// The lists of pages that a page shows.
extension Site {
  private var index: SiteIndex { knowledge.index }

  /// How many entries a menu has at most: a page must not grow with its site.
  static let longestMenu = 60

  func link(_ note: Int, _ href: Href) -> LinkModel {
    LinkModel(title: index.notes[note].title, href: href.page(index.addresses[note]))
  }

  func link(_ child: Section.Child, _ href: Href) -> LinkModel {
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
  func navigation(around child: Section.Child, in section: Int, _ around: Surroundings) -> Record? {
    let children = index.sections[section].children
    guard !children.isEmpty, section != 0 || children.count > 1 else { return nil }
    let position = position(of: child)
    let window = Self.window(of: children.count, around: position ?? 0)
    var items = Array(around.menuRecords[window])
    if let position {
      var current = around.menu[position]
      current.isCurrent = true
      items[position - window.lowerBound] = current.record
    }
    var title = around.section
    title.isCurrent = child == .section(section)
    let isCut = window.count < children.count
    return NavigationModel(section: title, items: items, isCut: isCut, parent: around.parent).record
  }

  /// Where a note stands in its section's list; the section's own note stands in none.
  private func position(of child: Section.Child) -> Int? {
    guard case .note(let note) = child else { return nil }
    return positions[note]
  }

  private static func window(of count: Int, around position: Int) -> Range<Int> {
    let start = max(0, min(position - longestMenu / 2, count - longestMenu))
    return start..<min(start + longestMenu, count)
  }
}
