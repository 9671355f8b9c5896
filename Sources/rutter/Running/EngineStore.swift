import Glibc

/// The folder in which buildah and podman keep what belongs to us: nothing in it is anybody else's, so that all but the
/// images that were given can be removed in the end.
struct EngineStore: ~Copyable {
  /// Where it is.
  let path: String
  private let lock: Int32

  /// Opens it, and waits for another run to be done with it.
  init(_ path: String) throws(Failure) {
    let lock = try Self.lock(path)
    self.path = path
    self.lock = lock
  }

  private static func lock(_ path: String) throws(Failure) -> Int32 {
    guard !path.hasPrefix("/dev/") else {
      throw Failure("\(path): snippets get a /dev of their own, which hides it", advice: "Choose another --store")
    }
    try Folder.make(path)
    let lock = unsafe open(path + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard lock >= 0 else { throw Failure(path + "/lock", errno) }
    guard flock(lock, LOCK_EX | LOCK_NB) != 0 else { return lock }
    Terminal.error.write("Another run uses \(path): waiting for its end\n")
    while flock(lock, LOCK_EX) != 0 {
      let code = errno
      guard code == EINTR, Interruption.signal == nil else {
        close(lock)
        throw Failure(path + "/lock", code)
      }
    }
    return lock
  }

  deinit {
    close(lock)
  }

  /// Where it usually is: below `XDG_CACHE_HOME`, else below `~/.cache`.
  static var usual: String {
    let variable = { (name: String) -> String? in
      guard let value = unsafe getenv(name) else { return nil }
      let text = unsafe String(cString: value)
      return text.isEmpty ? nil : text
    }
    let cache = variable("XDG_CACHE_HOME") ?? variable("HOME").map { $0 + "/.cache" } ?? "/var/cache"
    return cache + "/rutter/containers"
  }
}
