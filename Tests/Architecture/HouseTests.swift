import TestSupport
import Testing

/// A finding about the house, as it is shown.
private func at(_ file: SwiftFile, _ line: Int) -> String {
  "Sources/\(file.path):\(line)"
}

@Suite("The house")
struct HouseTests {
  @Test func `every file stands in a room that has a wall`() {
    #expect(!SwiftFile.all.isEmpty)
    for file in SwiftFile.all where walls[file.room] == nil {
      Issue.record("Sources/\(file.path) stands in '\(file.room)', which Walls.swift does not know")
    }
  }

  @Test func `every import goes through a door`() {
    for file in SwiftFile.all {
      let rooms = walls[file.room, default: []].union(outerModules[file.room, default: []])
      let excused = exceptions.filter { $0.room == file.room }.map(\.module)
      for (module, line) in file.imports where !rooms.contains(module) && !excused.contains(module) {
        Issue.record("\(at(file, line)): '\(file.room)' may not import '\(module)'")
      }
    }
  }

  @Test func `every exception is still needed`() {
    for exception in exceptions {
      let isUsed = SwiftFile.all.contains { file in
        file.room == exception.room && file.imports.contains { $0.module == exception.module }
      }
      #expect(isUsed, "'\(exception.room)' no longer imports '\(exception.module)'")
      #expect(!exception.why.isEmpty)
    }
  }

  @Test func `the package gives no room more than its wall allows`() throws {
    let manifest = try #require(Repository.text(Repository.path("Package.swift")))
    let declared = try PackageRooms(manifest)
    #expect(declared.rooms.keys.contains("Source"))
    for (room, seen) in declared.rooms {
      let allowed = try #require(walls[room], "Walls.swift does not know '\(room)'").union(roomsInC)
        .union(outerModules[room, default: []])
      #expect(seen.subtracting(allowed).isEmpty, "'\(room)' sees too much")
    }
  }

  @Test func `the walls have no circle`() {
    var left = walls.mapValues { $0.intersection(walls.keys) }
    while let free = left.first(where: { $0.value.isEmpty })?.key {
      left[free] = nil
      for room in left.keys { left[room]?.remove(free) }
    }
    #expect(left.isEmpty, "These rooms see each other: \(left.keys.sorted())")
  }

  @Test func `inner rooms do not touch the world`() {
    for file in SwiftFile.all where !outerRooms.contains(file.room) {
      for (name, line) in file.uses(of: Set(outerCalls)) {
        Issue.record("\(at(file, line)): '\(name)' belongs into an outer room")
      }
    }
  }

  @Test func `nobody goes around the compiler`() {
    for file in SwiftFile.all {
      let excused = openTrapdoors.filter { $0.file == file.path }.map(\.text)
      for (index, line) in file.code.enumerated() {
        for trapdoor in trapdoors where line.contains(trapdoor) && !excused.contains(trapdoor) {
          Issue.record("\(at(file, index + 1)): '\(trapdoor)'")
        }
      }
    }
  }

  @Test func `files stay short`() {
    for file in SwiftFile.all where file.code.count > 401 {
      Issue.record("Sources/\(file.path) has \(file.code.count - 1) lines, more than 400")
    }
  }

  @Test func `functions fit a screen`() {
    for file in SwiftFile.all {
      for function in file.functions where function.count > 60 {
        Issue.record("\(at(file, function.line)): '\(function.name)' has \(function.count) lines, more than 60")
      }
    }
  }
}
