import Source

/// The parts of a note's file that say what is needed first: sections called "Before you begin" and the like.
struct Prerequisites {
  /// The parts, in order and apart from each other.
  private var parts: [Range<Int>] = []

  init(of note: Note) {
    let headings = note.headings
    for (number, heading) in headings.enumerated() where Self.asksFirst(heading.text) {
      // A section within one that is known adds nothing to it.
      if let last = parts.last, heading.range.end < last.upperBound { continue }
      let next = headings[(number + 1)...].first { $0.level <= heading.level }
      parts.append(heading.range.end..<max(heading.range.end, next?.range.start ?? Int.max))
    }
  }

  /// Whether byte `place` of the file stands in one of them.
  func contains(_ place: Int) -> Bool {
    var (low, high) = (0, parts.count)
    while low < high {
      let middle = (low + high) / 2
      if parts[middle].lowerBound <= place { low = middle + 1 } else { high = middle }
    }
    return low > 0 && parts[low - 1].contains(place)
  }

  /// Whether a heading announces what is needed first: "Before you begin", "Step 0: Prerequisites", "What you'll need".
  static func asksFirst(_ heading: String) -> Bool {
    guard mayAskFirst(heading) else { return false }
    let words = NameIndex.fold(heading).split(separator: ":").last.map(String.init) ?? ""
    let text = words.split { " .:?!".contains($0) }.drop { $0.allSatisfy(\.isNumber) }.joined(separator: " ")
    if starts.contains(where: { text.hasPrefix($0) }) { return true }
    if needs.contains(text.replacing("’", with: "'")) { return true }
    // "Installation prerequisites", but not "Prerequisites and installation".
    let last = text.split(separator: " ")
    return last.count <= 3 && (last.last == "prerequisites" || last.last == "prerequisite")
  }

  /// Whether one of the words is there without which no heading asks: nearly all headings have none, which costs less to
  /// see than to fold and split them.
  private static func mayAskFirst(_ heading: String) -> Bool {
    let text = heading.utf8.span
    var scanner = WordScanner(isHTML: false)
    while let word = scanner.next(in: text) {
      if marks.contains(word.hash) { return true }
    }
    return false
  }

  private static let marks = [
    "before", "prerequisite", "requisite", "requirement", "required", "need", "needed", "know", "first", "knowledge",
    "assumption", "precondition",
  ].map { WordHash($0) }

  private static let starts = [
    "before you begin", "before you start", "before you install", "before you deploy", "before you create",
    "before you use", "before you continue", "before you proceed", "before we begin", "before we start",
    "before starting",
    "before beginning",
  ]

  private static let needs: Set<String> = [
    "requirements", "system requirements", "what you need", "what you will need", "what you'll need", "you will need",
    "you need", "what is needed", "what you should know", "what you need to know", "what to know first", "read first",
    "required knowledge", "assumed knowledge", "assumptions", "preconditions", "pre requisites",
  ]
}
