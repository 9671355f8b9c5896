/// English plurals, as far as names need them.
enum EnglishPlural {
  /// The name with its last word in the singular: `volumes` → `volume`, `policies` → `policy`, `classes` → `class`.
  static func singular(_ name: String) -> String {
    let bytes = Array(name.utf8)
    guard bytes.count > 3, bytes.last == UInt8(ascii: "s") else { return name }
    func ends(_ suffix: String) -> Bool { bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) }
    if ends("ss") || ends("us") || ends("is") { return name }
    if ends("ies"), bytes.count > 4 { return String(name.dropLast(3)) + "y" }
    if ends("sses") || ends("xes") || ends("ches") || ends("shes") || ends("zzes") { return String(name.dropLast(2)) }
    return String(name.dropLast())
  }

  /// The name in the form in which names are compared, in the singular.
  static func folded(_ name: String) -> String { singular(NameIndex.fold(name)) }
}
