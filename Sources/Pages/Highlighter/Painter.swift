/// A stretch of code in one ink.
struct Token: Sendable, Equatable {
  var start: UInt32
  var end: UInt32
  var ink: Ink
}

/// Goes over code from front to back and notes which stretches get which ink.
///
/// A lexer reads at ``index`` and calls ``paint(_:from:to:)``; what it skips stays plain. Tokens never overlap and are in
/// order, whatever a lexer asks for, so the text that is written is always the whole text.
struct Painter: ~Copyable {
  /// The code.
  let code: [UInt8]
  /// Where the lexer reads.
  var index = 0
  /// Where the code ends for the lexer that runs now: an embedded one sees only its part.
  private(set) var end: Int
  /// How many lexers are at work inside of each other.
  private(set) var depth = 0
  private(set) var tokens: [Token] = []
  /// The commands of a session, apart from prompts and output.
  private(set) var commands: [Range<Int>] = []

  private var pending = Token(start: 0, end: 0, ink: .keyword)
  /// Bytes that are known not to come any more before `absentEnd`.
  private var absent = ByteSet()
  private var absentEnd = 0

  init(_ code: ArraySlice<UInt8>) {
    self.code = Array(code)
    end = code.count
    tokens.reserveCapacity(code.count / 8 + 8)
  }

  /// The byte at `position`; zero past the end.
  @inline(__always) subscript(_ position: Int) -> UInt8 {
    position < end ? code[position] : 0
  }

  /// Gives the bytes from `start` up to `stop` an ink.
  mutating func paint(_ ink: Ink, from start: Int, to stop: Int) {
    let start = max(UInt32(truncatingIfNeeded: start), pending.end)
    let stop = UInt32(truncatingIfNeeded: min(stop, code.count))
    guard start < stop else { return }
    if start == pending.end, ink == pending.ink {
      pending.end = stop
    } else {
      flush()
      pending = Token(start: start, end: stop, ink: ink)
    }
  }

  /// Gives the next `count` bytes an ink and goes behind them.
  @inline(__always)
  mutating func take(_ ink: Ink, _ count: Int) {
    take(ink, to: index &+ count)
  }

  /// Gives the bytes up to `stop` an ink and goes there.
  @inline(__always)
  mutating func take(_ ink: Ink, to stop: Int) {
    let stop = min(stop, end)
    paint(ink, from: index, to: stop)
    index = stop
  }

  /// Notes that the bytes from `start` up to `stop` are a command.
  mutating func noteCommand(from start: Int, to stop: Int) {
    if start < stop { commands.append(start..<stop) }
  }

  /// Closes the last token. To be called when the code is read.
  mutating func flush() {
    if pending.start < pending.end { tokens.append(pending) }
  }

  /// Lets `lexer` read up to `limit` as if the code ended there, and goes there.
  mutating func inside(_ limit: Int, _ lexer: (inout Painter) -> Void) {
    let outer = end
    end = min(max(limit, index), outer)
    depth += 1
    lexer(&self)
    depth -= 1
    index = end
    end = outer
  }

  /// Lets another language paint up to `limit`, unless languages are nested deeply already.
  mutating func embed(_ language: Language, to limit: Int) {
    if depth < 6 {
      inside(limit) { language.paint(&$0) }
    } else {
      index = max(index, min(limit, end))
    }
  }

  /// The next place of `byte` from `start` on. Looking again for what is not there costs nothing.
  mutating func find(_ byte: UInt8, from start: Int) -> Int? {
    if absentEnd != end {
      absent = ByteSet()
      absentEnd = end
    } else if absent.contains(byte) {
      return nil
    }
    var position = start
    while position < end {
      if code[position] == byte { return position }
      position &+= 1
    }
    absent.insert(byte)
    return nil
  }
}

/// A set of ASCII bytes.
struct ByteSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init() {}

  init(_ bytes: StaticString) {
    for position in 0..<bytes.utf8CodeUnitCount { insert(unsafe bytes.utf8Start[position]) }
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    byte < 128 && ((byte < 64 ? low : high) &>> UInt64(byte & 63)) & 1 == 1
  }

  mutating func insert(_ byte: UInt8) {
    if byte < 64 {
      low |= 1 << UInt64(byte)
    } else if byte < 128 {
      high |= 1 << UInt64(byte & 63)
    }
  }
}
