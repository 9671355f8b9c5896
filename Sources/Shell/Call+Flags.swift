public import Source

extension Call {
  /// The value that a flag is given.
  public struct Value: Sendable {
    /// Its bytes without quotes.
    public let bytes: Bytes
    /// Where it stands; where quotes make that hard to say, the word that it is a part of.
    public let range: SourceRange
  }

  /// The arguments that are flags, in order.
  public var flags: [Script.Word] {
    arguments.prefix { script[$0] != "--" }.filter { script[$0].isFlag }
  }

  /// Whether one of these flags is given: `"y"` for `-y` and `-qy`, `"assume-yes"` for `--assume-yes` and
  /// `--assume-yes=true`.
  public func hasFlag(_ names: StaticString...) -> Bool {
    names.contains { firstFlag($0) != nil }
  }

  /// The word of the first of these flags that is given.
  public func flag(_ names: StaticString...) -> Script.Word? {
    let indices = names.compactMap { firstFlag($0) }
    return indices.min().map { arguments[$0] }
  }

  /// How often a flag of one letter is given: `-qq` is two `q`.
  public func count(ofFlag letter: UInt8) -> Int {
    var count = 0
    for word in arguments {
      let text = script[word]
      if text == "--" { break }
      guard text.isFlag, !text.hasPrefix("--") else { continue }
      count += text.dropFirst().count { $0 == letter }
    }
    return count
  }

  /// The value of the first of these flags that has one: `-o value`, `-ovalue`, `-o=value`, `--name value` or
  /// `--name=value`.
  public func value(of names: StaticString...) -> Value? {
    values(names).first
  }

  /// The values of all of these flags, in order.
  public func values(of names: StaticString...) -> [Value] {
    values(names)
  }

  private func values(_ names: [StaticString]) -> [Value] {
    var values: [Value] = []
    var index = arguments.startIndex
    while index < arguments.endIndex {
      let word = arguments[index]
      let text = script[word]
      if text == "--" { break }
      index += 1
      guard text.isFlag, let start = names.lazy.compactMap({ text.valueStart(ofFlag: $0) }).first else { continue }
      if start < text.count || text.last == UInt8(ascii: "=") {
        let from = word.range.start + start
        let range = word.isQuoted ? word.range : SourceRange(from, word.range.end)
        values.append(Value(bytes: text.dropFirst(start), range: range))
      } else if index < arguments.endIndex {
        values.append(Value(bytes: script[arguments[index]], range: arguments[index].range))
        index += 1
      }
    }
    return values
  }

  private func firstFlag(_ name: StaticString) -> Int? {
    for index in arguments.indices {
      let text = script[arguments[index]]
      if text == "--" { return nil }
      if text.hasFlag(name) { return index }
    }
    return nil
  }
}

extension Bytes {
  /// Whether it begins with `-` and is more than that.
  var isFlag: Bool { count > 1 && first == UInt8(ascii: "-") }

  /// Whether it is a flag, or several in one word, of which one has this name.
  func hasFlag(_ name: StaticString) -> Bool {
    guard isFlag else { return false }
    guard name.utf8CodeUnitCount == 1 else { return hasPrefix("--") && longFlag == name }
    return !hasPrefix("--") && shortFlags.contains(unsafe name.utf8Start[0])
  }

  /// Whether it is a flag of this name that takes the next word as its value.
  func takesNext(asFlag name: StaticString) -> Bool {
    isFlag && valueStart(ofFlag: name) == count && last != UInt8(ascii: "=")
  }

  /// Where the value of a flag begins; the end where it is the next word; nothing where it is not this flag.
  func valueStart(ofFlag name: StaticString) -> Int? {
    if hasPrefix("--") {
      let long = longFlag
      guard long == name else { return nil }
      return Swift.min(long.endIndex - startIndex + 1, count)
    }
    guard name.utf8CodeUnitCount == 1 else { return nil }
    let flags = shortFlags
    guard let index = flags.firstIndex(of: unsafe name.utf8Start[0]) else { return nil }
    let start = index + 1 - startIndex
    return index + 1 < endIndex && self[index + 1] == UInt8(ascii: "=") ? start + 1 : start
  }

  /// The letters behind one `-`, up to `=`.
  private var shortFlags: Bytes { dropFirst().prefix { $0 != UInt8(ascii: "=") } }

  /// The name behind `--`, up to `=`.
  private var longFlag: Bytes { dropFirst(2).prefix { $0 != UInt8(ascii: "=") } }
}
