/// A language that code is written in: its names and how it is painted.
struct Language: Sendable {
  /// Its name as people write it.
  let label: String
  /// The words by which a fence names it; the first is the one that stands in pages.
  let names: [String]
  /// Paints code from where the painter is up to its end.
  let paint: @Sendable (inout Painter) -> Void

  init(_ label: String, _ names: String, paint: @escaping @Sendable (inout Painter) -> Void) {
    self.label = label
    self.names = names.split(separator: " ").map(String.init)
    self.paint = paint
  }

  /// Its short name, as in `yaml`.
  var name: String { names[0] }

  /// Whether nothing in it gets an ink.
  var isText: Bool { name == "text" }

  /// The language called `name`, in lower case.
  static func named(_ name: String) -> Language? {
    table[name].map { all[$0] }
  }

  private static let table: [String: Int] = Dictionary(
    all.enumerated().flatMap { index, language in language.names.map { ($0, index) } },
    uniquingKeysWith: { first, _ in first })
}
