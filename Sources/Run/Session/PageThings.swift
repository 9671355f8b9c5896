/// What the commands of a page made, by the names that they know it by.
struct PageThings {
  /// Containers, with what they printed where they ran to their end.
  var containers: [String: [UInt8]] = [:]
  /// Containers of ours that have no name on the page.
  var unnamed: [String] = []
  /// Volumes.
  var volumes: Set<String> = []
  /// Which volumes containers hold that ended and are still there, by what the engine calls those.
  var held: [String: [String]] = [:]
  /// The published ports: what a port is called on the page, and where it is.
  var ports: [Int: Int] = [:]
  /// Where images lie that no engine keeps.
  var layouts: [String: String] = [:]
  /// Images that commands of the page built.
  var built: [String] = []
  /// Layers that a builder left without a name.
  var layers: [String] = []
  private var number = 0

  /// A number that nothing of the page has.
  mutating func nextNumber() -> Int {
    number += 1
    return number
  }
}
