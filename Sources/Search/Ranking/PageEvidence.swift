/// What speaks for a page.
struct PageEvidence: Sendable {
  /// What the query's words tell for it, and those that it has.
  var score: Float = 0
  var cover: Float = 0
  /// Which words of the query its title or definition shows, a bit each.
  var shown: UInt32 = 0

  /// Of the word that is looked at: the sum of the fields that have it, a bit for each of these, and the best grade.
  private(set) var sum: Float = 0
  private(set) var fields: UInt16 = 0
  private(set) var grade: Float = 0

  /// How well the best of its titles and aliases, headings, links that lead to it, and its address fit.
  private var title: Float = 0
  private var heading: Float = 0
  private var link: Float = 0
  private var address: Float = 0
  /// The section with the best heading, or -1, and which words of the query this has.
  private var bestSection: Int32 = -1
  private var sectionWords: UInt32 = 0

  /// Takes note that it has the word that is looked at.
  mutating func add(_ amount: Float, _ candidate: Float) {
    sum += amount
    if grade < candidate { grade = candidate }
  }

  /// Takes note that a field has the word.
  ///
  /// - Returns: Whether that is new.
  mutating func add(_ field: TextField) -> Bool {
    let bit: UInt16 = 1 << UInt16(field.rawValue)
    defer { fields |= bit }
    return fields & bit == 0
  }

  /// Makes the sum of what was noted of a word.
  mutating func close(weight: Float) {
    score += weight * grade * Self.saturated(sum)
    cover += weight * grade
    (sum, fields, grade) = (0, 0, 0)
  }

  /// How much so much of a word tells: twice as much of it does not tell twice as much.
  static func saturated(_ sum: Float) -> Float {
    sum * (Weight.saturation + 1) / (sum + Weight.saturation)
  }

  // MARK: Texts as wholes

  /// Takes note of how well one of its texts fits.
  @inline(never)
  mutating func add(_ field: TextField, _ quality: Float, _ words: UInt32, section: Int?) {
    switch field {
    case .title, .alias: title = max(title, quality)
    case .inbound: link = max(link, quality)
    case .path: address = max(address, quality)
    default:
      guard heading < quality else { return }
      heading = quality
      bestSection = Int32(truncatingIfNeeded: section ?? -1)
      sectionWords = words
    }
  }

  /// What its texts tell together.
  private var texts: Float {
    Weight.title * title + Weight.heading * heading + Weight.link * link + Weight.address * address
  }

  /// The section that fits better than the title.
  var section: Int? {
    bestSection >= 0 && heading > title ? Int(bestSection) : nil
  }

  /// Which words of the query are shown of it.
  var allShown: UInt32 { section == nil ? shown : shown | sectionWords }

  /// How much speaks for it where the words of the query tell so much together.
  @inline(never)
  func total(of weight: Float) -> Float {
    guard weight > 0 else { return max(score, 1) }
    let cover = (cover / weight).squareRoot()
    return score * cover * (1 + Weight.textFactor * texts) + Weight.textTerm * weight * texts
  }
}
