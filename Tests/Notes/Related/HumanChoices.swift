import Foundation
import TestSupport
import Testing

@testable import Notes

/// The documentation whose authors said what goes together and what comes first: `bench/related` of the shared folder.
struct HumanChoices {
  /// The pages that an author put under "What's next".
  struct Pair: Decodable {
    let source: String
    let targets: [String]
    let inBody: [String]
    let bodyLinks: [String]
  }

  /// A page that an author wants read before another.
  struct Prerequisite: Decodable {
    let page: String
    let requires: String
  }

  private static let folder = "bench/related"

  let knowledge: KnowledgeBase
  let pairs: [Pair]
  let prerequisites: [Prerequisite]
  private let notes: [String: Int]

  init() throws {
    let corpus = Shared.path(Self.folder + "/corpus")
    let files = Repository.files(below: corpus, extensions: ["md"])
    let site = SmallSite(files.map { ($0, Repository.text(corpus + "/" + $0) ?? "") }, withCode: true)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    knowledge = site.knowledge
    pairs = try Shared.lines(Self.folder + "/pairs.jsonl").map { try decoder.decode(Pair.self, from: Data($0.utf8)) }
    prerequisites = try Shared.lines(Self.folder + "/prereq.jsonl").map {
      try decoder.decode(Prerequisite.self, from: Data($0.utf8))
    }
    notes = Dictionary(
      uniqueKeysWithValues: knowledge.notes.indices.map { (Self.name(of: $0, in: site.knowledge), $0) })
  }

  private static func name(of note: Int, in knowledge: KnowledgeBase) -> String {
    String(knowledge.index.addresses[note].path.dropLast())
  }

  /// Which share of the authors' targets is among the first five related pages; with `isNew`, where neither counts that
  /// the page's body links already.
  func recall(isNew: Bool) -> Double {
    var shares: [Double] = []
    for pair in pairs {
      let truth = Set(isNew ? pair.targets.filter { !pair.inBody.contains($0) } : pair.targets)
      guard !truth.isEmpty, let source = notes[pair.source] else { continue }
      let found = knowledge.related[source].map { Self.name(of: $0.note, in: knowledge) }
        .filter { !isNew || !pair.bodyLinks.contains($0) }
      shares.append(Double(truth.intersection(found.prefix(5)).count) / Double(truth.count))
    }
    return shares.reduce(0, +) / Double(shares.count)
  }

  /// The prerequisites that come too late in the learning order.
  var misplaced: [Prerequisite] {
    var positions = [Int](repeating: 0, count: knowledge.notes.count)
    for (position, note) in knowledge.order.notes.enumerated() { positions[note] = position }
    return prerequisites.filter { row in
      guard let page = notes[row.page], let required = notes[row.requires] else { return true }
      return positions[required] >= positions[page]
    }
  }
}
