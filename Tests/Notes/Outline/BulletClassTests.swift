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
    hold(agreement, accuracy: 0.9)
  }

  @Test(.needsShared) func `the notes that the program is for`() throws {
    let agreement = Agreement([try MarkedOutline.containers()])
    print("containers.md: \(agreement)")
    hold(agreement, accuracy: 0.9)
  }

  private func hold(_ agreement: Agreement, accuracy: Double) {
    #expect(agreement.accuracy >= accuracy, "\(agreement)")
    for kind in [BulletClass.topic, .stub, .content] {
      #expect(agreement.precision(kind) >= 0.85, "\(kind)")
      #expect(agreement.recall(kind) >= 0.85, "\(kind)")
    }
  }
}
