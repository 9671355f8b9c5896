/// The pages that the filters of a query leave: `kind:object`, `in:docker`.
///
/// A filter names the beginning of a kind or domain. Several of one sort leave the pages of any of them. One that fits none
/// is no filter but a word as others are: somebody looks for a line of YAML.
struct Selection {
  /// By number of the kind, then of the domain: whether its pages are left.
  private var isLeft: [Bool]
  private let kinds: Int
  /// Whether there is a filter of kinds, and of domains.
  private var (filtersKinds, filtersDomains) = (false, false)
  /// Whether the query is filters only, so that all pages are found that they leave.
  private(set) var isAll: Bool

  init(_ query: SearchQuery, in names: NamesFile) {
    let classes = names.kinds + names.domains
    kinds = names.kinds.count
    isLeft = [Bool](repeating: false, count: classes.count)
    isAll = !query.words.isEmpty
    for word in 0..<query.words.count {
      let filter = query.words[word].filter
      let form = query.form(word)
      for number in 0..<classes.count where filter == (number < kinds ? .kind : .domain) {
        guard ByteOrder.shared(Fold.fold(classes[number])[...], form[...]) == form.count else { continue }
        isLeft[number] = true
        if number < kinds { filtersKinds = true } else { filtersDomains = true }
      }
    }
    for word in query.words where !isFilter(word) { isAll = false }
  }

  /// Whether a word selects pages, and is not to be found in them.
  func isFilter(_ word: SearchQuery.Word) -> Bool {
    word.filter == .kind && filtersKinds || word.filter == .domain && filtersDomains
  }

  /// Whether the filters leave a page.
  func contains(_ page: Int, of names: NamesFile) -> Bool {
    (!filtersKinds || isLeft[names.kind(of: page)]) && (!filtersDomains || isLeft[kinds + names.domain(of: page)])
  }
}
