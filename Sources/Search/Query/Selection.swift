/// The pages that the filters of a query leave: `kind:object`, `in:docker`.
///
/// A filter names the beginning of a kind or domain. Several of one sort leave the pages of any of them. One that fits none
/// is no filter but a word as others are: somebody looks for a line of YAML.
struct Selection {
  /// By number of the kind, and of the domain: whether its pages are left; empty where all are.
  private var kinds: [Bool] = []
  private var domains: [Bool] = []
  /// Whether the query is filters only, so that all pages are found that they leave.
  private(set) var isAll = false

  init(_ query: SearchQuery, in names: NamesFile) {
    for word in query.words {
      switch word.filter {
      case .kind: Self.select(word.form, names.kinds, &kinds)
      case .domain: Self.select(word.form, names.domains, &domains)
      case nil: continue
      }
    }
    isAll = !query.words.isEmpty
    for word in query.words where !isFilter(word) { isAll = false }
  }

  /// Whether a word selects pages, and is not to be found in them.
  func isFilter(_ word: SearchQuery.Word) -> Bool {
    switch word.filter {
    case .kind: !kinds.isEmpty
    case .domain: !domains.isEmpty
    case nil: false
    }
  }

  /// Whether the filters leave a page.
  func contains(_ page: Int, of names: NamesFile) -> Bool {
    (kinds.isEmpty || kinds[names.kind(of: page)]) && (domains.isEmpty || domains[names.domain(of: page)])
  }

  private static func select(_ beginning: [UInt8], _ classes: [[UInt8]], _ selected: inout [Bool]) {
    for (number, name) in classes.enumerated() {
      guard ByteOrder.shared(Fold.fold(name)[...], beginning[...]) == beginning.count else { continue }
      if selected.isEmpty { selected = [Bool](repeating: false, count: classes.count) }
      selected[number] = true
    }
  }
}
