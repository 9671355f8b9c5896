/// The rooms that `Package.swift` declares with `room("Name", sees: […])`.
struct PackageRooms {
  /// What each room sees, by its name.
  let rooms: [String: Set<String>]

  init(_ manifest: String) throws {
    let room = try Regex(#"room\(\s*"(\w+)"(?:,\s*sees:\s*\[([^\]]*)\])?"#, as: (Substring, Substring, Substring?).self)
    let name = try Regex(#""(\w+)""#, as: (Substring, Substring).self)
    var rooms: [String: Set<String>] = [:]
    for match in manifest.matches(of: room) {
      let seen = (match.output.2 ?? "").matches(of: name).map { String($0.output.1) }
      rooms[String(match.output.1)] = Set(seen)
    }
    self.rooms = rooms
  }
}
