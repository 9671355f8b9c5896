import Markdown
import Source

/// How much a link says that its target is to be read first, in quarters of a plain link.
struct LinkWeight: Sendable, Equatable {
  /// The weight, four for a plain link.
  private(set) var quarters: UInt8

  /// The weight of a link that is like most.
  static let plain = LinkWeight(quarters: 4)

  /// The weight in plain links.
  var value: Double { Double(quarters) / 4 }

  /// The weights of a note's links, in their order. What stands in a section on what is needed beforehand counts for
  /// most, then what a sentence presumes (`you should be familiar with …`), then what stands in the first part of the page.
  static func weights(of note: Note, in body: Body) -> [LinkWeight] {
    guard !note.links.isEmpty else { return [] }
    var weights = [LinkWeight](repeating: plain, count: note.links.count)
    let prerequisites = Prerequisites(of: note)
    for hole in body.holes where hole.kind == .linkStart && weights.indices.contains(hole.index) {
      var quarters: UInt8 = hole.offset < body.html.count / 4 ? 6 : 4
      if prerequisites.contains(note.links[hole.index].range.start) { quarters += 16 }
      if Presumption.isThere(at: hole.offset, in: body.html.span) { quarters += 4 }
      weights[hole.index].quarters = quarters
    }
    return weights
  }
}
