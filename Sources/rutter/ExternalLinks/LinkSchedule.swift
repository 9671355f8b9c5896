import Glibc

/// Asks for many addresses, some at a time, without being a burden to any server.
///
/// One thread starts programs and looks after them: what takes time is the network.
struct LinkSchedule {
  /// A question that waits for its turn.
  private struct Waiting {
    let probe: Int
    let request: WebRequest
    let notBefore: Double
  }

  /// A question under way.
  private struct Running {
    let probe: Int
    let host: String
    let child: ChildProcess
  }

  /// What is known of a server.
  private struct Host {
    var running = 0
    /// When it may be asked next.
    var notBefore = 0.0

    mutating func rest(until time: Double) {
      notBefore = max(notBefore, time)
    }
  }

  private let manners: LinkManners
  private var probes: [LinkProbe]
  private var outcomes: [LinkOutcome?]
  private var waiting: [Waiting] = []
  private var running: [Running] = []
  private var hosts: [String: Host] = [:]

  /// What became of each address, in their order.
  static func outcomes(
    of addresses: [WebAddress], _ manners: LinkManners, progress: (Int) -> Void
  ) throws(Failure) -> [LinkOutcome] {
    var schedule = LinkSchedule(addresses, manners)
    return try schedule.run(progress)
  }

  private init(_ addresses: [WebAddress], _ manners: LinkManners) {
    self.manners = manners
    probes = addresses.map { LinkProbe($0, manners) }
    outcomes = Array(repeating: nil, count: addresses.count)
    waiting = probes.indices.map { Waiting(probe: $0, request: probes[$0].first, notBefore: 0) }
  }

  private mutating func run(_ progress: (Int) -> Void) throws(Failure) -> [LinkOutcome] {
    var done = 0
    while !waiting.isEmpty || !running.isEmpty {
      do {
        try startWhatMay()
      } catch {
        for child in running { child.child.end() }
        throw error
      }
      let before = done
      done += takeWhatEnded()
      if done > before { progress(done) } else { usleep(5_000) }
    }
    return outcomes.map { $0 ?? .unreachable("no answer") }
  }

  private mutating func startWhatMay() throws(Failure) {
    let now = Self.now
    var left: [Waiting] = []
    for question in waiting {
      let name = question.request.address.host
      var host = hosts[name, default: Host()]
      let isFree = running.count < manners.jobs && host.running < manners.jobsPerHost
      guard isFree, question.notBefore <= now, host.notBefore <= now else {
        left.append(question)
        continue
      }
      guard let child = ChildProcess(WebRequest.command, input: question.request.configuration) else {
        throw Failure(
          "curl cannot be started: \(unsafe String(cString: strerror(errno)))",
          advice: "Install curl ('apt-get install curl'), or leave out --external-links")
      }
      host.running += 1
      host.notBefore = now + Double(manners.delay) / 1000
      hosts[name] = host
      running.append(Running(probe: question.probe, host: name, child: child))
    }
    waiting = left
  }

  /// Looks after the programs that have ended; says how many addresses are done with.
  private mutating func takeWhatEnded() -> Int {
    var done = 0
    var left: [Running] = []
    for question in running {
      guard let ending = question.child.ending() else {
        left.append(question)
        continue
      }
      hosts[question.host]?.running -= 1
      switch probes[question.probe].next(WebAnswer(ending)) {
      case .end(let outcome):
        outcomes[question.probe] = outcome
        done += 1
      case .ask(let request, let seconds):
        let time = Self.now + seconds
        // Who asks to be left alone is left alone by all other questions, too.
        if seconds > 0 { hosts[question.host, default: Host()].rest(until: time) }
        waiting.append(Waiting(probe: question.probe, request: request, notBefore: time))
      }
    }
    running = left
    return done
  }

  private static var now: Double {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
