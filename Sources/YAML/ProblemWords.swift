internal import Source

extension YAMLProblem {
  static func duplicateKey(_ key: String, at range: SourceRange, first: SourceRange) -> YAMLProblem {
    YAMLProblem(
      .duplicateKey(key), "Key '\(key)' twice in one mapping", at: range,
      notes: [Note("First '\(key)'", at: first)])
  }

  static func unknownAlias(_ name: String, isInside: Bool, at range: SourceRange) -> YAMLProblem {
    let message =
      isInside
      ? "Alias '*\(name)' inside of what '&\(name)' names" : "Alias '*\(name)' without an anchor '&\(name)' before it"
    return YAMLProblem(.unknownAlias(name), message, at: range)
  }

  static func tooDeep(at range: SourceRange) -> YAMLProblem {
    YAMLProblem(
      .depth, "Lists and mappings more than \(YAMLStream.depthLimit) levels deep in each other", at: range)
  }

  static func forbidden(_ bytes: some Sequence<UInt8>, at range: SourceRange) -> YAMLProblem {
    let codes = bytes.prefix(1).map { String($0, radix: 16, uppercase: true) }
    let code = codes.first ?? ""
    let isControl = bytes.first { $0 >= 0x80 } == nil
    let message =
      isControl
      ? "Control character U+\(String(repeating: "0", count: 4 - code.count))\(code), which YAML does not allow"
      : "Byte 0x\(code), which is no UTF-8 or a character that YAML does not allow"
    return YAMLProblem(.character, message, at: range)
  }
}
