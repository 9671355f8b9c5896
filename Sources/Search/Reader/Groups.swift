/// Numbers in groups, one group behind the other in one stretch of memory.
package struct Groups: Sendable {
  /// Where each group starts; the last entry is where the last one ends.
  private(set) var starts: [UInt32] = [0]
  /// The numbers of all groups.
  package private(set) var values: [UInt32] = []

  /// No groups.
  init() {}

  /// How many groups there are.
  package var count: Int { starts.count - 1 }

  /// The places of a group's numbers in ``values``.
  package subscript(_ group: Int) -> Range<Int> {
    Int(starts[group])..<Int(starts[group + 1])
  }

  /// Adds a number to the last group, which is still open.
  mutating func append(_ value: Int) {
    values.append(UInt32(truncatingIfNeeded: value))
  }

  /// Adds numbers to the last group, which is still open.
  mutating func append(contentsOf more: [UInt32]) {
    values.append(contentsOf: more)
  }

  /// Ends the last group and opens another.
  mutating func close() {
    starts.append(UInt32(truncatingIfNeeded: values.count))
  }

  /// The same groups with other numbers.
  consuming func mapping(_ number: (UInt32) -> UInt32) -> Groups {
    for place in values.indices { values[place] = number(values[place]) }
    return self
  }

  /// Turns numbers around: for each number below `count`, at which places of `keys` it stands, in order. What is not below
  /// it is left out.
  init(placesOf keys: [UInt32], below count: Int) {
    starts = [UInt32](repeating: 0, count: count + 1)
    var kept = 0
    for key in keys where key < count {
      starts[Int(key)] += 1
      kept += 1
    }
    var sum: UInt32 = 0
    for index in 0...count {
      sum += starts[index]
      // Where the group ends: it is filled from there, so that its start is left when all is done.
      starts[index] = sum
    }
    values = [UInt32](repeating: 0, count: kept)
    for place in keys.indices.reversed() {
      let key = keys[place]
      guard key < count else { continue }
      starts[Int(key)] -= 1
      values[Int(starts[Int(key)])] = UInt32(truncatingIfNeeded: place)
    }
  }
}
