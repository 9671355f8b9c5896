import TestSupport
import Testing

@testable import Notes

@Suite("Circles")
struct CirclesTests {
  @Test(
    "are found once each, the shortest through their first node",
    arguments: [
      ([], []), ([[]], []), ([[0]], [[0]]), ([[1], [0]], [[0, 1]]), ([[1], [2], [0]], [[0, 1, 2]]),
      ([[1], [2, 0], [0]], [[0, 1]]), ([[1], [], [3], [2]], [[2, 3]]), ([[1, 1], [2], [1]], [[1, 2]]),
      ([[2], [2], []], []),
    ] as [([[Int]], [[Int]])])
  func examples(_ successors: [[Int]], _ expected: [[Int]]) {
    #expect(Circles.find(successors) == expected)
  }

  @Test("are what trying all ways finds")
  func bruteForce() {
    for var random in Random.series(2_000) {
      let count = random.int(1...7)
      let density = random.int(2...6)
      let successors = (0..<count).map { _ in (0..<count).filter { _ in random.once(in: density) } }
      let reach = Self.reach(successors)
      let circles = Circles.find(successors)
      // Each is a circle.
      for circle in circles {
        #expect(Set(circle).count == circle.count, "seed \(random.seed)")
        for (place, node) in circle.enumerated() {
          #expect(successors[node].contains(circle[(place + 1) % circle.count]), "seed \(random.seed)")
        }
      }
      // Every node that leads back to itself is in the knot of exactly one of them.
      for node in 0..<count {
        let knots = circles.count { $0.contains { $0 == node || (reach[node][$0] && reach[$0][node]) } }
        #expect(knots == (reach[node][node] ? 1 : 0), "seed \(random.seed)")
      }
    }
  }

  @Test("are found in long chains, too")
  func long() {
    let count = 200_000
    #expect(Circles.find((0..<count).map { [$0 + 1] } + [[]]).isEmpty)
    #expect(Circles.find((0..<count).map { [($0 + 1) % count] }).map(\.count) == [count])
  }

  /// Whether one node leads to another, in one step or more.
  private static func reach(_ successors: [[Int]]) -> [[Bool]] {
    let count = successors.count
    var reach = (0..<count).map { one in (0..<count).map { successors[one].contains($0) } }
    for middle in 0..<count {
      for one in 0..<count where reach[one][middle] {
        for other in 0..<count where reach[middle][other] { reach[one][other] = true }
      }
    }
    return reach
  }
}
