extension WordList {
  /// Puts words in order, each once.
  ///
  /// - Returns: The words, and for each of these the number of its word in the ordered list.
  consuming func sorted() -> (words: WordList, numbers: [UInt32]) {
    var numbers = [UInt32](repeating: 0, count: count)
    var sorted = WordList()
    for word in order() {
      let bytes = self[Int(word)]
      if sorted.count == 0 || ByteOrder.precedes(sorted[sorted.count - 1], bytes) { sorted.append(bytes) }
      numbers[Int(word)] = UInt32(truncatingIfNeeded: sorted.count - 1)
    }
    return (sorted, numbers)
  }

  /// The numbers of the words in the order of their bytes: merges the runs that are in order already.
  private func order() -> [UInt32] {
    var runs: [Int] = [0]
    for word in 1..<max(count, 1) where ByteOrder.precedes(self[word], self[word - 1]) { runs.append(word) }
    runs.append(count)
    var order: [UInt32] = []
    order.reserveCapacity(count)
    for word in 0..<count { order.append(UInt32(truncatingIfNeeded: word)) }
    var merged = order
    while runs.count > 2 {
      var kept: [Int] = [0]
      var run = 0
      while run + 1 < runs.count {
        let middle = runs[run + 1]
        let end = run + 2 < runs.count ? runs[run + 2] : middle
        merge(order, runs[run], middle, end, into: &merged)
        kept.append(end)
        run += 2
      }
      runs = kept
      swap(&order, &merged)
    }
    return order
  }

  private func merge(_ order: [UInt32], _ start: Int, _ middle: Int, _ end: Int, into merged: inout [UInt32]) {
    var (left, right) = (start, middle)
    for place in start..<end {
      let takesRight =
        left == middle || right < end && ByteOrder.precedes(self[Int(order[right])], self[Int(order[left])])
      merged[place] = order[takesRight ? right : left]
      if takesRight { right += 1 } else { left += 1 }
    }
  }
}
