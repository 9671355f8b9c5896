/// Many short lists of numbers, one behind the other.
struct NumberLists: Sendable {
  private var numbers: [Int32] = []
  private var starts: [Int32] = [0]

  /// How many lists there are.
  var count: Int { starts.count - 1 }

  /// Adds a list.
  mutating func append(_ list: some Sequence<Int32>) {
    numbers.append(contentsOf: list)
    starts.append(Int32(numbers.count))
  }

  /// The numbers of a list.
  subscript(_ list: Int) -> ArraySlice<Int32> {
    numbers[range(list)]
  }

  /// Where the numbers of a list stand.
  private func range(_ list: Int) -> Range<Int> { Int(starts[list])..<Int(starts[list + 1]) }

  /// Whether a list, which is in order, has a number.
  func has(_ number: Int32, in list: Int) -> Bool {
    var (low, high) = (Int(starts[list]), Int(starts[list + 1]))
    let end = high
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < end && numbers[low] == number
  }

  /// Whether two lists, which are in order, share a number that `ignored` has not.
  func share(_ one: Int, _ other: Int, besides ignored: [Int32]) -> Bool {
    let (a, b) = (range(one), range(other))
    var (i, j) = (a.lowerBound, b.lowerBound)
    while i < a.upperBound, j < b.upperBound {
      let (x, y) = (numbers[i], numbers[j])
      if x == y {
        if !ignored.contains(x) { return true }
        i += 1
        j += 1
      } else if x < y {
        i += 1
      } else {
        j += 1
      }
    }
    return false
  }
}
