import Foundation
import TestSupport
import Testing

@testable import Serve

/// What a watcher told so far.
private actor Told {
  private(set) var paths: Set<String> = []
  private(set) var count = 0

  func add(_ changes: Changes) {
    paths.formUnion(changes.paths)
    count += 1
  }

  func clear() { paths = [] }
}

/// A folder that is watched, and what is told of it.
private struct Watched {
  let folder: TemporaryFolder
  let told: Told

  static func with(
    _ methods: Watcher.Method = .notified, roots: [String] = ["notes"],
    ignoring: @escaping @Sendable (String) -> Bool = { _ in false },
    before: (TemporaryFolder) throws -> Void = { _ in }, _ body: (Watched) async throws -> Void
  ) async throws {
    try await TemporaryFolder.during { folder in
      try folder.makeFolder("notes")
      try before(folder)
      let watcher = await Watcher.start(roots.map { folder.path($0) }, method: methods, ignoring: ignoring)
      #expect(watcher.method == methods)
      let told = Told()
      let task = Task { for await changes in watcher.changes { await told.add(changes) } }
      try await body(Watched(folder: folder, told: told))
      await watcher.stop()
      await task.value
    }
  }

  /// Whether a path is told of in time, which is then forgotten.
  func tells(_ path: String) async -> Bool {
    let path = folder.path(path)
    let isTold = await eventually { await told.paths.contains(path) }
    await told.clear()
    return isTold
  }

  /// Lets what is on its way arrive, and forgets it.
  func settle() async throws {
    try await Task.sleep(for: .milliseconds(80))
    await told.clear()
  }

  func rename(_ from: String, to target: String) {
    #expect(unsafe Glibc.rename(folder.path(from), folder.path(target)) == 0)
  }
}

private let methods: [Watcher.Method] = [.notified, .polling(milliseconds: 10)]

@Suite("What a watcher tells", .timeLimit(.minutes(5)))
struct WatcherTests {
  @Test(arguments: methods)
  func filesComeChangeAndGo(method: Watcher.Method) async throws {
    try await Watched.with(method) { watched in
      try watched.folder.write("1", to: "notes/a.md")
      #expect(await watched.tells("notes/a.md"))
      try watched.folder.write("22", to: "notes/a.md")
      #expect(await watched.tells("notes/a.md"))
      watched.rename("notes/a.md", to: "notes/b.md")
      #expect(await watched.tells("notes/b.md"))
      try await watched.settle()
      try watched.folder.remove("notes/b.md")
      #expect(await watched.tells("notes/b.md"))
    }
  }

  @Test(arguments: methods)
  func editorsThatRenameAreUnderstood(method: Watcher.Method) async throws {
    try await Watched.with(method, roots: ["notes", "site.yaml"], before: { try $0.write("a: 1", to: "site.yaml") }) {
      watched in
      try watched.folder.write("1", to: "notes/a.md")
      #expect(await watched.tells("notes/a.md"))
      for file in ["notes/a.md", "site.yaml", "notes/a.md", "site.yaml"] {
        try await watched.settle()
        try watched.folder.write("more \(file)", to: file + ".tmp")
        watched.rename(file + ".tmp", to: file)
        #expect(await watched.tells(file))
      }
    }
  }

  @Test(arguments: methods)
  func newFoldersAreWatched(method: Watcher.Method) async throws {
    try await Watched.with(method) { watched in
      try watched.folder.write("1", to: "notes/a/b/c/d.md")
      #expect(await watched.tells("notes/a/b/c/d.md"))
      try await watched.settle()
      try watched.folder.write("2", to: "notes/a/b/c/e.md")
      #expect(await watched.tells("notes/a/b/c/e.md"))
      watched.rename("notes/a/b", to: "notes/z")
      try await watched.settle()
      try watched.folder.write("33", to: "notes/z/c/d.md")
      #expect(await watched.tells("notes/z/c/d.md"))
      try watched.folder.remove("notes/z")
      try await watched.settle()
      try watched.folder.write("3", to: "notes/z/c/d.md")
      #expect(await watched.tells("notes/z/c/d.md"))
    }
  }

