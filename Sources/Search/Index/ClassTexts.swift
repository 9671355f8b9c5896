/// The kinds or domains of pages.
struct ClassTexts {
  /// What there is, in the order of names.
  private(set) var texts = Groups()
  /// By page.
  private(set) var numbers: [Int] = []

  /// Nothing.
  init() {}

  /// The classes of pages.
  init(_ names: [String], _ collector: inout AtomCollector) {
    var known = WordTable(capacity: 0)
    let met = names.map { known.number(of: Array($0.utf8)) }
    var ranks = [Int](repeating: 0, count: known.count)
    for (rank, name) in known.sorted().enumerated() {
      ranks[name] = rank
      texts.append(contentsOf: collector.atoms(of: Array(known[name]).span))
      texts.close()
    }
    numbers = met.map { ranks[$0] }
  }
}
