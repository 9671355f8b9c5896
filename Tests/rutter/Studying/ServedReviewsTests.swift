import Dispatch
import Study
import TestSupport
import Testing

@testable import rutter

@Suite("The log beside the notes, as pages change it")
struct ServedReviewsTests {
  private static func review(_ time: Int, _ grade: Grade = .good) -> Review {
    Review(card: "a:definition", time: time, grade: grade, echo: "e")
  }

  private static func lines(_ times: Int...) -> [UInt8] { times.flatMap { review($0).line } }

  @Test func `reviews are added once, taken out alone, and everything else stays`() throws {
    try TemporaryFolder.with { (folder: TemporaryFolder) throws in
      let reviews = ServedReviews(file: ReviewFile(in: folder.path))
      #expect(try reviews.change([]) == [])
      #expect(try reviews.change(Self.lines(2, 1)) == Self.lines(1, 2))
      #expect(try reviews.change(Self.lines(2, 3)) == Self.lines(1, 2, 3))
      #expect(try reviews.change(Self.lines(3, 9), isUndo: true) == Self.lines(1, 2))
      #expect(try reviews.change(Self.review(2, .easy).line, isUndo: true) == Self.lines(1, 2))
      #expect(try reviews.change(Array("nonsense\n".utf8)) == Self.lines(1, 2))
      #expect(try reviews.file.read().bytes == Self.lines(1, 2))
    }
  }

  @Test func `lines that tell of no review stay`() throws {
    try TemporaryFolder.with { (folder: TemporaryFolder) throws in
      try folder.write("nonsense", to: ReviewLog.fileName)
      let reviews = ServedReviews(file: ReviewFile(in: folder.path))
      let damaged = Array("nonsense\n".utf8)
      #expect(try reviews.change(Self.lines(1)) == Self.lines(1) + damaged)
      #expect(try reviews.change(Self.lines(1), isUndo: true) == damaged)
    }
  }

  @Test func `what is added while others take out is not lost`() throws {
    try TemporaryFolder.with { (folder: TemporaryFolder) throws in
      let reviews = ServedReviews(file: ReviewFile(in: folder.path))
      DispatchQueue.concurrentPerform(iterations: 4) { worker in
        for number in 0..<25 {
          let time = worker * 1000 + number * 2
          _ = try? reviews.change(Self.lines(time, time + 1))
          _ = try? reviews.change(Self.lines(time + 1), isUndo: true)
        }
      }
      #expect(try reviews.file.read().reviews.count == 100)
    }
  }
}
