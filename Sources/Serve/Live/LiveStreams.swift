internal import Glibc
internal import NIOCore

/// The streams of events that are open. It lives on the server's event loop.
///
/// What was sent is kept for a while, and each stream only knows which event is its next. So one that reads slowly takes
/// no memory and holds nobody up, and one that was cut off goes on where it was.
final class LiveStreams {
  private struct Stream {
    let outlet: Connection
    var next: Int
  }

  /// The header fields of a stream.
  static let fields =
    "Content-Type: \(ContentType.events.text)\r\nCache-Control: no-store\r\n"
    + "X-Content-Type-Options: nosniff\r\nX-Accel-Buffering: no\r\n"

  private static let mostEvents = 4_096
  private static let mostBytes = 4 << 20

  /// Tells the events of this run of the server from those of another.
  private let run: String
  private var events = CircularBuffer<ByteBuffer>()
  private var size = 0
  /// The number of the first event that is kept.
  private var first = 1
  private var streams: [ObjectIdentifier: Stream] = [:]

  init() {
    var now = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &now)
    run = String(UInt64(now.tv_sec) * 1_000_000 + UInt64(now.tv_nsec / 1_000), radix: 36)
    sinceField = Self.sinceField(lastID)
  }

  var count: Int { streams.count }
  var lastID: String { id(first + events.count - 1) }
  /// The header field by which a page knows since when it may have missed events.
  private(set) var sinceField = ""

  /// Sends an event on every stream; gives its id.
  func send(_ name: String, data: String) -> String {
    let number = first + events.count
    let event = event(name, data: data, number)
    events.append(event)
    size += event.readableBytes
    while events.count > Self.mostEvents || (size > Self.mostBytes && events.count > 1) {
      size -= events.removeFirst().readableBytes
      first += 1
    }
    for key in Array(streams.keys) { pump(key) }
    sinceField = Self.sinceField(lastID)
    return id(number)
  }

  private static func sinceField(_ id: String) -> String { "Server-Timing: live;desc=\"\(id)\"\r\n" }

  /// Begins a stream after the event with an id.
  func open(_ outlet: Connection, after last: String?) {
    let key = ObjectIdentifier(outlet)
    let end = first + events.count
    let next = last.map { number(of: $0).map { $0 + 1 } ?? 0 } ?? end
    streams[key] = Stream(outlet: outlet, next: next)
    outlet.write(ByteBuffer(string: "retry: 500\n"))
    if last == nil { outlet.write(event("hello", data: lastID, end - 1)) }
    pump(key)
    outlet.flush()
  }

  /// Goes on with a stream that takes bytes again.
  func resume(_ outlet: Connection) {
    pump(ObjectIdentifier(outlet))
  }

  /// Forgets a stream.
  func close(_ outlet: Connection) {
    streams[ObjectIdentifier(outlet)] = nil
  }

  /// Lets streams on which nothing happens be seen to live, by both sides and all between.
  func beat() {
    for stream in Array(streams.values) where stream.outlet.isWritable {
      stream.outlet.write(ByteBuffer(string: ":\n\n"))
      stream.outlet.flush()
    }
  }

  /// Sends what a stream was not sent yet, as far as it takes it.
  private func pump(_ key: ObjectIdentifier) {
    guard var stream = streams[key] else { return }
    let end = first + events.count
    guard stream.next != end else { return }
    if stream.next < first || stream.next > end {
      guard stream.outlet.isWritable else { return }
      stream.outlet.write(event("reset", data: "", end - 1))
      stream.next = end
    }
    while stream.next < end, stream.outlet.isWritable {
      stream.outlet.write(events[events.index(events.startIndex, offsetBy: stream.next - first)])
      stream.next += 1
    }
    streams[key] = stream
    stream.outlet.flush()
  }

  private func event(_ name: String, data: String, _ number: Int) -> ByteBuffer {
    let lines = data.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    let name = name.filter { !$0.isNewline }
    return ByteBuffer(
      string: "id: \(id(number))\nevent: \(name)\n" + lines.map { "data: \($0)\n" }.joined() + "\n")
  }

  private func id(_ number: Int) -> String { "\(run)-\(number)" }

  /// The number of an event of this run; nil where it is of another.
  private func number(of id: String) -> Int? {
    id.hasPrefix(run + "-") ? Int(id.dropFirst(run.count + 1)) : nil
  }
}