  @Test(arguments: methods)
  func linksAreFollowedAndNotInCircles(method: Watcher.Method) async throws {
    let links: (TemporaryFolder) throws -> Void = { folder in
      try folder.write("1", to: "elsewhere/a.md")
      try folder.write("1", to: "single.md")
      try folder.link("notes/link", to: "../elsewhere")
      try folder.link("notes/self", to: ".")
      try folder.link("notes/up/down/circle", to: "../..")
      try folder.link("notes/file.md", to: "../single.md")
      try folder.link("notes/nowhere", to: "nothing")
    }
    try await Watched.with(method, before: links) { watched in
      try await watched.settle()
      try watched.folder.write("22", to: "elsewhere/a.md")
      #expect(await watched.tells("notes/link/a.md"))
      try watched.folder.write("22", to: "single.md")
      #expect(await watched.tells("notes/file.md"))
      try watched.folder.write("1", to: "notes/up/down/x.md")
      #expect(await watched.tells("notes/up/down/x.md"))
      try watched.folder.remove("notes/link")
      try await watched.settle()
      try watched.folder.write("333", to: "elsewhere/a.md")
      try await watched.settle()
      #expect(await watched.told.paths.isEmpty)
    }
  }

  @Test(arguments: methods)
  func rootsMayComeLaterAndComeBack(method: Watcher.Method) async throws {
    try await Watched.with(method, roots: ["notes", "later/deep", "site.yaml"]) { watched in
      try watched.folder.write("a: 1", to: "site.yaml")
      #expect(await watched.tells("site.yaml"))
      try watched.folder.write("1", to: "later/deep/a.md")
      #expect(await watched.tells("later/deep/a.md"))
      try watched.folder.remove("notes")
      try await watched.settle()
      try watched.folder.write("1", to: "notes/a.md")
      #expect(await watched.tells("notes/a.md"))
      watched.rename("later", to: "gone")
      try await watched.settle()
      try watched.folder.write("1", to: "gone/deep/b.md")
      try await watched.settle()
      #expect(await watched.told.paths.isEmpty)
      watched.rename("gone", to: "later")
      #expect(await watched.tells("later/deep/b.md"))
    }
  }

  @Test(arguments: methods)
  func whatIsIgnoredIsNotTold(method: Watcher.Method) async throws {
    try await Watched.with(method, ignoring: { $0.contains("/.git") }) { watched in
      try watched.folder.write("1", to: "notes/.git/a/b")
      try watched.folder.write("1", to: "beside.md")
      try watched.folder.write("1", to: "notesx/a.md")
      try watched.folder.write("1", to: "notes/a.md")
      #expect(await eventually { await watched.told.paths == [watched.folder.path("notes/a.md")] })
    }
  }

  @Test func `a burst is told together`() async throws {
    try await Watched.with { watched in
      for number in 0..<200 { try watched.folder.write("1", to: "notes/\(number).md") }
      #expect(await eventually { await watched.told.paths.count == 200 })
      #expect(await watched.told.count < 40)
    }
  }

  @Test func `somebody who never stops writing is heard`() async throws {
    try await Watched.with { watched in
      let end = ContinuousClock.now + .seconds(20)
      var number = 0
      while await watched.told.count < 3, ContinuousClock.now < end {
        try watched.folder.write("\(number)", to: "notes/\(number % 10).md")
        number += 1
        try await Task.sleep(for: .milliseconds(1))
      }
      #expect(await watched.told.count >= 3)
    }
  }

  @Test func `what the system does not tell is found`() async throws {
    try await TemporaryFolder.during { folder in
      try folder.write("1", to: "notes/a/b.md")
      var tree = InotifyTree(
        WatchedRoots([folder.path("notes")], ignoring: { _ in false }), inotify_init1(Int32(IN_NONBLOCK)))
      tree.watchRoots()
      #expect(tree.count == 3)
      try folder.write("1", to: "notes/new/c/d.md")
      tree.take(InotifyEvent(watch: -1, mask: UInt32(IN_Q_OVERFLOW), name: ""))
      #expect(tree.takeChanges().isIncomplete)
      #expect(tree.count == 5)
    }
  }

