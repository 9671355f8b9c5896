import Glibc
import Markdown
import Notes
import Source

/// A link of a note to another site.
struct ExternalLink: Sendable {
  let destination: String
  let place: Place

  /// Where in its file, which holds `bytes`, the destination stands, if it stands there as it is.
  fileprivate func range(in bytes: [UInt8]) -> SourceRange? {
    let (start, count) = (place.range.start, destination.utf8.count)
    guard place.range.end <= bytes.count else { return nil }
    for range in [place.range, SourceRange(start + 1, place.range.end - 1)] where range.count == count {
      if isSame(bytes[range.start..<range.end], Array(destination.utf8)) { return range }
    }
    return nil
  }

  /// The links to other sites in notes, without those that the settings leave out.
  static func all(in notes: [Note], _ settings: ExternalLinkSettings) -> [ExternalLink] {
    notes.flatMap { note in
      note.links.compactMap { link in
        guard link.kind == .link || link.kind == .image, WebAddress(link.destination) != nil else { return nil }
        guard !settings.ignored.contains(where: { NamePattern($0).matches(link.destination) }) else { return nil }
        return ExternalLink(destination: link.destination, place: Place(path: note.file, range: link.target))
      }
    }
  }
}

/// Checks links to other sites.
struct ExternalLinkCheck: Sendable {
  /// Where the cache is; nothing where there is none.
  let cache: String?
  /// What became of addresses in this run of the program.
  private var known: [String: LinkOutcome] = [:]

  init(cache: String?) {
    self.cache = cache
  }

  /// What is wrong with links of notes that `files` gives.
  mutating func diagnostics(
    _ links: [ExternalLink], _ settings: ExternalLinkSettings, _ files: SourceFiles
  ) throws(Failure) -> [Diagnostic] {
    try ask(Set(links.map(\.destination)).filter { known[$0] == nil }.sorted(), settings)
    return links.compactMap { link in known[link.destination].flatMap { Self.diagnostic(link, $0, files) } }
  }

  private mutating func ask(_ destinations: [String], _ settings: ExternalLinkSettings) throws(Failure) {
    guard !destinations.isEmpty else { return }
    let seconds = settings.days * 86_400
    var cache = cache.map { LinkCache($0) }
    var asked: [(destination: String, address: WebAddress)] = []
    for destination in destinations {
      if let outcome = cache?.outcome(of: destination, notOlderThan: seconds) {
        known[destination] = outcome
      } else if let address = WebAddress(destination) {
        asked.append((destination, address))
      }
    }
    var manners = LinkManners()
    (manners.timeout, manners.delay) = (settings.timeout, settings.delay)
    let count = asked.count
    let outcomes = try LinkSchedule.outcomes(of: asked.map(\.address), manners) { Self.show($0, of: count) }
    for (question, outcome) in zip(asked, outcomes) {
      known[question.destination] = outcome
      cache?.keep(outcome, of: question.destination)
    }
    try cache?.write(droppingOlderThan: seconds)
  }

  /// A line for a person who waits.
  private static func show(_ done: Int, of count: Int) {
    guard isatty(STDERR_FILENO) == 1, count > 10 else { return }
    Terminal.error.write(done < count ? "\rlinks: \(done) of \(count)" : "\r\u{1B}[K")
  }

  private static func diagnostic(
    _ link: ExternalLink, _ outcome: LinkOutcome, _ files: SourceFiles
  ) -> Diagnostic? {
    let name = "'\(link.destination)'"
    switch outcome {
    case .fine(nil): return nil
    case .fine(let new?):
      let range = isPlain(new) ? (try? files.read(link.place.path)).flatMap { link.range(in: $0) } : nil
      return Diagnostic(
        ExternalLinkRules.moved, "Address \(name) has moved for good, to '\(new)'", at: link.place,
        fix: range.map { Fix("Write '\(new)'", isSafe: false, edits: [Fix.Edit($0, new)]) })
    case .missingFragment:
      let fragment = WebAddress(link.destination)?.fragment ?? ""
      return Diagnostic(
        ExternalLinkRules.missingFragment, "Page of \(name) has no part '\(fragment)'", at: link.place)
    case .dead(let status):
      return Diagnostic(ExternalLinkRules.dead, "Dead address \(name): the server answers \(status)", at: link.place)
    case .unreachable(let reason):
      return Diagnostic(ExternalLinkRules.unreachable, "Address \(name) cannot be reached: \(reason)", at: link.place)
    }
  }

  /// Whether an address can stand in the place of another, whatever surrounds that.
  private static func isPlain(_ address: String) -> Bool {
    address.utf8.allSatisfy {
      $0 > 0x20 && $0 < 0x7F && !"()<>[]\\\"'`*_|{}".utf8.contains($0) || $0 == UInt8(ascii: "_")
    }
  }
}
