import Source

/// Several reports of parts of a site as the one that a run over all of it would have given.
///
/// Lists are joined and sorted as a report is, counts are added up, and all else, such as the engine, must be the same
/// everywhere.
struct ReportMerge {
  /// What the report of a share lacks in which nothing is run.
  private static let optionalMembers: Set = ["engine", "runs"]

  /// Why reports do not go together.
  struct Fault: Error {
    let message: String
  }

  private let reports: [JSONValue]

  init(_ reports: [JSONValue]) {
    self.reports = reports
  }

  /// The report as one JSON object and a line feed.
  func json() throws(Fault) -> [UInt8] {
    var output = ByteWriter()
    try write(reports, named: "report", &output)
    output.append("\n")
    return output.finish()
  }

  private func write(_ values: [JSONValue], named name: String, _ output: inout ByteWriter) throws(Fault) {
    guard let first = values.first else { return output.append("null") }
    switch first.content {
    case .object where name != "engine": try write(Self.members(of: values), of: values, &output)
    case .array: write(try elements(of: values, named: name), &output)
    case .number where name != "version" && name != "seconds": output.append(try sum(values, named: name))
    default:
      guard values.allSatisfy({ Array($0.bytes) == Array(first.bytes) }) else {
        throw Fault(message: "The reports differ in '\(name)'")
      }
      output.append(first.bytes)
    }
  }

  private func write(
    _ members: [(name: String, value: JSONValue)], of values: [JSONValue], _ output: inout ByteWriter
  ) throws(Fault) {
    output.append("{")
    for (index, member) in members.enumerated() {
      if index > 0 { output.append(",") }
      output.append(jsonString: member.name)
      output.append(":")
      let same = values.compactMap { $0[member.name] }
      guard same.count == values.count || Self.optionalMembers.contains(member.name) else {
        throw Fault(message: "A report lacks '\(member.name)'")
      }
      try write(same, named: member.name, &output)
    }
    output.append("}")
  }

  /// The members of the object that has most of them.
  private static func members(of values: [JSONValue]) -> [(name: String, value: JSONValue)] {
    var most: [(name: String, value: JSONValue)] = []
    for value in values {
      if case .object(let members) = value.content, members.count > most.count { most = members }
    }
    return most
  }

  private func elements(of values: [JSONValue], named name: String) throws(Fault) -> [JSONValue] {
    var joined: [(key: Key, value: JSONValue)] = []
    for value in values {
      guard let elements = value.elements else { throw Fault(message: "'\(name)' is not a list in every report") }
      joined += elements.map { (Key($0), $0) }
    }
    // What is equal keeps its order.
    let order = joined.indices.sorted { one, other in
      joined[one].key == joined[other].key ? one < other : joined[one].key < joined[other].key
    }
    return order.map { joined[$0].value }
  }

  private func write(_ elements: [JSONValue], _ output: inout ByteWriter) {
    output.append("[")
    for (index, element) in elements.enumerated() {
      if index > 0 { output.append(",") }
      output.append(element.bytes)
    }
    output.append("]")
  }

  private func sum(_ values: [JSONValue], named name: String) throws(Fault) -> Int {
    var sum = 0
    for value in values {
      guard let number = value.integer else { throw Fault(message: "'\(name)' is no whole number in every report") }
      sum += number
    }
    return sum
  }

  /// Where an element stands in a report: findings by file, place, rule and message, runs by page.
  private struct Key: Comparable {
    private let path: String
    private let start: Int
    private let end: Int
    private let rule: String
    private let message: String

    init(_ value: JSONValue) {
      path = value["path"]?.string ?? value["page"]?.string ?? ""
      start = value["start"]?["offset"]?.integer ?? 0
      end = value["end"]?["offset"]?.integer ?? 0
      rule = value["rule"]?.string ?? ""
      message = value["message"]?.string ?? ""
    }

    static func < (one: Key, other: Key) -> Bool {
      if one.path != other.path { return one.path < other.path }
      if (one.start, one.end) != (other.start, other.end) { return (one.start, one.end) < (other.start, other.end) }
      return (one.rule, one.message) < (other.rule, other.message)
    }
  }
}
