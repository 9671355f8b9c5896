import Source

/// A question to a web server, which curl asks.
///
/// Reference: <https://curl.se/docs/manpage.html>
struct WebRequest {
  /// What is asked for.
  enum Method: Sendable {
    case head, get
  }

  let address: WebAddress
  let method: Method
  /// How long it may take, in seconds.
  let timeout: Int

  /// What is read of a page at most, in bytes.
  private static let mostBytes = 10 << 20

  /// The command line; what is asked for goes to standard input, where it cannot be taken for an option.
  static let command = ["curl", "--disable", "--config", "-"]

  /// What curl reads from standard input.
  var configuration: [UInt8] {
    var lines = [
      "url = \(Self.quoted(address.text))", "silent", "show-error", "globoff", "include", "suppress-connect-headers",
      "proto = \"=http,https\"", "connect-timeout = \(min(10, timeout))", "max-time = \(timeout)",
      "max-filesize = \(Self.mostBytes)", "user-agent = \"Rutter/\(Rutter.version) (link check)\"",
      "header = \"Accept: text/html,application/xhtml+xml,*/*;q=0.8\"",
    ]
    if method == .head { lines.append("head") } else { lines.append("compressed") }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}

/// What a web server answered, or why it did not.
struct WebAnswer {
  /// The status, such as 200; 0 where nothing came.
  let status: Int
  /// Where the page is instead, as it was written.
  let location: String?
  /// How many seconds to wait before the next question.
  let retryAfter: Int?
  let isHTML: Bool
  let body: Bytes
  /// Why nothing came, in words.
  let failure: String?

  /// Reads what curl left behind.
  init(_ ending: ChildProcess.Ending) {
    var rest = ending.output[...]
    var head: [Bytes] = []
    // `100 Continue` and `103 Early Hints` go before the answer itself.
    while rest.hasPrefix("HTTP/"), let lines = Self.head(&rest) {
      head = lines
      guard Self.status(lines) / 100 == 1 else { break }
    }
    status = Self.status(head)
    location = Self.field("location", of: head)?.string
    retryAfter = Self.field("retry-after", of: head).flatMap { Int($0.string) }
    isHTML = Self.field("content-type", of: head).map { Bytes($0.lowercased).contains("html") } ?? false
    body = rest
    failure = status == 0 ? Self.reason(ending) : nil
  }

  /// The lines of a head, which is taken away from the front of `rest`.
  private static func head(_ rest: inout Bytes) -> [Bytes]? {
    var lines: [Bytes] = []
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      let line = rest[..<end].trimmed
      rest = rest[(end + 1)...]
      if line.isEmpty { return lines }
      lines.append(line)
    }
    return lines.isEmpty ? nil : lines
  }

  /// `HTTP/1.1 404 Not Found` → 404
  private static func status(_ head: [Bytes]) -> Int {
    let words = head.first?.split(separator: 0x20) ?? []
    return words.count > 1 ? Int(words[1].string) ?? 0 : 0
  }

  private static func field(_ name: StaticString, of head: [Bytes]) -> Bytes? {
    for line in head.dropFirst() {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      if line[..<colon].trimmed.equalsIgnoringCase(name) { return line[(colon + 1)...].trimmed }
    }
    return nil
  }

  /// `curl: (6) Could not resolve host: example.org` → `Could not resolve host: example.org`
  private static func reason(_ ending: ChildProcess.Ending) -> String {
    let text = ending.errors[...].trimmed.string
    guard let mark = text.firstRange(of: ") ") else { return text.isEmpty ? "no answer" : text }
    return String(text[mark.upperBound...].prefix { $0 != "\n" })
  }
}

extension WebAnswer {
  /// Whether a page has a part of this name: an element with that `id`, or an anchor with that `name`.
  func hasAnchor(_ fragment: String) -> Bool {
    let written = Array(fragment.utf8)
    let decoded = Array(PercentEncoding.decode(fragment[...]).utf8)
    // What people write on GitHub gets ids of this kind.
    let forms = [written, decoded].flatMap { [$0, Array("user-content-".utf8) + $0] }
    return forms.contains { has(id: $0) }
  }

  private func has(id: [UInt8]) -> Bool {
    var index = body.startIndex
    while let equals = body[index...].firstIndex(of: UInt8(ascii: "=")) {
      index = equals + 1
      let name = body[..<equals].trimmedEnd
      guard name.hasSuffix("id") || name.hasSuffix("ID") || name.hasSuffix("name") || name.hasSuffix("Id") else {
        continue
      }
      var value = body[(equals + 1)...].drop { $0.isSpace }
      let quote = value.first.flatMap { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") ? $0 : nil }
      if quote != nil { value = value.dropFirst() }
      guard value.starts(with: id) else { continue }
      let next = value.dropFirst(id.count).first
      if let quote {
        if next == quote { return true }
      } else if next.map({ $0.isSpace || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") }) ?? true {
        return true
      }
    }
    return false
  }
}

extension Bytes {
  /// The bytes without white space at their end, as far as that is near.
  fileprivate var trimmedEnd: Bytes {
    var bytes = self
    while let last = bytes.last, last.isSpace { bytes.removeLast() }
    return bytes
  }
}
