import Notes
import Pages
import Serve
import Source

/// Serves a site from memory, follows its files, and tells open pages what has changed.
struct LiveServer: Sendable {
  /// Something that open pages should learn of.
  private enum Event: Sendable {
    /// Notes were edited.
    case edited(LiveSite.Step)
    /// All notes were read together, or could not be.
    case settled
  }

  let server: DevServer
  private let live: LiveSite
  private let watcher: Watcher
  private let board: LiveBoard

  /// Reads a site and begins to serve it.
  static func start(
    _ options: DevServer.Options, withDrafts: Bool, jobs: Int,
    project: @escaping @Sendable () throws(Failure) -> Project
  ) async throws -> LiveServer {
    let first = try project()
    // What changes while the files are read must not be missed.
    let watcher = await Watcher.start([first.content, first.templatesFolder])
    let live = try await LiveSite(withDrafts: withDrafts, jobs: jobs, project: project)
    let board = LiveBoard(session: "\(Timings.now)")
    await board.update(live)
    do throws(DevServerError) {
      let server = try await DevServer.start(
        options, serving: SiteVersion(await live.snapshot), routes: routes(board, ReviewFile(in: first.content)))
      return LiveServer(server: server, live: live, watcher: watcher, board: board)
    } catch {
      await watcher.stop()
      throw Failure("\(error)", advice: "Choose another one with --port, or the first free one with --port auto")
    }
  }

  private static func routes(_ board: LiveBoard, _ reviews: ReviewFile) -> [Route] {
    [
      Route(LiveScript.address, get: true, post: false) { _ in
        RouteResponse(.ok, type: ContentType("text/javascript; charset=utf-8"), body: LiveScript.bytes)
      },
      Route("/-/state", get: true, post: false) { _ in
        RouteResponse(.ok, type: .json, body: await board.state.json)
      },
      StudyRoute.route(reviews),
    ]
  }

  /// The address of the site.
  var address: String {
    get async { server.origin + (await live.snapshot.edition.site.settings.basePath) }
  }

  /// How many pages there are.
  var pageCount: Int {
    get async { await live.snapshot.edition.site.pages.count }
  }

  /// What is wrong with the site.
  var report: Report {
    get async { await live.report }
  }

  /// Follows the files until it is stopped.
  func follow() async {
    let (events, tell) = AsyncStream.makeStream(of: Event.self)
    let (wishes, wish) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await look(telling: tell, wishing: wish) }
      group.addTask { await settle(wishes, telling: tell) }
      group.addTask { await publish(events) }
    }
  }

  /// Stops serving and following.
  func stop() async {
    await watcher.stop()
    await server.stop()
  }

  private func look(
    telling tell: AsyncStream<Event>.Continuation, wishing wish: AsyncStream<Void>.Continuation
  ) async {
    for await change in watcher.changes {
      do {
        let step = change.isIncomplete ? try await live.lookAtEverything() : try await live.look(at: change.paths)
        if let step { tell.yield(.edited(step)) }
      } catch {
        await live.fail(error as? Failure ?? Failure("\(error)"))
      }
      wish.yield()
    }
    wish.finish()
  }

  private func settle(_ wishes: AsyncStream<Void>, telling tell: AsyncStream<Event>.Continuation) async {
    for await _ in wishes {
      do {
        if try await live.settle() { tell.yield(.settled) }
      } catch {
        await live.fail(error as? Failure ?? Failure("\(error)"))
        tell.yield(.settled)
      }
    }
    tell.finish()
  }

  /// One after the other, so that no older version takes the place of a newer one.
  private func publish(_ events: AsyncStream<Event>) async {
    for await event in events {
      let version = SiteVersion(await live.snapshot)
      switch event {
      case .edited(let step):
        let pages = step.pages.flatMap { [$0 + "index.html", $0 + "index.md"] }
        await server.publish(version, changed: .files(Set(pages + step.assets)))
        await board.advance(step.assets)
      case .settled:
        await server.publish(version, changed: .all)
        await board.update(live)
      }
      await server.live.send("change", data: String(decoding: await board.state.json, as: UTF8.self))
    }
  }
}

/// Where the state of the site is posted for the pages that ask.
actor LiveBoard {
  private(set) var state: LiveState

  init(session: String) {
    state = LiveState(session: session)
  }

  /// Another version, with the findings of the one before.
  func advance(_ assets: [String]) {
    state.version += 1
    state.assets = assets
  }

  /// Another version with what is wrong with it.
  func update(_ live: LiveSite) async {
    let base = await live.snapshot.edition.site.settings.basePath
    let (shown, count) = await live.findings(below: base)
    advance([])
    state.findings = shown
    state.findingCount = count
  }
}
