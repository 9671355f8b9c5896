import Notes

/// A date for machines and for people.
struct DateModel: Sendable {
  static let shape = Shape("date", [.text("iso"), .text("text")])

  static func value(_ date: CalendarDate?) -> Value {
    date.map { .record(Record([.text($0.iso), .text($0.human)])) } ?? .absent
  }
}
