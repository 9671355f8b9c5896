/// Numbers of lines, as in `2,4-6`.
struct LineSet: Sendable, Equatable {
  private var ranges: [ClosedRange<Int>] = []

  var isEmpty: Bool { ranges.isEmpty }

  init() {}

  /// Reads numbers and ranges; everything else only stands between them.
  init(_ text: String) {
    var first: Int?
    var number: Int?
    for byte in text.utf8 {
      if byte.isDigit {
        number = min((number ?? 0) * 10 + Int(byte - UInt8(ascii: "0")), 1_000_000)
      } else if byte == UInt8(ascii: "-"), number != nil {
        first = number
        number = nil
      } else {
        insert(first, number)
        (first, number) = (nil, nil)
      }
    }
    insert(first, number)
  }

  private mutating func insert(_ first: Int?, _ last: Int?) {
    guard let last else { return }
    let first = first ?? last
    ranges.append(min(first, last)...max(first, last))
  }

  func contains(_ line: Int) -> Bool {
    ranges.contains { $0.contains(line) }
  }
}
