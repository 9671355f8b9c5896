import Source

extension Note {
  /// The parts of its file that say what is needed first: sections called "Before you begin" and the like.
  var prerequisites: [Range<Int>] {
    var parts: [Range<Int>] = []
    for (number, heading) in headings.enumerated() where Self.asksFirst(heading.text) {
      let next = headings[(number + 1)...].first { $0.level <= heading.level }
      parts.append(heading.range.end..<max(heading.range.end, next?.range.start ?? Int.max))
    }
    return parts
  }

  private static func asksFirst(_ heading: String) -> Bool {
    switch NameIndex.fold(heading) {
    case "before you begin", "before you start", "before we begin", "prerequisites", "prerequisite", "requirements",
      "what you need", "you will need", "you need":
      true
    default: false
    }
  }
}
