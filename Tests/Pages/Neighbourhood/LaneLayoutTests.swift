import TestSupport
import Testing

@testable import Pages

@Suite("The lanes of a neighbourhood")
struct LaneLayoutTests {
  private typealias Names = LaneLayout.Names

  @Test("never overlap, whatever is in them")
  func overlaps() {
    var random = Random(seed: 7)
    for _ in 0..<400 {
      let (name, names) = Self.neighbours(&random)
      let layout = LaneLayout(name, names)
      let labels = layout.labels
      for (number, one) in labels.enumerated() {
        for other in labels[(number + 1)...] {
          #expect(!Self.overlap(one, other), "\(one.text) and \(other.text) of \(names)")
        }
      }
      let width = (labels.map { $0.left + $0.width }.max() ?? 0) - (labels.map(\.left).min() ?? 0)
      #expect(width <= LaneLayout.widest + 1)
      #expect(layout.labels == LaneLayout(name, names).labels)
    }
  }

  @Test("connect the topic with all that stands around it")
  func lines() {
    let layout = LaneLayout(
      "Pod",
      [
        Names(lane: .above, label: "part of", names: ["Deployment"]),
        Names(lane: .left, label: "requires", names: ["Node", "Image"]),
      ])
    let left = layout.centre.left
    // From the box up to the one block, and from the box to the rail that both names hang on.
    #expect(layout.lines.contains { $0.from == (0, -LaneLayout.boxHeight / 2) && $0.to.x == 0 })
    #expect(layout.lines.contains { $0.from == (left, 0) && $0.to == (left - LaneLayout.stem, 0) })
    for name in layout.groups[1].names {
      #expect(layout.lines.contains { $0.from == (left - LaneLayout.stem, name.y) && $0.to.y == name.y })
    }
  }

  @Test("show a name in full where there is room")
  func full() {
    for name in ["Image", "Build cache", "Registry", "i", "Wm", "PersistentVolumeClaim"] {
      let layout = LaneLayout(name, [Names(lane: .above, label: "part of", names: [name])])
      #expect(layout.centre.text == name && layout.groups[0].names[0].text == name)
    }
  }

  @Test(
    "show long names in short",
    arguments: [
      ("Pod", "Pod"), ("A very long name that nobody will ever be able to read", "A very long name that nobod…"),
      ("横断的関心事の分離についての長い説明文", "横断的関心事の分離について…"),
    ])
  func shortened(_ name: String, _ shown: String) {
    #expect(TextWidth.shortened(name, to: 232, size: 15) == shown)
    #expect(TextWidth.of(shown, size: 15) <= 232)
  }

  private static func overlap(_ one: LaneLayout.Label, _ other: LaneLayout.Label) -> Bool {
    let isBeside = one.left + one.width <= other.left || other.left + other.width <= one.left
    let isAbove = abs(one.y - other.y) * 2 >= one.height + other.height
    return !isBeside && !isAbove
  }

  private static func neighbours(_ random: inout Random) -> (String, [Names]) {
    func name() -> String {
      (0...random.int(0...3)).map { _ in ["Pod", "PersistentVolumeClaim", "x", "Wide Word", "卷"][random.int(0...4)] }
        .joined(separator: " ")
    }
    var groups: [Names] = []
    for lane in Neighbourhood.Lane.allCases {
      var room = random.int(0...lane.room)
      // Above and below there are ties of three kinds.
      var kinds = lane == .left || lane == .right ? lane.room : 3
      while room > 0, kinds > 0 {
        let count = min(room, 1 + random.int(0...3))
        kinds -= 1
        groups.append(
          Names(
            lane: lane, label: ["is a", "gets traffic from"][random.int(0...1)], names: (0..<count).map { _ in name() })
        )
        room -= count
      }
    }
    return (name(), groups)
  }
}
