import ArgumentParser
import Notes
import Study

/// `rutter study`: the cards of a site.
struct StudyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "study",
    abstract: "Learn the notes by cards.",
    subcommands: [StudyAskCommand.self, StudyExportCommand.self, StudyMergeCommand.self],
    defaultSubcommand: StudyAskCommand.self)
}

/// `rutter study ask`, which `rutter study` is short for.
struct StudyAskCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Ask what is due today.",
    discussion: """
      Shows the cards that are due and some new ones: enter or space turns a card, 1 to 4 say how well it was known, q \
      quits. Answers are kept in SITE/content/rutter.study.jsonl, which is never published.
      """)

  @OptionGroup var site: SiteOptions

  @Option(help: ArgumentHelp("How many new cards there are a day.", valueName: "n"))
  var new = 10

  @Option(help: ArgumentHelp("Only cards about this topic, by name; may be given several times.", valueName: "name"))
  var topic: [String] = []

  @Flag(help: "Show how learning goes, and ask nothing.")
  var stats = false

  @Option(help: ArgumentHelp("The time to go by: milliseconds since 1970.", visibility: .hidden))
  var now: Int?

  func validate() throws {
    if new < 0 { throw ValidationError("--new takes a number from 0") }
  }

  func run() async throws {
    let project = try site.project()
    let (deck, knowledge) = try await Deck.read(
      project, withDrafts: site.drafts, jobs: site.jobs ?? Processors.count)
    let file = ReviewFile(in: project.content)
    let log = try file.read()
    if !log.damaged.isEmpty { ReviewFile.report(log, at: file.path, try FileReader.read(file.path)) }
    let clock = StudyClock(fixed: now)
    if stats {
      let progress = Progress(log, in: deck)
      let statistics = Statistics(progress, of: deck, at: clock.now, days: clock.days)
      let next = progress.nextTopic(of: deck, at: clock.now)
      return Terminal.output.write(StatisticsText.text(statistics, of: deck, next: next))
    }
    let wanted = try topics(of: deck) { knowledge.topics(called: $0) }
    var session = StudySession(
      deck, log, in: file, clock, newPerDay: new, topics: wanted,
      style: TextStyle(hasColours: Terminal.output.hasColours))
    try session.run()
  }

  /// The topics to stay with, by their places in the deck; nothing for all.
  private func topics(of deck: Deck, called find: (String) -> [Int]) throws(Failure) -> Set<Int>? {
    guard !topic.isEmpty else { return nil }
    var wanted: Set<Int> = []
    for name in topic {
      let numbers = Set(find(name))
      let places = deck.topics.indices.filter { numbers.contains(deck.topics[$0].number) }
      guard !places.isEmpty else { throw Failure("There are no cards about '\(name)'", advice: nil) }
      wanted.formUnion(places)
    }
    return wanted
  }
}
