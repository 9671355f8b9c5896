/// The pages that the filters of a query leave: `kind:object`, `in:docker`.
///
/// A filter names the beginning of a kind or domain. Several of one sort leave the pages of any of them. One that fits none
/// is no filter but a word as others are: somebody looks for a line of YAML.
struct Selection {
  /// By number of the kind and of the domain: whether its pages are left; empty where all are.
  private var kinds: [Bool] = []
  private var domains: [Bool] = []
  /// Whether the query is filters only, so that all pages are found that they leave.
  private(set) var isAll: Bool

  init(_ query: SearchQuery, in index: OpenIndex) {
    isAll = !query.words.isEmpty
    for word in 0..<query.words.count {
      switch query.words[word].filter {
      case .kind: Self.select(query.form(word), index.names.kinds, &kinds)
      case .domain: Self.select(query.form(word), index.names.domains, &domains)
      case .none: continue
      }
    }
    for word in query.words where !isFilter(word) { isAll = false }
  }

  /// Leaves the classes whose names begin with a word.
  @inline(never)
  private static func select(_ form: [UInt8], _ classes: [[UInt8]], _ selected: inout [Bool]) {
    for number in 0..<classes.count {
      guard ByteOrder.shared(Fold.fold(classes[number])[...], form[...]) == form.count else { continue }
      if selected.isEmpty { selected = [Bool](repeating: false, count: classes.count) }
      selected[number] = true
    }
  }

  /// Whether a word selects pages, and is not to be found in them.
  func isFilter(_ word: SearchQuery.Word) -> Bool {
    word.filter == .kind && !kinds.isEmpty || word.filter == .domain && !domains.isEmpty
  }

  /// Whether the filters leave a page.
  func contains(_ page: Int, of index: OpenIndex) -> Bool {
    (kinds.isEmpty || kinds[index.names.kind(of: page)]) && (domains.isEmpty || domains[index.names.domain(of: page)])
  }
}
