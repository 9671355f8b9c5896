public import Source

/// One of the options of `RUN --mount`: `key=value`, or a key alone.
public struct MountOption: Sendable {
  /// What it sets, as written.
  public let key: Bytes
  /// Where that stands.
  public let keyRange: SourceRange
  /// What it sets it to; nothing where it has no `=`. It may be put in anew once variables are filled in.
  public var value: Bytes?
  /// Where that stands.
  public let valueRange: SourceRange
  /// Both.
  public let range: SourceRange

  /// The options in the value of a flag, by what the builder asks of them before it evaluates the stage.
  public static func read(_ value: Bytes) throws(ValueFault) -> [MountOption] {
    var options: [MountOption] = []
    for field in try CSVFields.read(value) {
      let option = MountOption(field)
      if let value = option.value, option.key.equalsIgnoringCase("from"), hasVariable(value) {
        throw ValueFault(
          "Variable in \(field.bytes.quoted) is not replaced; name a stage 'FROM … AS' and mount from that",
          at: option.valueRange)
      }
      options.append(option)
    }
    return options
  }

  init(_ field: CSVField) {
    let (key, value) = field.bytes.cut(at: UInt8(ascii: "=")) ?? (field.bytes, nil)
    self.key = key
    keyRange = field.place(of: key)
    self.value = value
    valueRange = value.map(field.place) ?? field.range
    range = field.range
  }

  /// Whether a dollar sign stands before something.
  private static func hasVariable(_ value: Bytes) -> Bool {
    value.dropLast().contains(UInt8(ascii: "$"))
  }
}
