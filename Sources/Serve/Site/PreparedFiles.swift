/// Prepared files by their paths, the least used of which are forgotten when there are too many.
///
/// There are two generations. What is used moves into the young one; when that is full, it becomes the old one, and what
/// was still in the old one is forgotten.
struct PreparedFiles {
  private let limit: Int
  private var young: [String: PreparedFile] = [:]
  private var old: [String: PreparedFile] = [:]
  private var youngSize = 0

  /// - Parameter limit: How many bytes may be kept, roughly.
  init(limit: Int) {
    self.limit = limit
  }

  /// The file at a path.
  subscript(file: String) -> PreparedFile? {
    mutating get {
      if let prepared = young[file] { return prepared }
      guard let prepared = old.removeValue(forKey: file) else { return nil }
      insert(prepared, at: file)
      return prepared
    }
    set {
      old[file] = nil
      if let known = young.removeValue(forKey: file) { youngSize -= known.size }
      if let newValue { insert(newValue, at: file) }
    }
  }

  /// Forgets what changed.
  mutating func remove(_ changed: ChangedFiles) {
    switch changed {
    case .all:
      (young, old, youngSize) = ([:], [:], 0)
    case .files(let files):
      for file in files { self[file] = nil }
    }
  }

  private mutating func insert(_ prepared: PreparedFile, at file: String) {
    if youngSize + prepared.size > limit / 2, !young.isEmpty {
      (old, young, youngSize) = (young, [:], 0)
    }
    young[file] = prepared
    youngSize += prepared.size
  }
}
