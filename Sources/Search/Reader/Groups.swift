/// Numbers in groups, one group behind the other in one stretch of memory.
package struct Groups: Sendable {
  /// Where each group starts; the last entry is where the last one ends.
  private var starts: [UInt32] = [0]
  /// The numbers of all groups.
  package private(set) var values: [UInt32] = []

  /// How many groups there are.
  package var count: Int { starts.count - 1 }

  /// The places of a group's numbers in ``values``.
  package subscript(_ group: Int) -> Range<Int> {
    @inline(never) get { Int(starts[group])..<Int(starts[group + 1]) }
  }

  /// Adds a number to the last group, which is still open.
  mutating func append(_ value: Int) {
    values.add(value)
  }

  /// Adds numbers to the last group, which is still open.
  mutating func append(contentsOf more: [UInt32]) {
    values.append(contentsOf: more)
  }

  /// Ends the last group and opens another.
  mutating func close() {
    starts.add(values.count)
  }

  /// By place: its group.
  var owners: [UInt32] {
    @inline(never) get {
      var owners: [UInt32] = []
      for group in 0..<count {
        for _ in self[group] { owners.add(group) }
      }
      return owners
    }
  }

  /// Turns numbers around: for each number from `first` up to `end`, at which places of `keys` it stands, in order.
  @inline(never)
  mutating func fill(placesOf keys: [UInt32], from first: Int, to end: Int) {
    starts = [UInt32](repeating: 0, count: end - first + 1)
    var kept = 0
    for key in keys where key >= first && key < end {
      starts[Int(key) - first] += 1
      kept += 1
    }
    var sum: UInt32 = 0
    for index in 0..<starts.count {
      sum += starts[index]
      // Where the group ends: it is filled from there, so that its start is left when all is done.
      starts[index] = sum
    }
    values = [UInt32](repeating: 0, count: kept)
    var place = keys.count
    while place > 0 {
      place -= 1
      let key = Int(keys[place])
      guard key >= first, key < end else { continue }
      starts[key - first] -= 1
      values[Int(starts[key - first])] = UInt32(truncatingIfNeeded: place)
    }
  }
}
