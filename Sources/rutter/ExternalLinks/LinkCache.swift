import Glibc
import Source

/// What was fine lately need not be asked for again: a file with a line for each address and the time of its last answer.
struct LinkCache {
  private struct Entry {
    let time: Int
    let newAddress: String?
  }

  private let file: String
  private var entries: [String: Entry] = [:]
  private var isChanged = false

  /// Where the file is where nobody says: in the user's folder for such things.
  static var usualFile: String? {
    if let folder = unsafe getenv("XDG_CACHE_HOME").map({ unsafe String(cString: $0) }), folder.hasPrefix("/") {
      return folder + "/rutter/links.json"
    }
    return unsafe getenv("HOME").map { unsafe String(cString: $0) + "/.cache/rutter/links.json" }
  }

  /// Reads the file; one that is missing or broken is an empty one.
  init(_ file: String) {
    self.file = file
    guard let bytes = FileReader.readIfThere(file), let json = JSONValue(bytes), json["version"]?.integer == 1 else {
      return
    }
    for link in json["links"]?.elements ?? [] {
      guard let address = link["address"]?.string, let time = link["time"]?.integer else { continue }
      entries[address] = Entry(time: time, newAddress: link["new"]?.string)
    }
  }

  /// What became of an address not more than `seconds` ago.
  func outcome(of address: String, notOlderThan seconds: Int) -> LinkOutcome? {
    guard let entry = entries[address], entry.time > Self.now - seconds, entry.time <= Self.now else { return nil }
    return .fine(newAddress: entry.newAddress)
  }

  /// Keeps what became of an address, if it was fine: what was not is asked for again each time.
  mutating func keep(_ outcome: LinkOutcome, of address: String) {
    isChanged = true
    if case .fine(let newAddress) = outcome {
      entries[address] = Entry(time: Self.now, newAddress: newAddress)
    } else {
      entries[address] = nil
    }
  }

  /// Writes the file, without what is too old to be of use.
  func write(droppingOlderThan seconds: Int) throws(Failure) {
    guard isChanged else { return }
    var output = ByteWriter()
    output.append("{\"version\":1,\"links\":[")
    var separator = "\n"
    for (address, entry) in entries.sorted(by: { $0.key < $1.key }) where entry.time > Self.now - seconds {
      var json = JSONWriter()
      json.object { json in
        json.member("address", address)
        json.member("time", entry.time)
        if let new = entry.newAddress { json.member("new", new) }
      }
      output.append(separator)
      output.append(json.finish())
      separator = ",\n"
    }
    output.append("\n]}\n")
    try FileReplacement.write(output.finish(), to: file)
  }

  private static var now: Int { time(nil) }
}
