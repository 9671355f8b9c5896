// MARK: Pages

extension Evidence {
  /// The best pages of those that are selected, best first; of equal ones the first.
  func best(_ limit: Int, of selection: Selection) -> [SearchHit] {
    let texts = textEvidence()
    var hits: [SearchHit] = []
    guard limit > 0 else { return hits }
    for page in 0..<names.pageCount where covers[page] > 0 || scores[page] > 0 || selection.isAll {
      let score = score(page, texts)
      if hits.count == limit, hits[limit - 1].score >= score { continue }
      guard selection.contains(page, of: names) else { continue }
      if hits.count == limit { hits.removeLast() }
      let (section, sectionWords) = texts.section(page)
      hits.append(
        SearchHit(
          page: page, score: score, section: section, needsText: (shown[page] | sectionWords) & wanted != wanted))
      var place = hits.count - 1
      while place > 0, hits[place - 1].score < score {
        hits.swapAt(place, place - 1)
        place -= 1
      }
    }
    return hits
  }

  private func score(_ page: Int, _ texts: TextEvidence) -> Float {
    let prior = 1 + Weight.prior * Rarity.logarithm(1 + Float(names.inboundLinks(of: page)))
    guard total > 0 else { return prior * max(scores[page], 1) }
    let bonus = texts.sum(page)
    let cover = (covers[page] / total).squareRoot()
    return (scores[page] * cover * (1 + Weight.textFactor * bonus) + Weight.textTerm * total * bonus) * prior
  }

  private func textEvidence() -> TextEvidence {
    var evidence = TextEvidence(pages: names.pageCount)
    for match in matches {
      let quality = match.quality(
        words: words, weight: total, length: names.texts[match.text].count,
        textWeight: engine.lexicon.textWeights[match.text])
      guard quality > 0 else { continue }
      let field = names.field(of: match.text)
      for holder in names.holders(of: match.text) {
        evidence.add(
          match, field, quality, page: names.page(ofHolder: holder), section: names.section(ofHolder: holder))
      }
    }
    return evidence
  }
}
