import Source

/// Mends what a check finds, pass after pass, until nothing is left that it can mend.
///
/// Nothing is written: the new files are in ``files``, for whoever writes or shows them.
struct Fixer {
  /// A file that was mended.
  struct MendedFile: Sendable {
    let path: String
    /// What the file holds.
    let old: [UInt8]
    /// What it should hold.
    fileprivate(set) var new: [UInt8]
    /// How many fixes that took.
    fileprivate(set) var fixes: Int
  }

  /// Whether fixes are wanted that may change what a text means.
  let unsafely: Bool
  /// The mended files.
  private(set) var files: [MendedFile] = []
  private var numbers: [String: Int] = [:]

  /// How often a file is looked at before what is left in it counts as beyond mending.
  private static let mostPasses = 16

  init(unsafely: Bool) {
    self.unsafely = unsafely
  }

  /// How many fixes were made.
  var count: Int { files.reduce(0) { $0 + $1.fixes } }

  /// Checks and mends until nothing changes, and gives what is found then.
  mutating func mend(_ check: inout CheckRun) async throws -> CheckRun.Outcome {
    var outcome = try await check.perform()
    for _ in 0..<Self.mostPasses {
      guard try pass(over: outcome.report, &check) else { break }
      outcome = try await check.perform()
    }
    files.removeAll { isSame($0.old[...], $0.new) }
    files.sort { $0.path < $1.path }
    return outcome
  }

  /// Mends each file as far as one pass can; says whether there was anything to mend.
  private mutating func pass(over report: Report, _ check: inout CheckRun) throws(Failure) -> Bool {
    var isChanged = false
    var rest = report.diagnostics[...]
    while let first = rest.first {
      let path = first.place.path
      let own = rest.prefix { $0.place.path == path }
      rest = rest.dropFirst(own.count)
      guard own.contains(where: { $0.fix != nil && ($0.fix?.isSafe ?? false || unsafely) }) else { continue }
      let bytes = try check.files.read(path)
      let pass = FixPass(Array(own), to: bytes, unsafely: unsafely)
      guard pass.count > 0 else { continue }
      isChanged = true
      check.files.hold(pass.bytes, at: path)
      keep(pass, of: path, bytes)
    }
    return isChanged
  }

  private mutating func keep(_ pass: FixPass, of path: String, _ old: [UInt8]) {
    if let number = numbers[path] {
      files[number].new = pass.bytes
      files[number].fixes += pass.count
    } else {
      numbers[path] = files.count
      files.append(MendedFile(path: path, old: old, new: pass.bytes, fixes: pass.count))
    }
  }
}
