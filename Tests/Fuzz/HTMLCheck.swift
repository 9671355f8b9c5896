/// Reads HTML as a page of ours must be: tags that are balanced, attributes in quotes, and nothing that runs.
struct HTMLCheck {
  private let bytes: [UInt8]
  private var index = 0
  private var open: [String] = []

  private static let voids: Set<String> = ["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"]
  private static let forbidden: Set<String> = [
    "script", "style", "iframe", "object", "embed", "base", "form", "link", "meta", "svg", "math", "template",
  ]
  private static let addresses: Set<String> = ["href", "src", "srcset", "action", "formaction", "data", "poster"]
  private static let schemes: Set<String> = ["javascript", "vbscript", "data", "file", "view-source"]

  /// What is wrong with `bytes`, if anything is.
  static func fault(in bytes: [UInt8]) -> String? {
    var check = HTMLCheck(bytes: bytes)
    do {
      try check.run()
      return nil
    } catch {
      return "\(error.what) at byte \(check.index)"
    }
  }

  private struct Fault: Error {
    let what: String
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func run() throws(Fault) {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"): try tag()
      case UInt8(ascii: ">"): throw Fault(what: "a bare '>'")
      default: index += 1
      }
    }
    if let last = open.last { throw Fault(what: "<\(last)> is not closed") }
  }

  private mutating func tag() throws(Fault) {
    index += 1
    let isEnd = take("/")
    let name = word()
    guard !name.isEmpty else { throw Fault(what: "'<' without a name") }
    guard !Self.forbidden.contains(name) else { throw Fault(what: "<\(name)>") }
    if isEnd {
      guard open.popLast() == name else { throw Fault(what: "</\(name)> closes something else") }
      guard take(">") else { throw Fault(what: "</\(name) without '>'") }
      return
    }
    while take(" ") { try attribute(of: name) }
    guard take(">") else { throw Fault(what: "<\(name) without '>'") }
    if !Self.voids.contains(name) { open.append(name) }
  }

  private mutating func attribute(of tag: String) throws(Fault) {
    // Where a hole left its blank, or before a slash.
    if take("/") { return }
    let name = word()
    guard !name.isEmpty else { throw Fault(what: "an attribute of <\(tag)> without a name") }
    guard !name.hasPrefix("on"), name != "style" else { throw Fault(what: "\(name)=") }
    guard take("=") else { return }
    guard take("\"") else { throw Fault(what: "\(name)= without quotes") }
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      if bytes[index] == UInt8(ascii: "<") { throw Fault(what: "'<' in \(name)=") }
      index += 1
    }
    let value = String(decoding: bytes[start..<index], as: UTF8.self)
    guard take("\"") else { throw Fault(what: "\(name)= without an end") }
    if Self.addresses.contains(name), let scheme = Self.scheme(of: value), Self.schemes.contains(scheme) {
      throw Fault(what: "\(name)=\"\(scheme):")
    }
  }

  /// The scheme of an address as a browser finds it: blanks and control characters do not count.
  private static func scheme(of address: String) -> String? {
    let letters = address.unicodeScalars.filter { $0.value > 32 }.map(Character.init)
    guard let colon = letters.firstIndex(of: ":") else { return nil }
    return String(letters[..<colon]).lowercased()
  }

  private mutating func take(_ letter: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: letter) else { return false }
    index += 1
    return true
  }

  private mutating func word() -> String {
    let start = index
    while index < bytes.count, Self.isWord(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
