public import Markdown
import Notes

/// What a note's body says of the cards in it, cut out: the only thing that is kept of the body for them.
public struct WrittenText: Sendable {
  /// A card's place in ``Note/cards``.
  let card: Int
  /// Its parts: a front and a back, the gaps of a passage, or the cells of a table.
  let parts: [Body]
  /// Of a passage with gaps what stands around them: before the first, between them, behind the last.
  let around: [Body]

  /// The cards in a note's body.
  public static func all(in body: Body) -> [WrittenText] {
    var texts: [WrittenText] = []
    var reader = Cutter(body)
    var holes = body.holes.indices[...]
    while let index = holes.popFirst() {
      let hole = body.holes[index]
      switch hole.kind {
      case .cardStart:
        reader.end(into: &texts)
        reader.begin(hole.index, at: index)
      case .cardEnd:
        reader.close(at: index)
        reader.end(into: &texts)
      case .partStart: reader.openPart(at: index)
      case .partEnd: reader.closePart(at: index)
      default: break
      }
    }
    reader.end(into: &texts)
    return texts
  }

  /// Cuts a body at its holes.
  private struct Cutter {
    let body: Body
    private var card: Int?
    private var parts: [Body] = []
    private var around: [Body] = []
    /// Where the part that is open began, and where what stands around parts did: places of holes.
    private var partStart: Int?
    private var outside = 0

    init(_ body: Body) { self.body = body }

    mutating func begin(_ card: Int, at hole: Int) {
      self.card = card
      (parts, around, partStart, outside) = ([], [], nil, hole)
    }

    mutating func openPart(at hole: Int) {
      guard card != nil else { return }
      around.append(piece(from: outside, to: hole))
      partStart = hole
    }

    mutating func closePart(at hole: Int) {
      guard card != nil, let start = partStart else { return }
      parts.append(piece(from: start, to: hole))
      (partStart, outside) = (nil, hole)
    }

    mutating func close(at hole: Int) {
      guard card != nil else { return }
      around.append(piece(from: outside, to: hole))
    }

    mutating func end(into texts: inout [WrittenText]) {
      if let card { texts.append(WrittenText(card: card, parts: parts, around: around)) }
      card = nil
    }

    /// What stands between two holes.
    private func piece(from start: Int, to end: Int) -> Body {
      let (first, last) = (body.holes[start].offset, body.holes[end].offset)
      return Body(
        html: Array(body.html[first..<last]),
        holes: body.holes[(start + 1)..<max(start + 1, end)].map { Body.Hole($0.kind, $0.index, at: $0.offset - first) }
      )
    }
  }
}
