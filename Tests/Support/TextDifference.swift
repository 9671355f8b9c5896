/// How two texts differ, line by line, in the manner of `diff -u`, for a person to read.
package struct TextDifference: Sendable, CustomStringConvertible {
  /// The lines that differ with their neighbours, each behind `-` (expected), `+` (actual) or a blank.
  package let description: String

  /// The difference between what was expected and what came; nothing where they are equal.
  package init?(expected: String, actual: String) {
    guard expected != actual else { return nil }
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let change = new.difference(from: old)
    let removed = Set(change.removals.map(Self.offset))
    let inserted = Set(change.insertions.map(Self.offset))
    var lines: [(mark: String, text: Substring)] = []
    var from = 0
    var to = 0
    while from < old.count || to < new.count {
      if removed.contains(from) {
        lines.append(("-", old[from]))
        from += 1
      } else if inserted.contains(to) {
        lines.append(("+", new[to]))
        to += 1
      } else {
        lines.append((" ", old[from]))
        from += 1
        to += 1
      }
    }
    description = Self.hunks(lines)
  }

  private static func offset(_ change: CollectionDifference<Substring>.Change) -> Int {
    switch change {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }

  /// The changed lines with three lines of the same around them.
  private static func hunks(_ lines: [(mark: String, text: Substring)], context: Int = 3) -> String {
    var isShown = [Bool](repeating: false, count: lines.count)
    for (index, line) in lines.enumerated() where line.mark != " " {
      for near in max(0, index - context)...min(lines.count - 1, index + context) { isShown[near] = true }
    }
    var text: [String] = []
    for (index, line) in lines.enumerated() {
      if isShown[index] {
        text.append(line.mark + line.text)
      } else if index > 0, isShown[index - 1] {
        text.append("⋯")
      }
    }
    return text.joined(separator: "\n")
  }
}
