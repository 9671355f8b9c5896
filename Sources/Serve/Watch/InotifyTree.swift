#if os(Linux)
  internal import Glibc

  /// Which folders are watched, and what the system's events mean for their files.
  ///
  /// The system watches single folders. A new one is watched first and listed then, so that nothing that is put into it
  /// meanwhile is missed.
  struct InotifyTree {
    private static let events =
      Int32(IN_MODIFY) | Int32(IN_CLOSE_WRITE) | Int32(IN_ATTRIB) | Int32(IN_CREATE) | Int32(IN_DELETE)
      | Int32(IN_MOVED_FROM) | Int32(IN_MOVED_TO) | Int32(IN_DELETE_SELF) | Int32(IN_MOVE_SELF)
    /// How many paths by way of links may lead to a folder.
    private static let mostPaths = 8

    private let roots: WatchedRoots
    private let descriptor: Int32
    /// The paths of what each watch watches.
    private var paths: [Int32: [String]] = [:]
    private var watches: [String: Int32] = [:]
    private var changes = Changes()
    /// Whether the system gives no more watches.
    private(set) var isExhausted = false

    init(_ roots: WatchedRoots, _ descriptor: Int32) {
      self.roots = roots
      self.descriptor = descriptor
    }

    /// How many watches there are.
    var count: Int { paths.count }

    /// What changed, which is not given again.
    mutating func takeChanges() -> Changes {
      defer { changes = Changes() }
      return changes
    }

    /// Watches the roots, with all that is in them, and the folders in which they are or will be.
    mutating func watchRoots() {
      for root in roots.paths { watchRoot(root, telling: false) }
    }

    /// Takes an event in.
    mutating func take(_ event: InotifyEvent) {
      if event.has(Int32(IN_Q_OVERFLOW)) {
        changes.isIncomplete = true
        return watchRoots()
      }
      guard let known = paths[event.watch] else { return }
      if event.has(Int32(IN_IGNORED)) { return forget(event.watch) }
      for path in known {
        if !event.name.isEmpty {
          take(event, at: WatchedRoots.join(path, event.name))
        } else if roots.hold(path), !event.has(Int32(IN_ISDIR)) || event.has(Int32(IN_DELETE_SELF)) {
          changes.paths.insert(path)
          if event.has(Int32(IN_DELETE_SELF), Int32(IN_MOVE_SELF)) { watchAgain(path, event.watch) }
        }
      }
    }

    /// An event about an entry of a folder that is watched.
    private mutating func take(_ event: InotifyEvent, at path: String) {
      let comes = event.has(Int32(IN_CREATE), Int32(IN_MOVED_TO))
      let goes = event.has(Int32(IN_DELETE), Int32(IN_MOVED_FROM))
      let isFolder = event.has(Int32(IN_ISDIR))
      if goes, watches[path] != nil, !isFolder || event.has(Int32(IN_MOVED_FROM)) { forget(below: path) }
      if roots.hold(path) {
        if !isFolder || comes || goes { changes.paths.insert(path) }
        if comes || (isFolder && !goes && watches[path] == nil) { watch(path, telling: true) }
      } else if comes {
        for root in roots.roots(from: path) { watchRoot(root, telling: true) }
      }
    }

    // MARK: Watching

    private mutating func watchRoot(_ root: String, telling: Bool) {
      var folder = WatchedRoots.parent(root)
      while let path = folder {
        if add(path, isFolder: true) { break }
        folder = WatchedRoots.parent(path)
      }
      watch(root, telling: telling)
      // Between the two looks the folder on the way may have come, with the root in it.
      if let parent = WatchedRoots.parent(root), watches[parent] == nil, FolderEntry.kind(of: root) != nil {
        _ = add(parent, isFolder: true)
      }
    }

    /// Watches what stands at a path, and all that is in it.
    private mutating func watch(_ path: String, telling: Bool) {
      guard let kind = FolderEntry.kind(of: path) else { return }
      var pending = [(path: path, kind: kind)]
      while let (path, kind) = pending.popLast() {
        guard roots.hold(path) else { continue }
        if telling { changes.paths.insert(path) }
        switch kind {
        case .file: continue
        case .link: _ = add(path, isFolder: false)
        case .folder, .folderLink:
          guard add(path, isFolder: true) else { continue }
          pending += FolderEntry.all(in: path).map { (WatchedRoots.join(path, $0.name), $0.kind) }
        }
      }
    }

    /// Begins to watch a folder, or a file that a link leads to; false where that cannot be, or leads in a circle.
    private mutating func add(_ path: String, isFolder: Bool) -> Bool {
      let mask = UInt32(bitPattern: Self.events) | (isFolder ? UInt32(IN_ONLYDIR) : 0)
      let watch = unsafe inotify_add_watch(descriptor, path.isEmpty ? "." : path, mask)
      guard watch >= 0 else {
        isExhausted = isExhausted || errno == ENOSPC || errno == ENOMEM
        return false
      }
      let known = paths[watch, default: []]
      if known.contains(path) { return true }
      let isCircle = known.contains { WatchedRoots.isWithin(path, $0) && roots.hold($0) }
      guard !isCircle, known.count < Self.mostPaths else { return false }
      if let old = watches[path] { remove(path, from: old) }
      paths[watch] = known + [path]
      watches[path] = watch
      return true
    }

    /// What was at a path was moved or removed: whatever is there now is watched. Something else may have come there
    /// meanwhile, or the same again.
    private mutating func watchAgain(_ path: String, _ watch: Int32) {
      remove(path, from: watch)
      self.watch(path, telling: true)
    }

    // MARK: Forgetting

    private mutating func forget(_ watch: Int32) {
      for path in paths.removeValue(forKey: watch) ?? [] where watches[path] == watch { watches[path] = nil }
    }

    /// Forgets a folder that was moved away, and all that is in it.
    private mutating func forget(below folder: String) {
      for (path, watch) in watches where WatchedRoots.isWithin(path, folder) { remove(path, from: watch) }
    }

    private mutating func remove(_ path: String, from watch: Int32) {
      if watches[path] == watch { watches[path] = nil }
      let left = paths[watch, default: []].filter { $0 != path }
      paths[watch] = left.isEmpty ? nil : left
      if left.isEmpty { inotify_rm_watch(descriptor, watch) }
    }
  }
#endif
