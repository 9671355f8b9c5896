/// How rare the words of a site's names are, and what the names weigh for that.
struct Lexicon: Sendable {
  let rarity: Rarity
  /// By term: how many pages have it in their names.
  private(set) var pageCounts: [UInt32] = []
  /// By term: how much it tells.
  private(set) var termWeights: [Float] = []
  /// By text: how much its words tell together.
  private(set) var textWeights: [Float] = []

  init(_ names: NamesFile) {
    rarity = Rarity(pages: names.pageCount)
    let functionWords = FunctionWords()
    var seen = [Int32](repeating: -1, count: names.pageCount)
    pageCounts = [UInt32](repeating: 0, count: names.terms.count)
    termWeights = [Float](repeating: 0, count: names.terms.count)
    textWeights = [Float](repeating: 0, count: names.texts.count)
    for term in 0..<names.terms.count {
      for posting in names.postings[term] {
        let text = names.text(at: Int(names.postings.values[posting]))
        for holder in names.holders(of: text) {
          let page = names.page(ofHolder: holder)
          guard seen[page] != Int32(term) else { continue }
          seen[page] = Int32(term)
          pageCounts[term] += 1
        }
      }
      let word = Array(names.terms[term])
      let share = functionWords.contains(word.span, 0..<word.count) ? Weight.functionWord : 1
      termWeights[term] = rarity.weight(ofPages: Int(pageCounts[term])) * share
      for posting in names.postings[term] {
        textWeights[names.text(at: Int(names.postings.values[posting]))] += termWeights[term]
      }
    }
  }
}
