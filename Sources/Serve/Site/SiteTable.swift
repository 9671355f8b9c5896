internal import NIOCore

/// The files that were asked for, prepared, of the version of the site that is served now. It lives on the server's
/// event loop, where nothing happens at the same time as something else; so a version replaces another in one step.
final class SiteTable {
  private struct Job: Hashable {
    let file: String
    let isCompressed: Bool
  }

  private final class Making {
    let promise: EventLoopPromise<PreparedFile?>
    /// How often what was made was outdated by a new version before it was done.
    let misses: Int

    init(_ promise: EventLoopPromise<PreparedFile?>, misses: Int) {
      (self.promise, self.misses) = (promise, misses)
    }
  }

  /// After so many misses, what was asked for is sent as it was then: somebody is waiting.
  private static let patience = 5

  private let loop: any EventLoop
  private(set) var version: SiteVersion
  private var kept: PreparedFiles
  private var making: [Job: Making] = [:]

  init(_ version: SiteVersion, keeping bytes: Int, on loop: any EventLoop) {
    self.version = version
    self.loop = loop
    kept = PreparedFiles(limit: bytes)
  }

  /// Takes another version; what was prepared of files that it does not change is kept.
  func publish(_ version: SiteVersion, changed: ChangedFiles) {
    self.version = version
    kept.remove(changed)
    for job in making.keys where changed.contains(job.file) { making[job] = nil }
  }

  /// The file at a path, where it is prepared in the way that is asked for.
  func prepared(_ file: String, compressed: Bool) -> PreparedFile? {
    guard let prepared = kept[file] else { return nil }
    return compressed && prepared.gzip == nil && prepared.mayBeCompressed ? nil : prepared
  }

  /// The file at a path, made where it is not prepared.
  func prepare(_ file: String, compressed: Bool) -> EventLoopFuture<PreparedFile?> {
    if let prepared = prepared(file, compressed: compressed) { return loop.makeSucceededFuture(prepared) }
    let job = Job(file: file, isCompressed: compressed)
    if let making = making[job] { return making.promise.futureResult }
    let promise = loop.makePromise(of: PreparedFile?.self)
    make(job, Making(promise, misses: 0))
    return promise.futureResult
  }

  private func make(_ job: Job, _ work: Making) {
    making[job] = work
    let version = version
    let known = kept[job.file]
    let made = loop.makeFutureWithTask { () -> PreparedFile? in
      var prepared = known
      if prepared == nil {
        prepared = await version.resource(job.file).map { PreparedFile($0, file: job.file) }
      }
      if job.isCompressed { prepared?.compress() }
      return prepared
    }
    made.assumeIsolated().whenComplete { result in
      self.finish(job, work, try? result.get())
    }
  }

  private func finish(_ job: Job, _ work: Making, _ made: PreparedFile?) {
    if let current = making[job], current === work {
      making[job] = nil
      // The compressed one may have been done first, and holds both.
      if let made, job.isCompressed || kept[job.file] == nil { kept[job.file] = made }
      return work.promise.succeed(made)
    }
    // A version that changes this file was published meanwhile.
    guard work.misses < Self.patience else { return work.promise.succeed(made) }
    if making[job] != nil || prepared(job.file, compressed: job.isCompressed) != nil {
      return prepare(job.file, compressed: job.isCompressed).cascade(to: work.promise)
    }
    make(job, Making(work.promise, misses: work.misses + 1))
  }
}
