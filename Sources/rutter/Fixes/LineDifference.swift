/// The lines in which two texts differ: as few as possible (Myers' algorithm).
///
/// Reference: Eugene W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986)
struct LineDifference {
  /// Lines of the old text and those of the new one that take their place.
  struct Change: Equatable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// The changes, in order; between two of them at least one line is the same.
  private(set) var changes: [Change] = []

  /// Texts that differ in more lines than this are compared as a whole: the search takes the square of it.
  private static let mostSteps = 1_000

  /// Compares two lists of lines.
  init(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) {
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    let number = { (line: ArraySlice<UInt8>) -> Int in
      let next = numbers.count
      return numbers[line]
        ?? {
          numbers[line] = next; return next
        }()
    }
    let (a, b) = (old.map(number), new.map(number))
    var start = 0
    while start < a.count, start < b.count, a[start] == b[start] { start += 1 }
    var end = 0
    while end < min(a.count, b.count) - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
    let (one, other) = (Array(a[start..<a.count - end]), Array(b[start..<b.count - end]))
    guard !one.isEmpty || !other.isEmpty else { return }
    guard let steps = Self.steps(one, other) else {
      changes = [Change(old: start..<a.count - end, new: start..<b.count - end)]
      return
    }
    for step in steps { add(step, after: start) }
  }

  /// Takes a removed or an added line, joined with what stands directly before it.
  private mutating func add(_ step: Change, after start: Int) {
    let step = Change(
      old: step.old.lowerBound + start..<step.old.upperBound + start,
      new: step.new.lowerBound + start..<step.new.upperBound + start)
    if let last = changes.last, last.old.upperBound == step.old.lowerBound, last.new.upperBound == step.new.lowerBound {
      changes[changes.count - 1].old = last.old.lowerBound..<step.old.upperBound
      changes[changes.count - 1].new = last.new.lowerBound..<step.new.upperBound
    } else {
      changes.append(step)
    }
  }

  /// The lines that are removed and added, one by one; nothing where there are too many.
  private static func steps(_ a: [Int], _ b: [Int]) -> [Change]? {
    let most = min(a.count + b.count, mostSteps)
    // `furthest[k]`: how far into `a` a path of so many steps comes on the diagonal `k`, which is `most` to the right.
    var furthest = Array(repeating: 0, count: 2 * most + 3)
    var trace: [[Int]] = []
    for count in 0...most {
      trace.append(furthest)
      for k in stride(from: -count, through: count, by: 2) {
        let isDown = k == -count || (k != count && furthest[most + k] < furthest[most + k + 2])
        var x = isDown ? furthest[most + k + 2] : furthest[most + k] + 1
        while x < a.count, x - k < b.count, x - k >= 0, a[x] == b[x - k] { x += 1 }
        furthest[most + k + 1] = x
        if x >= a.count, x - k >= b.count { return path(trace, a.count, b.count, most) }
      }
    }
    return nil
  }

  /// The way back from the ends of both texts.
  private static func path(_ trace: [[Int]], _ x: Int, _ y: Int, _ most: Int) -> [Change] {
    var (x, y) = (x, y)
    var steps: [Change] = []
    for count in stride(from: trace.count - 1, to: 0, by: -1) {
      let furthest = trace[count]
      let k = x - y
      let isDown = k == -count || (k != count && furthest[most + k] < furthest[most + k + 2])
      let before = isDown ? k + 1 : k - 1
      let startX = furthest[most + before + 1]
      let startY = startX - before
      steps.append(
        isDown
          ? Change(old: startX..<startX, new: startY..<startY + 1)
          : Change(old: startX..<startX + 1, new: startY..<startY))
      (x, y) = (startX, startY)
    }
    return steps.reversed()
  }
}
