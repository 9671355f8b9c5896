import TestSupport
import Testing

@testable import Notes

@Suite("What authors chose")
struct HumanChoicesTests {
  @Test("is found among the first five related pages, and comes in the order in which it is to be read", .needsShared)
  func floors() throws {
    let choices = try HumanChoices()
    let (all, new) = (choices.recall(isNew: false), choices.recall(isNew: true))
    let right = choices.prerequisites.count - choices.misplaced.count
    print("Recall of five related pages: \(all), new \(new); in order: \(right) of \(choices.prerequisites.count)")
    #expect(all >= 0.63)
    #expect(new >= 0.61)
    #expect(Double(right) / Double(choices.prerequisites.count) >= 0.8, "\(choices.misplaced)")
  }
}
