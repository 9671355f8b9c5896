import TestSupport
import Testing

@testable import Notes

@Suite("What authors chose")
struct HumanChoicesTests {
  @Test("is found among the first five related pages, and comes in the order in which it is to be read", .needsShared)
  func floors() throws {
    let choices = try HumanChoices()
    #expect(choices.recall(isNew: false) >= 0.63)
    #expect(choices.recall(isNew: true) >= 0.61)
    let right = choices.prerequisites.count - choices.misplaced.count
    #expect(Double(right) / Double(choices.prerequisites.count) >= 0.8, "\(choices.misplaced)")
  }
}
