import Glibc
import Study

/// What time it is where somebody studies.
struct StudyClock {
  /// A time that stands still, in milliseconds since 1970; nothing for the real one.
  var fixed: Int?

  /// Milliseconds since 1970, UTC.
  var now: Int {
    if let fixed { return fixed }
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  /// The days of this place.
  var days: LocalDays {
    var seconds = now / 1000
    var local = unsafe tm()
    unsafe localtime_r(&seconds, &local)
    return unsafe LocalDays(minutesAheadOfUTC: local.tm_gmtoff / 60)
  }
}
