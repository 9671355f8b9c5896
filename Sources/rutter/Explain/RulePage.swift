import CAssets

/// The page of a rule as it stands in `content/rules`, carried in the binary.
struct RulePage {
  /// The rule's name.
  let name: String
  /// The page, in Markdown with front matter.
  let markdown: String

  /// The page without its front matter.
  var text: String {
    guard markdown.hasPrefix("---\n"), let end = markdown.firstRange(of: "\n---\n") else { return markdown }
    return String(markdown[end.upperBound...].drop { $0 == "\n" })
  }

  /// All pages, by name.
  static let all: [RulePage] = {
    var pages: [RulePage] = []
    while let page = RulePage(number: pages.count) { pages.append(page) }
    return pages
  }()

  private init?(number: Int) {
    let asset = unsafe rule_page_at(number)
    guard let name = unsafe asset.name, let start = unsafe asset.bytes else { return nil }
    self.name = unsafe String(cString: name)
    markdown = unsafe String(decoding: UnsafeBufferPointer(start: start, count: asset.size), as: UTF8.self)
  }

  /// The page of the rule called `name`.
  static func named(_ name: String) -> RulePage? {
    all.first { $0.name == name }
  }
}
