/// Compares words by their bytes, as they are sorted in the index.
package enum ByteOrder {
  /// How many bytes two words share at the front.
  @inline(never)
  package static func shared(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Int {
    let count = min(one.count, other.count)
    var index = 0
    while index < count, one[one.startIndex + index] == other[other.startIndex + index] { index += 1 }
    return index
  }

  /// Whether a word stands before another one.
  @inline(never)
  package static func precedes(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
    let shared = shared(one, other)
    guard shared < one.count else { return shared < other.count }
    return shared < other.count && one[one.startIndex + shared] < other[other.startIndex + shared]
  }
}
