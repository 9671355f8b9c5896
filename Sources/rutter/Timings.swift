import Glibc
import Source

/// How long the phases of a build took.
struct Timings {
  private struct Phase {
    let name: String
    let wall: Double
    let cpu: Double
  }

  private var phases: [Phase] = []
  private var lastWall = Timings.clock(CLOCK_MONOTONIC)
  private var lastCPU = Timings.clock(CLOCK_PROCESS_CPUTIME_ID)
  private let start = Timings.clock(CLOCK_MONOTONIC)

  /// Ends a phase, which began where the one before ended.
  mutating func end(_ name: String) {
    let (wall, cpu) = (Self.clock(CLOCK_MONOTONIC), Self.clock(CLOCK_PROCESS_CPUTIME_ID))
    phases.append(Phase(name: name, wall: wall - lastWall, cpu: cpu - lastCPU))
    (lastWall, lastCPU) = (wall, cpu)
  }

  /// Nanoseconds of a clock that only goes forward.
  static var now: Int { Int(clock(CLOCK_MONOTONIC) * 1e9) }

  /// Seconds since it began.
  var seconds: Double { Self.clock(CLOCK_MONOTONIC) - start }

  /// The most memory that the process has used, in bytes.
  static var peakMemory: Int {
    var usage = rusage()
    _ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }

  /// A table with a line for each phase: milliseconds of wall clock, of all processors, and their share.
  var table: String {
    var output = ByteWriter()
    output.append("phase            wall ms    cpu ms   share\n")
    let total = phases.reduce(0) { $0 + $1.wall }
    let all = phases + [Phase(name: "total", wall: total, cpu: phases.reduce(0) { $0 + $1.cpu })]
    for phase in all {
      output.append(phase.name.padded(to: 14))
      for (number, places) in [(phase.wall * 1000, 1), (phase.cpu * 1000, 1), (phase.wall / max(total, 1e-9) * 100, 1)]
      {
        var cell = ByteWriter()
        cell.append(number, places: places)
        let text = String(decoding: cell.finish(), as: UTF8.self)
        output.append(String(repeating: " ", count: max(0, 10 - text.count)) + text)
      }
      output.append(" %\n")
    }
    return String(decoding: output.finish(), as: UTF8.self)
  }

  private static func clock(_ clock: clockid_t) -> Double {
    var time = timespec()
    _ = unsafe clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
