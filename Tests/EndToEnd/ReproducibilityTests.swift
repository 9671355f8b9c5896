import Foundation
import TestSupport
import Testing

@Suite("The output is a function of the input", .needsBuild)
struct ReproducibilityTests {
  @Test func `one job and two, and files touched in another order, give the same bytes`() throws {
    try TemporaryFolder.with { folder in
      try SampleSite.write(120, to: folder)
      #expect(try Rutter.run(["build", "--jobs", "1", "--output", "one"], in: folder).exit == 0)
      try rewriteBackwards(folder)
      #expect(try Rutter.run(["build", "--jobs", "2", "--output", "two"], in: folder).exit == 0)
      let (one, two) = (Snapshot(folder, "one"), Snapshot(folder, "two"))
      #expect(one.files.count > 240)
      #expect(one.difference(from: two) == [])
    }
  }

  @Test func `the same site in another folder gives the same bytes`() throws {
    var snapshots: [Snapshot] = []
    for _ in 0..<2 {
      try TemporaryFolder.with { folder in
        try SampleSite.write(30, to: folder)
        #expect(try Rutter.run(["build"], in: folder).exit == 0)
        snapshots.append(Snapshot(folder, "public"))
      }
    }
    #expect(snapshots[0].difference(from: snapshots[1]) == [])
  }

  @Test func `a build over an unchanged site writes no file`() throws {
    try TemporaryFolder.with { folder in
      try SampleSite.write(60, to: folder)
      #expect(try Rutter.run(["build"], in: folder).exit == 0)
      let before = try FileStamp.all(folder, "public")
      #expect(try Rutter.run(["build"], in: folder).exit == 0)
      let after = try FileStamp.all(folder, "public")
      #expect(before.filter { after[$0.key] != $0.value }.keys.sorted() == [])
      #expect(after.count == before.count)
    }
  }

  @Test func `a change of one note leaves the pages of others alone`() throws {
    try TemporaryFolder.with { folder in
      try SampleSite.write(60, to: folder)
      #expect(try Rutter.run(["build"], in: folder).exit == 0)
      let before = Snapshot(folder, "public")
      let changed = "content/" + SampleSite.path(5)
      let text = try #require(folder.text(changed))
      try folder.write(text + "\nA new paragraph.\n", to: changed)
      #expect(try Rutter.run(["build"], in: folder).exit == 0)
      let pages = Snapshot(folder, "public").difference(from: before).filter { $0.hasSuffix(".html") }
      #expect(pages == ["section-5/note-5/index.html"])
    }
  }

  @Test func `an incremental build and a fresh one give the same bytes`() throws {
    try TemporaryFolder.with { folder in
      try SampleSite.write(40, to: folder, edition: "first")
      #expect(try Rutter.run(["build"], in: folder).exit == 0)
      try SampleSite.write(25, to: folder, edition: "second")
      for number in 25..<40 { try folder.remove("content/" + SampleSite.path(number)) }
      #expect(try Rutter.run(["build"], in: folder).exit == 0)
      #expect(try Rutter.run(["build", "--output", "fresh"], in: folder).exit == 0)
      #expect(Snapshot(folder, "public").difference(from: Snapshot(folder, "fresh")) == [])
    }
  }

  /// Writes every file anew, the last first, so that the folders list them in another order.
  private func rewriteBackwards(_ folder: TemporaryFolder) throws {
    let contents = folder.contents(of: "content")
    try folder.remove("content")
    for (name, bytes) in contents.sorted(by: { $0.key > $1.key }) {
      try folder.write(bytes, to: "content/" + name)
    }
  }
}