  @Test func `a folder that was seen under its new name too soon is watched on`() async throws {
    try await TemporaryFolder.during { folder in
      try folder.write("1", to: "notes/a/b.md")
      var tree = InotifyTree(
        WatchedRoots([folder.path("notes")], ignoring: { _ in false }), inotify_init1(Int32(IN_NONBLOCK)))
      tree.watchRoots()
      let (notes, moved) = (Int32(2), Int32(3))
      #expect(unsafe rename(folder.path("notes/a"), folder.path("notes/c")) == 0)
      // A file stood there for a moment, and its event is looked at when the folder is there already.
      tree.take(InotifyEvent(watch: notes, mask: UInt32(IN_CREATE), name: "c"))
      tree.take(InotifyEvent(watch: notes, mask: UInt32(IN_DELETE), name: "c"))
      tree.take(InotifyEvent(watch: notes, mask: UInt32(IN_CREATE), name: "c"))
      tree.take(InotifyEvent(watch: notes, mask: UInt32(IN_MOVED_FROM) | UInt32(IN_ISDIR), name: "a"))
      tree.take(InotifyEvent(watch: notes, mask: UInt32(IN_MOVED_TO) | UInt32(IN_ISDIR), name: "c"))
      tree.take(InotifyEvent(watch: moved, mask: UInt32(IN_MOVE_SELF), name: ""))
      #expect(tree.count == 3)
      #expect(tree.takeChanges().paths.contains(folder.path("notes/c/b.md")))
    }
  }

  @Test(arguments: methods)
  func whateverHappensIsTold(method: Watcher.Method) async throws {
    try await TemporaryFolder.during { folder in
      try folder.makeFolder("notes")
      let watcher = await Watcher.start([folder.path("notes")], method: method)
      let copy = Copy(of: folder.path("notes"))
      let task = Task { for await changes in watcher.changes { await copy.take(changes) } }
      for var random in Random.series(method == .notified ? 100 : 20) {
        for _ in 0..<random.int(1...40) { Self.act(on: folder.path("notes"), &random) }
        let isSame = await eventually { await copy.isUpToDate() }
        let difference = await copy.difference()
        #expect(isSame, "seed \(random.seed): \(difference)")
        if !isSame { break }
      }
      await watcher.stop()
      await task.value
    }
  }

  /// Does something to the files of a folder.
  private static func act(on root: String, _ random: inout Random) {
    let names = ["a", "b", "c"]
    let path = { (random: inout Random) in
      root + "/" + (0..<random.int(1...3)).map { _ in random.pick(names) }.joined(separator: "/")
    }
    let (one, other) = (path(&random), path(&random))
    let files = FileManager.default
    switch random.int(0...9) {
    case 0...3: try? Data("\(random.next())".utf8).write(to: URL(fileURLWithPath: one))
    case 4, 5: try? files.createDirectory(atPath: one, withIntermediateDirectories: true)
    case 6: try? files.removeItem(atPath: one)
    case 7, 8: _ = unsafe rename(one, other)
    default: usleep(UInt32(random.int(0...4_000)))
    }
  }
}

/// What somebody knows of a folder who only looks where a watcher says that something changed.
private actor Copy {
  private let root: String
  private var files: [String: Data] = [:]

  init(of root: String) {
    self.root = root
  }

  func take(_ changes: Changes) {
    for path in changes.isIncomplete ? [root] : changes.paths {
      for known in files.keys where known == path || known.hasPrefix(path + "/") { files[known] = nil }
      for (file, data) in Self.read(path) { files[file] = data }
    }
  }

  func isUpToDate() -> Bool { files == Self.read(root) }

  func difference() -> String {
    let there = Self.read(root)
    return there.keys.filter { there[$0] != files[$0] }.description + files.keys.filter { there[$0] == nil }.description
  }

  private static func read(_ path: String) -> [String: Data] {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return [:] }
    guard isFolder.boolValue else { return [path: FileManager.default.contents(atPath: path) ?? Data()] }
    var files: [String: Data] = [:]
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] {
      files.merge(read(path + "/" + name)) { first, _ in first }
    }
    return files
  }
}
