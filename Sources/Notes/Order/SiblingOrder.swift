/// Puts the pages of one section in order.
///
/// Evidence that one page builds upon another is like a spring that wants to hold the second a step before the first. Where
/// the springs come to rest, pages stand in the order that contradicts least of the evidence (HodgeRank: Jiang, Lim, Yao
/// and Ye, "Statistical ranking and combinatorial Hodge theory", 2011). Circles even out, nothing has to be cut.
struct SiblingOrder {
  /// That a sibling is to be read after another.
  struct Evidence {
    /// The sibling that needs the other.
    let later: Int
    /// The one that comes first.
    let earlier: Int
    /// How strong it is, in links.
    let weight: Double
  }

  /// How strongly a page is held at the place that its sort of page has.
  private static let anchor = 10.0
  /// How far apart the sorts of pages are.
  private static let genreSteps = 2.0
  private static let rounds = 20
  /// So many links are as good as any number.
  private static let mostLinks = 6.0

  /// Where siblings stand, the smaller, the earlier.
  ///
  /// - Parameter lateness: For each sibling, whether its sort of page is read early or late.
  static func positions(lateness: [Double], _ evidence: [Evidence]) -> [Double] {
    let start = lateness.map { $0 * genreSteps }
    guard !evidence.isEmpty else { return start }
    let springs = Springs(netted(evidence), siblings: lateness.count)
    var positions = start
    for _ in 0..<rounds {
      for sibling in positions.indices {
        var (pull, weight) = (anchor * start[sibling], anchor)
        for spring in springs[sibling] {
          pull += spring.weight * (positions[spring.other] + spring.distance)
          weight += spring.weight
        }
        positions[sibling] = pull / weight
      }
    }
    return positions
  }

  /// One piece of evidence for each two siblings: for the direction in which there is more, and the weaker the more there
  /// is against it.
  private static func netted(_ evidence: [Evidence]) -> [Evidence] {
    var sums: [Pair: (forth: Double, back: Double)] = [:]
    var pairs: [Pair] = []
    for piece in evidence {
      let pair = Pair(low: min(piece.later, piece.earlier), high: max(piece.later, piece.earlier))
      if sums[pair] == nil { pairs.append(pair) }
      if piece.later == pair.low {
        sums[pair, default: (0, 0)].forth += piece.weight
      } else {
        sums[pair, default: (0, 0)].back += piece.weight
      }
    }
    return pairs.compactMap { pair in
      guard let (forth, back) = sums[pair], forth != back else { return nil }
      let strong = max(forth, back)
      let weight = (strong - min(forth, back)) / (forth + back) * min(strong, mostLinks)
      return forth > back
        ? Evidence(later: pair.low, earlier: pair.high, weight: weight)
        : Evidence(later: pair.high, earlier: pair.low, weight: weight)
    }
  }

  private struct Pair: Hashable {
    let low: Int
    let high: Int
  }

  /// For each sibling what pulls at it.
  private struct Springs {
    struct Spring {
      var other: Int
      var weight: Double
      var distance: Double
    }

    private var starts: [Int]
    private var springs: [Spring]

    init(_ evidence: [Evidence], siblings: Int) {
      starts = [Int](repeating: 0, count: siblings + 1)
      for piece in evidence {
        starts[piece.later] += 1
        starts[piece.earlier] += 1
      }
      var sum = 0
      for sibling in starts.indices {
        sum += starts[sibling]
        starts[sibling] = sum
      }
      springs = [Spring](repeating: Spring(other: 0, weight: 0, distance: 0), count: sum)
      for piece in evidence {
        starts[piece.later] -= 1
        springs[starts[piece.later]] = Spring(other: piece.earlier, weight: piece.weight, distance: 1)
        starts[piece.earlier] -= 1
        springs[starts[piece.earlier]] = Spring(other: piece.later, weight: piece.weight, distance: -1)
      }
    }

    subscript(_ sibling: Int) -> ArraySlice<Spring> { springs[starts[sibling]..<starts[sibling + 1]] }
  }
}
