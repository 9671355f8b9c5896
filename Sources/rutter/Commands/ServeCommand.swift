import ArgumentParser
import Notes
import Pages
import Serve
import Source

/// `rutter serve`: the site from memory, for those who write it or study with it.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve the site on this machine, and follow its files.",
    discussion: """
      Serves the notes of SITE/content from memory; nothing is written. Open pages follow what is edited, and show what is \
      wrong with it. Ctrl-C ends it.
      """)

  @Argument(help: "The folder of the site, which has a folder 'content'.")
  var site = "."

  @Option(help: ArgumentHelp("Where the notes are.", valueName: "dir"))
  var content: String?

  @Option(help: ArgumentHelp("Templates that take the place of the theme's.", valueName: "dir"))
  var templates: String?

  @Option(help: ArgumentHelp("The address to listen on.", valueName: "host"))
  var host = "127.0.0.1"

  @Option(help: ArgumentHelp("The port to listen on; 'auto' takes the first free one from 1111.", valueName: "port"))
  var port = PortChoice.exactly(1111)

  @Option(
    name: .customLong("allow-host"),
    help: ArgumentHelp("Another name under which browsers may ask for the site.", valueName: "name"))
  var allowedHosts: [String] = []

  @Flag(help: "Open the site in a browser.")
  var open = false

  @Flag(help: "Serve drafts too.")
  var drafts = false

  @Option(help: ArgumentHelp("How many files are worked on at a time (default: one a processor).", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1") }
  }

  func run() async throws {
    Interruption.watch()
    let clock = Timings()
    var options = DevServer.Options()
    options.host = host
    options.port = port.port
    options.allowedHosts = allowedHosts
    let (site, content, templates) = (site, content, templates)
    let live = try await LiveServer.start(options, withDrafts: drafts, jobs: jobs ?? Processors.count) {
      () throws(Failure) in
      var project = try Project.site(site, content: content, templates: templates)
      // A browser that keeps pages would hide what is new.
      project.settings.offline = false
      return project
    }
    await greet(live, clock)
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await live.follow() }
      await Interruption.wait()
      await live.stop()
      group.cancelAll()
    }
  }

  private func greet(_ live: LiveServer, _ clock: Timings) async {
    let address = await live.address
    let seconds = RunReport.number(clock.seconds, places: 2)
    Terminal.output.write(
      "\(address)  \(HumanReport.counted(await live.pageCount, "page")), read in \(seconds) s; Ctrl-C ends it\n")
    let report = await live.report
    if report.has(atLeast: .warning) {
      Terminal.error.write("\(HumanReport.summary(report)): the pages show them, and so does 'rutter check'\n")
    }
    if open, !Browser.open(address) {
      Terminal.error.write("rutter: no program that opens a browser was found; the address is \(address)\n")
    }
  }
}

/// What `--port` takes.
enum PortChoice: ExpressibleByArgument, CustomStringConvertible {
  case exactly(Int)
  case auto

  init?(argument: String) {
    if argument == "auto" {
      self = .auto
    } else if let number = Int(argument), (0...65_535).contains(number) {
      self = .exactly(number)
    } else {
      return nil
    }
  }

  var description: String {
    switch self {
    case .exactly(let number): "\(number)"
    case .auto: "auto"
    }
  }

  /// What the server is told.
  var port: DevServer.Port {
    switch self {
    case .exactly(let number): .exactly(number)
    case .auto: .firstFree(from: 1111)
    }
  }
}
