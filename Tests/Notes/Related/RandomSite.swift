import TestSupport

@testable import Notes

/// Sites of a few notes with random words, links, folders and relations, for properties that hold of all of them.
enum RandomSite {
  private static let words = [
    "volume", "image", "registry", "service", "mesh", "route", "probe", "layer", "cache", "port", "secret", "node",
  ]

  static func make(_ random: inout Random) -> SmallSite {
    let count = random.int(0...12)
    let names = (0..<count).map { number in
      let folder = ["", "one/", "one/two/", "three/"][random.int(0...3)]
      return folder + (random.once(in: 5) ? "index" : "n\(number)")
    }
    let unique = Set(names).sorted()
    return SmallSite(unique.map { ($0 + ".md", text(names: unique, &random)) })
  }

  private static func text(names: [String], _ random: inout Random) -> String {
    func name() -> String { names[random.int(0...names.count - 1)] }
    var text = "---\n"
    if random.once(in: 3) { text += "order: \(random.int(0...3))\n" }
    for key in ["requires", "next", "part-of", "see"] where random.once(in: 3) {
      text += "\(key): [\(String(name().split(separator: "/").last ?? "")), Nothing]\n"
    }
    text += "---\n"
    for _ in 0..<random.int(0...4) {
      text += (0..<random.int(0...6)).map { _ in words[random.int(0...words.count - 1)] }.joined(separator: " ")
      text += random.once(in: 2) ? " [it](/\(name()).md).\n\n" : ".\n\n## Before you begin\n\n"
    }
    return text
  }
}
