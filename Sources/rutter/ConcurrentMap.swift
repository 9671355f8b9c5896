import Synchronization

/// Maps the numbers below `count` side by side, and gives the results in order: the only concurrency there is.
///
/// Workers take the next `batch` numbers as they become free. Each has a `state` of its own, made once: buffers, caches.
func concurrentMap<State, Result: Sendable>(
  _ count: Int, jobs: Int, batch: Int = 16, state: @escaping @Sendable () -> State,
  _ transform: @escaping @Sendable (inout State, Int) throws(Failure) -> Result
) async throws -> [Result] {
  let workers = min(jobs, (count + batch - 1) / batch)
  guard workers > 1 else {
    var own = state()
    return try (0..<count).map { try transform(&own, $0) }
  }
  let counter = Counter(batch: batch)
  return try await withThrowingTaskGroup(of: [(start: Int, results: [Result])].self) { group in
    for _ in 0..<workers {
      group.addTask {
        var own = state()
        var batches: [(start: Int, results: [Result])] = []
        while let range = counter.next(below: count) {
          batches.append((range.lowerBound, try range.map { try transform(&own, $0) }))
        }
        return batches
      }
    }
    var batches: [(start: Int, results: [Result])] = []
    for try await part in group { batches += part }
    batches.sort { $0.start < $1.start }
    var results: [Result] = []
    results.reserveCapacity(count)
    for part in batches { results += part.results }
    return results
  }
}

/// Hands out numbers to workers.
private final class Counter: Sendable {
  private let value = Atomic(0)
  private let batch: Int

  /// Hands out `batch` numbers at a time.
  init(batch: Int) {
    self.batch = batch
  }

  func next(below count: Int) -> Range<Int>? {
    let start = value.add(batch, ordering: .relaxed).oldValue
    return start < count ? start..<min(start + batch, count) : nil
  }
}
