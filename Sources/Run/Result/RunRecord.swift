import Source

/// What is kept of a snippet that ran as its page says, for the page to show.
package struct RunRecord: Sendable, Equatable {
  /// What stands for all that the result depends on.
  package var hash: String
  /// The engine's name.
  package var engine: String
  /// The engine's version.
  package var version: String
  /// The day, as `2026-11-26`.
  package var date: String
  /// How long it took.
  package var seconds: Double
  /// The image that was built: its size in bytes, and how many layers it has.
  package var image: (bytes: Int, layers: Int)?
  /// What was printed, cut where it is long.
  package var printed: String

  /// The longest text that is kept of what was printed, in bytes.
  static let mostPrinted = 4_000

  /// What there is to keep.
  package init(
    hash: String, engine: String, version: String, date: String, seconds: Double,
    image: (bytes: Int, layers: Int)?, printed: String
  ) {
    self.hash = hash
    self.engine = engine
    self.version = version
    self.date = date
    self.seconds = seconds
    self.image = image
    self.printed = printed
  }

  /// What there is to keep of a result.
  package init(_ result: StepResult, by engine: Engine, on date: String) {
    self.init(
      hash: result.hash, engine: engine.kind.rawValue, version: engine.version, date: date, seconds: result.seconds,
      image: result.image.map { ($0.bytes, $0.layers) }, printed: Self.excerpt(of: result.printed))
  }

  /// The end of a long text: what matters comes last.
  static func excerpt(of printed: [UInt8]) -> String {
    let text = printed[...].withoutTrailingBlanks
    guard text.count > mostPrinted else { return text.string }
    var start = text.endIndex - mostPrinted
    if let line = text[start...].firstIndex(of: UInt8(ascii: "\n")) { start = line + 1 }
    return "…\n" + text[start...].string
  }

  /// Equal in all that is kept.
  package static func == (one: RunRecord, other: RunRecord) -> Bool {
    one.hash == other.hash && one.engine == other.engine && one.version == other.version && one.date == other.date
      && one.seconds == other.seconds && one.printed == other.printed && one.image?.bytes == other.image?.bytes
      && one.image?.layers == other.image?.layers
  }
}

/// What is kept of all snippets of a site, by their whole names.
package struct RunLock: Sendable {
  /// The records, by the whole names of snippets.
  package var records: [String: RunRecord]

  /// The file beside the notes.
  package static let fileName = "rutter.lock.json"

  /// A lock with these records.
  package init(_ records: [String: RunRecord] = [:]) {
    self.records = records
  }

  /// Its bytes: one line a snippet, in the order of their names, so that a change is a change of a line.
  package var bytes: [UInt8] {
    var text = ByteWriter()
    text.append("{\"version\":1,\"snippets\":{")
    var isFirst = true
    for (name, record) in records.sorted(by: { $0.key < $1.key }) {
      text.append(isFirst ? "\n" : ",\n")
      isFirst = false
      var key = JSONWriter()
      key.string(name)
      text.append(key.finish())
      text.append(":")
      text.append(Self.json(record))
    }
    text.append("\n}}\n")
    return text.finish()
  }

  private static func json(_ record: RunRecord) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("hash", record.hash)
      json.member("engine", record.engine)
      json.member("version", record.version)
      json.member("date", record.date)
      json.member("seconds", record.seconds, places: 1)
      if let image = record.image {
        json.object("image") { json in
          json.member("bytes", image.bytes)
          json.member("layers", image.layers)
        }
      }
      json.member("printed", record.printed)
    }
    return json.finish()
  }
}
