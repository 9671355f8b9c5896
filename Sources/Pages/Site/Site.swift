public import Markdown
public import Notes
public import Source

/// A site about to be written: the pages it has, and how each of them is rendered.
///
/// It is a value that knows everything but the bodies; pages can be rendered in any order and side by side.
public struct Site: Sendable {
  /// What is known of the notes.
  public private(set) var knowledge: KnowledgeBase
  /// What the author set.
  public let settings: Settings
  /// What its pages look like.
  public let theme: Theme
  /// All its pages, in the order of their addresses.
  public let pages: [Page]

  let order: ReadingOrder
  let generator: String
  /// The notes that have a date, the newest first.
  let newestNotes: [Int]
  /// Where each note stands in the list of its section.
  let positions: [Int]
  /// What other notes say of each note's topics.
  let citations: Citations?
  /// The topics by domain and order.
  let map: TopicMap
  /// What is still to be written.
  let stubs: Stubs
  /// Whether the site can be searched: it is wanted, and nothing of the site's own is in the place.
  public let isSearchable: Bool
  /// Whether cards are published: nothing of the site's own is in the place.
  public let isStudied: Bool
  /// Whether there is a page to study at: there is something to ask, and no page of the site's own is in the place.
  public let hasStudyPage: Bool
  /// Whether browsers keep pages to read them without a network.
  let isKeptOffline: Bool
  /// What the notes in each section's folder show around their text.
  private(set) var inside: [Surroundings] = []
  /// When code was run: for each note, by the place of its fence in the note.
  public var runStates: [[Int: RunState]] = []

  /// The site of a knowledge base.
  ///
  /// - Parameters:
  ///   - generator: What made it, as in `Rutter 0.1.0`.
  ///   - citations: What notes say of each other's topics; nothing where that is not shown.
  ///   - stubLines: The lines on which topics that are still to be written are named, by topic.
  public init(
    _ knowledge: KnowledgeBase, settings: Settings, theme: Theme, generator: String, citations: Citations? = nil,
    stubLines: [Int: Int] = [:]
  ) {
    self.knowledge = knowledge
    self.settings = settings
    self.theme = theme
    self.generator = generator
    self.citations = citations
    order = ReadingOrder(knowledge.index)
    map = TopicMap(knowledge, order)
    stubs = Stubs(knowledge, order, lines: stubLines)
    pages = Self.pages(knowledge.index, map, stubs)
    newestNotes = Self.newestNotes(knowledge.notes)
    positions = Self.positions(knowledge.index)
    isSearchable = settings.search && !knowledge.index.assets.contains { $0.path == SearchFiles.script }
    isStudied = knowledge.index.leavesRoomForStudy
    hasStudyPage = MadePage.study.isMade(of: knowledge.topics, in: knowledge.index)
    isKeptOffline = settings.offline && !knowledge.index.assets.contains { $0.path == Self.workerFile }
    inside = knowledge.index.sections.indices.map(surroundings(inside:))
  }

  /// The same site, some of whose notes have another wording.
  package func with(_ rewordings: [KnowledgeBase.Rewording]) -> Site {
    var copy = self
    copy.knowledge = knowledge.with(rewordings)
    return copy
  }

  /// When the code of a fence was run; nothing where it never was.
  func runState(of fence: Int, in note: Int) -> RunState? {
    runStates.indices.contains(note) ? runStates[note][fence] : nil
  }

  private static func positions(_ index: SiteIndex) -> [Int] {
    var positions = [Int](repeating: 0, count: index.notes.count)
    for section in index.sections {
      for (position, child) in section.children.enumerated() {
        if case .note(let note) = child { positions[note] = position }
      }
    }
    return positions
  }

  private static func newestNotes(_ notes: [Note]) -> [Int] {
    // The parts of an outline change with it.
    let dated = notes.indices.filter { notes[$0].part == nil }.compactMap { index in
      (notes[index].frontMatter.updated ?? notes[index].frontMatter.date).map { (date: $0, index: index) }
    }
    return dated.sorted { ($1.date, $0.index) < ($0.date, $1.index) }.map(\.index)
  }

  private static func pages(_ index: SiteIndex, _ map: TopicMap, _ stubs: Stubs) -> [Page] {
    let notes = index.notes.indices.map { (index.addresses[$0], Page.note($0)) }
    let sections = index.sections.indices.filter { index.sections[$0].note == nil }
      .map { (index.sections[$0].address, Page.section($0)) }
    let redirects = index.redirects.map { ($0.key, Page.redirect($0.key, to: $0.value)) }
    let maps = map.pages.map { ($0.address, Page.map(domain: $0.domain)) }
    let lists = stubs.isPublished ? maps + [(Stubs.address, Page.stubs)] : maps
    return (notes + sections + redirects + lists).sorted { $0.0 < $1.0 }.map(\.1) + [.notFound]
  }

  /// The file of a page.
  public func file(of page: Page) -> String {
    switch page {
    case .note(let note): knowledge.index.addresses[note].file
    case .section(let section): knowledge.index.sections[section].address.file
    case .redirect(let address, _): address.file
    case .map(let domain): map.address(of: domain).file
    case .stubs: Stubs.address.file
    case .notFound: "404.html"
    }
  }

  /// Renders a page into `output`.
  ///
  /// - Parameter body: Gives the body of a note, the page's own and those that it embeds.
  public func render(_ page: Page, into output: inout ByteWriter, body: (Int) -> Body) {
    switch page {
    case .note(let note):
      theme.render(isHome(note) ? .home : .page, notePage(note, body: body), into: &output)
    case .section(let section):
      theme.render(section == 0 ? .home : .page, sectionPage(section), into: &output)
    case .map(let domain):
      theme.render(.map, mapPage(domain), into: &output)
    case .stubs:
      theme.render(.stubs, stubsPage(), into: &output)
    case .notFound:
      theme.render(.notFound, notFoundPage(), into: &output)
    case .redirect(let address, let note):
      theme.render(.redirect, redirectPage(address, to: note), into: &output)
    }
  }

  /// The `.md` twin of a note's page: its path below the output folder.
  public func markdownFile(of note: Int) -> String {
    knowledge.index.addresses[note].path + "index.md"
  }

  func isHome(_ note: Int) -> Bool {
    knowledge.index.addresses[note].isHome
  }
}
