import Notes
import Source

extension Site {
  static let openSearchFile = "opensearch.xml"

  /// Whether browsers and launchers can be told how to search the site: they need its whole address.
  var hasOpenSearch: Bool { isSearchable && settings.baseURL != nil }

  /// `opensearch.xml`, by OpenSearch 1.1: searching is opening the home page with what is looked for behind `?q=`.
  func openSearch() -> OutputFile? {
    guard hasOpenSearch else { return nil }
    var output = ByteWriter()
    output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    output.append("<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n<ShortName>")
    output.append(escaping: String(settings.title.prefix(Self.longestName)))
    output.append("</ShortName>\n<Description>")
    output.append(
      escaping: String((settings.description ?? "Search \(settings.title)").prefix(Self.longestDescription)))
    output.append("</Description>\n<InputEncoding>UTF-8</InputEncoding>\n<Image type=\"image/svg+xml\">")
    output.append(escaping: absolute(path: theme.icon))
    output.append("</Image>\n<Url type=\"text/html\" template=\"")
    output.append(escaping: absolute(.home))
    output.append("?q={searchTerms}\"/>\n</OpenSearchDescription>\n")
    return OutputFile(path: Self.openSearchFile, bytes: output.finish())
  }

  /// How many characters the specification allows.
  private static let (longestName, longestDescription) = (16, 1024)
}
