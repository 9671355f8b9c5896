/// A day, with or without a time, as front matter writes it: `2026-11-23`, `2026-11-23T10:30:00+01:00`.
public struct CalendarDate: Hashable, Sendable {
  /// A time of a day.
  public struct Time: Hashable, Sendable {
    /// 0 to 23.
    public let hour: Int
    /// 0 to 59.
    public let minute: Int
    /// 0 to 59.
    public let second: Int
    /// How many minutes the clock is ahead of UTC; none written counts as none.
    public let offset: Int

    /// A time of the day; none if a part is out of its range.
    public init?(hour: Int, minute: Int, second: Int = 0, offset: Int = 0) {
      guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else { return nil }
      guard abs(offset) < 24 * 60 else { return nil }
      self.hour = hour
      self.minute = minute
      self.second = second
      self.offset = offset
    }
  }

  /// 1 to 9999.
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31, as the month has it.
  public let day: Int
  /// The time, if one was written.
  public let time: Time?

  /// A day of the calendar; none if there is no such day.
  public init?(year: Int, month: Int, day: Int, time: Time? = nil) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard day >= 1, day <= Self.days(in: month, of: year) else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.time = time
  }

  /// Reads the extended form of ISO 8601 as RFC 3339 narrows it (§5.6): a date, perhaps a time after `T` or a space,
  /// perhaps with seconds and a zone.
  public init?(_ text: some Sequence<UInt8>) {
    var reader = DigitReader(rest: Array(text)[...])
    guard let year = reader.number(4), reader.take("-"), let month = reader.number(2), reader.take("-"),
      let day = reader.number(2)
    else { return nil }
    var time: Time?
    if !reader.rest.isEmpty {
      guard reader.take("T") || reader.take("t") || reader.take(" "), let read = Time(&reader) else { return nil }
      time = read
    }
    guard reader.rest.isEmpty else { return nil }
    self.init(year: year, month: month, day: day, time: time)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDate {
  /// `2026-11-23`.
  public var iso: String {
    Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
  }

  /// The moment as RFC 3339 writes it, for feeds: `2026-11-23T10:30:00+01:00`. A day alone is its beginning in UTC.
  public var timestamp: String {
    guard let time else { return iso + "T00:00:00Z" }
    let clock = [time.hour, time.minute, time.second].map { Self.padded($0, 2) }.joined(separator: ":")
    return iso + "T" + clock + time.zone
  }

  /// `23 November 2026`.
  public var human: String {
    "\(day) \(Self.months[month - 1]) \(year)"
  }

  /// Seconds since the beginning of 1 January 1970 in UTC.
  public var seconds: Int {
    guard let time else { return dayNumber * 86_400 }
    return dayNumber * 86_400 + time.hour * 3_600 + (time.minute - time.offset) * 60 + time.second
  }

  /// Days since 1 January 1970. Years are counted from March, so that the leap day is the last of its year.
  private var dayNumber: Int {
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  fileprivate static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension CalendarDate: Comparable {
  /// Earlier before later.
  public static func < (one: CalendarDate, other: CalendarDate) -> Bool {
    one.seconds < other.seconds
  }
}

extension CalendarDate.Time {
  fileprivate init?(_ reader: inout DigitReader) {
    guard let hour = reader.number(2), reader.take(":"), let minute = reader.number(2) else { return nil }
    var second = 0
    if reader.take(":") {
      guard let read = reader.number(2) else { return nil }
      second = read
      if reader.take("."), !reader.skipDigits() { return nil }
    }
    guard let offset = Self.offset(&reader) else { return nil }
    self.init(hour: hour, minute: minute, second: second, offset: offset)
  }

  private static func offset(_ reader: inout DigitReader) -> Int? {
    _ = reader.take(" ")
    if reader.rest.isEmpty || reader.take("Z") || reader.take("z") { return 0 }
    let isBehind = reader.take("-")
    guard isBehind || reader.take("+"), let hours = reader.number(2) else { return nil }
    _ = reader.take(":")
    guard let minutes = reader.number(2), minutes < 60 else { return nil }
    return (hours * 60 + minutes) * (isBehind ? -1 : 1)
  }

  fileprivate var zone: String {
    guard offset != 0 else { return "Z" }
    let size = abs(offset)
    return (offset < 0 ? "-" : "+") + CalendarDate.padded(size / 60, 2) + ":" + CalendarDate.padded(size % 60, 2)
  }
}

/// Takes numbers and signs off the front of a text.
private struct DigitReader {
  var rest: ArraySlice<UInt8>

  /// The number that the next `count` digits write.
  mutating func number(_ count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return nil }
    rest.removeFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1) - 48 }
  }

  /// Takes a character if it is the next one.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  /// Skips one digit or more.
  mutating func skipDigits() -> Bool {
    let before = rest.count
    rest = rest.drop { $0 >= 48 && $0 <= 57 }
    return rest.count < before
  }
}
