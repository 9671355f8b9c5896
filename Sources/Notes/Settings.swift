/// What `site.yaml` says about a site as a whole. Every key is optional.
public struct Settings: Sendable {
  /// What becomes of HTML in notes.
  public enum RawHTML: String, CaseIterable, Sendable {
    /// It is shown as text.
    case escaped
    /// What does no harm passes.
    case trusted
    /// All of it passes.
    case unsafe
  }

  /// `title`: what the site is called.
  public package(set) var title = "Notes"
  /// `description`: the site in a sentence.
  public package(set) var description: String?
  /// `base-url`: the address at which it is published, with a slash at its end.
  public private(set) var baseURL: String?
  /// `language`: the language of its notes, as HTML names it.
  public package(set) var language = "en"
  /// `author`: who wrote it.
  public package(set) var author: String?
  /// `raw-html`: what becomes of HTML in notes.
  public package(set) var rawHTML = RawHTML.escaped
  /// `edit-url`: the address at which a note is edited, with `{path}` for its file below the content folder.
  public package(set) var editURL: String?
  /// `footer`: a line at the foot of every page.
  public package(set) var footer: String?
  /// `search`: whether its pages can be searched.
  public package(set) var search = true
  /// `offline`: whether a browser keeps pages to read them without a network.
  public package(set) var offline = true
  /// `front-matter`: keys that notes may have beside those that mean something here.
  public package(set) var frontMatterKeys: Set<String> = []

  /// `external-links`: how links to other sites are checked.
  public package(set) var externalLinks = ExternalLinkSettings()
  /// `run`: what snippets may do that are run.
  package internal(set) var run = RunPolicy()

  /// The settings of a site that has no `site.yaml`.
  public init() {}

  /// The path of ``baseURL``, from slash to slash.
  public var basePath: String {
    guard let baseURL else { return "/" }
    let host = baseURL.drop { $0 != "/" }.dropFirst(2)
    return String(host.drop { $0 != "/" })
  }

  /// Publishes the site at another address.
  ///
  /// - Returns: Whether it is one: `http://` or `https://`, a host, perhaps a path, and neither `?` nor `#`.
  @discardableResult
  public mutating func setBaseURL(_ address: String) -> Bool {
    guard Self.isWebAddress(address),
      !address.utf8.contains(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") })
    else { return false }
    baseURL = address.hasSuffix("/") ? address : address + "/"
    return true
  }

  /// Whether a text is `http://` or `https://` with something behind that could be a host and a path.
  static func isWebAddress(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let scheme = ["http://", "https://"].first(where: { bytes.starts(with: $0.utf8) }) else { return false }
    let rest = bytes.dropFirst(scheme.utf8.count)
    guard let first = rest.first, first != UInt8(ascii: "/") else { return false }
    return rest.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"\"<>\\^`|".utf8.contains($0) }
  }
}
