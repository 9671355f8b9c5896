import Notes
import Source

extension Site {
  /// `sitemap.xml`, by the Sitemap protocol 0.9: every page that is not a redirect.
  ///
  /// The protocol asks for whole addresses; a site that does not know its own writes paths from the root.
  func sitemap() -> OutputFile {
    var output = ByteWriter()
    output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    output.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for page in pages {
      guard let address = listedAddress(of: page) else { continue }
      output.append("<url><loc>")
      output.append(escaping: absolute(address))
      output.append("</loc>")
      if case .note(let note) = page, let date = lastChange(of: note) {
        output.append("<lastmod>")
        output.append(date.iso)
        output.append("</lastmod>")
      }
      output.append("</url>\n")
    }
    if hasStudyPage {
      output.append("<url><loc>")
      output.append(escaping: absolute(MadePage.study.address))
      output.append("</loc></url>\n")
    }
    output.append("</urlset>\n")
    return OutputFile(path: "sitemap.xml", bytes: output.finish())
  }

  private func listedAddress(of page: Page) -> Address? {
    switch page {
    case .note(let note): knowledge.index.addresses[note]
    case .section(let section): knowledge.index.sections[section].address
    case .map(let domain): map.address(of: domain)
    case .stubs, .notFound, .redirect: nil
    }
  }

  /// A page's whole address, or its path from the root where the site does not know its own.
  func absolute(_ address: Address) -> String {
    absolute(path: address.path)
  }

  /// A file's whole address.
  func absolute(path: String) -> String {
    (settings.baseURL ?? "/") + PercentEncoding.encode(path: path)
  }

  /// When a note says that it was changed last.
  func lastChange(of note: Int) -> CalendarDate? {
    knowledge.notes[note].frontMatter.updated ?? knowledge.notes[note].frontMatter.date
  }
}
