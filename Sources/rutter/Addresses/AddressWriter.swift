import Notes
import Source

/// Adds a site's addresses to those that it has published before.
enum AddressWriter {
  /// What was written.
  struct Outcome {
    let file: String
    let added: Int
    let total: Int
  }

  /// Writes `addresses.txt` of a site. What stands there stays, in its order of bytes; drafts are not published.
  static func write(_ project: Project, jobs: Int) async throws -> Outcome {
    let knowledge = try await KnowledgeBase.read(project, withDrafts: false, jobs: jobs)
    let old = Set(try project.addressManifest()?.lines.map(\.address) ?? [])
    let all = old.union(PublishedAddresses(knowledge.index).all)
    let sorted = all.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let file = project.prefix + AddressManifest.name
    try FileReplacement.write(AddressManifest.text(sorted), to: file)
    return Outcome(file: file, added: all.count - old.count, total: all.count)
  }
}
