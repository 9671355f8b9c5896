import Notes

/// Everything that a template can show of a page. The names are an interface: a site's own templates use them, and the
/// manual lists them.
struct PageModel: Sendable {
  /// The record of a ``SiteModel``; pages of one folder share it.
  var site: Record
  var title = ""
  var heading: [UInt8] = []
  var windowTitle = ""
  var summary = ""
  var canonical: String?
  var robots: String?
  var kind: String?
  var domain: String?
  /// Where the topics of its domain are listed.
  var domainHref: String?
  /// What its topic is, where its text does not begin with that.
  var definition: String?
  /// Whether its text begins with what its topic is.
  var isDefinedByText = false
  var tags: [String] = []
  var isDraft = false
  var isHome = false
  var isSection = false
  var isNotFound = false
  var date: CalendarDate?
  var updated: CalendarDate?
  var breadcrumbs: [Record] = []
  var sections: [Record] = []
  var navigation: Record?
  var contents: [ContentsModel] = []
  var body: [UInt8] = []
  var children: [LinkModel] = []
  var neighbourhood: Record?
  var uses: Record?
  var citations: Record?
  /// Pages that share much with it; the summary of each says what.
  var related: [LinkModel] = []
  var map: [MapModel] = []
  var stubs: [StubsModel.Group] = []
  /// The record of a ``StudyModel``.
  var study: Record?
  var previous: LinkModel?
  var next: LinkModel?
  var edit: String?
  var markdown: String?
  var redirect: String?

  static let shape = Shape(
    "page",
    [
      .record("site", SiteModel.shape), .text("title"), .html("heading"), .text("windowTitle"), .text("summary"),
      .text("canonical"), .text("robots"), .text("kind"), .text("domain"), .text("domainHref"),
      .text("definition"), .flag("isDefinedByText"), .texts("tags"), .flag("draft"),
      .flag("isHome"), .flag("isSection"), .flag("isNotFound"), .record("date", DateModel.shape),
      .record("updated", DateModel.shape), .list("breadcrumbs", LinkModel.shape), .list("sections", LinkModel.shape),
      .record("navigation", NavigationModel.shape), .flag("hasContents"), .list("contents", ContentsModel.shape),
      .html("body"), .flag("hasChildren"), .list("children", LinkModel.shape),
      .record("neighbourhood", NeighbourhoodModel.shape), .record("uses", UsesModel.shape),
      .record("citations", CitationsModel.shape), .flag("hasRelated"), .list("related", LinkModel.shape),
      .list("map", MapModel.shape), .list("stubs", StubsModel.Group.shape),
      .record("study", StudyModel.shape), .record("previous", LinkModel.shape),
      .record("next", LinkModel.shape), .text("edit"), .text("markdown"), .text("redirect"),
    ])

  /// The page in the order of `shape`.
  var record: Record {
    Record([
      .record(site), .text(title), .html(heading), .text(windowTitle), .text(summary),
      Value(canonical), Value(robots), Value(kind), Value(domain), Value(domainHref),
      Value(definition), .flag(isDefinedByText), .texts(tags), .flag(isDraft),
      .flag(isHome), .flag(isSection), .flag(isNotFound), DateModel.value(date),
      DateModel.value(updated), .list(breadcrumbs), .list(sections),
      navigation.map { .record($0) } ?? .absent, .flag(!contents.isEmpty), .list(contents.map(\.record)),
      .html(body), .flag(!children.isEmpty), Value(children), neighbourhood.map { .record($0) } ?? .absent,
      uses.map { .record($0) } ?? .absent, citations.map { .record($0) } ?? .absent, .flag(!related.isEmpty),
      Value(related), .list(map.map(\.record)), .list(stubs.map(\.record)),
      study.map { .record($0) } ?? .absent, Value(previous),
      Value(next), Value(edit), Value(markdown), Value(redirect),
    ])
  }
}
