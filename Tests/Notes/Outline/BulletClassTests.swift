import TestSupport
import Testing

@testable import Notes

/// What bullets are, against what people say they are.
///
/// The marks were set before the rules were written. The notes of others are marked by line only.
@Suite("Bullets are what a reader takes them for")
struct BulletClassTests {
  @Test func `our own outlines`() {
    let agreement = Agreement(MarkedOutline.own.map(MarkedOutline.own))
    print("Our own outlines: \(agreement)")
    hold(agreement, accuracy: 0.95)
  }

  @Test(.needsShared) func `the notes that the program is for`() throws {
    let agreement = Agreement([try MarkedOutline.containers()])
    print("containers.md: \(agreement)")
    hold(agreement, accuracy: 0.95)
  }

  private func hold(_ agreement: Agreement, accuracy: Double) {
    #expect(agreement.accuracy >= accuracy, "\(agreement)")
    for kind in BulletClass.allCases {
      // Definitions and properties are few: one that is wrong weighs much.
      let floor = kind == .definition || kind == .property ? 0.8 : 0.9
      #expect(agreement.precision(kind) >= floor, "\(kind)")
      #expect(agreement.recall(kind) >= floor, "\(kind)")
    }
  }
}
