/// A file as a script, for pages that are opened from a disk, where scripts are all that they can load.
package enum ScriptTwin {
  /// What the twin of a file is called.
  package static func name(of name: String) -> String { name + ".js" }

  /// A statement that hands over the file: `rutterFile("NAME","BASE64")`.
  package static func script(name: String, bytes: [UInt8]) -> [UInt8] {
    var script = Array("rutterFile(\"\(name)\",\"".utf8)
    script.reserveCapacity(script.count + bytes.count / 3 * 4 + 16)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let count = min(3, bytes.count - start)
      var group: UInt32 = 0
      for index in 0..<3 { group = group << 8 | (index < count ? UInt32(bytes[start + index]) : 0) }
      for index in 0..<4 {
        let digit = Int(group >> UInt32(18 - index * 6) & 63)
        script.append(index <= count ? digits[digit] : UInt8(ascii: "="))
      }
    }
    script.append(contentsOf: "\")\n".utf8)
    return script
  }

  /// The digits of RFC 4648, section 4.
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
