internal import Glibc

/// The `Date` field of responses, put into words once a second.
struct DateField {
  private var second: time_t = 0
  private var field = ""

  /// The field, with its line end.
  mutating func now() -> String {
    let now = time(nil)
    if now != second { (second, field) = (now, Self.field(at: now)) }
    return field
  }

  /// The date as RFC 9110 §5.6.7 writes it.
  static func field(at second: time_t) -> String {
    var second = second
    var parts = unsafe tm()
    guard unsafe gmtime_r(&second, &parts) != nil else { return "" }
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let two = { (number: Int32) in number < 10 ? "0\(number)" : "\(number)" }
    let day = unsafe "\(days[Int(parts.tm_wday)]), \(two(parts.tm_mday)) \(months[Int(parts.tm_mon)])"
    let year = unsafe parts.tm_year + 1900
    let clock = unsafe "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
    return "Date: \(day) \(year) \(clock) GMT\r\n"
  }
}
