import Markdown
import Source

/// A language that code is written in: its names and how it is painted.
final class Language: Sendable {
  /// Its name as people write it.
  let label: String
  /// The words by which a fence names it.
  let names: [String]
  /// The first of the names: the one that stands in pages.
  let name: String
  /// Whether nothing in it gets an ink.
  let isText: Bool
  /// What stands on a page before code in it.
  let figure: [UInt8]
  /// Paints code from where the painter is up to its end.
  let paint: @Sendable (inout Painter) -> Void

  init(_ label: String, _ names: String, paint: @escaping @Sendable (inout Painter) -> Void) {
    self.label = label
    self.names = names.split(separator: " ").map(String.init)
    self.paint = paint
    name = self.names.first ?? ""
    isText = name.isEmpty || name == "text"
    var html = ByteWriter()
    CodeFigure.open(FenceInfo(""), name, label: label, to: &html)
    figure = html.bytes
  }

  /// The language called `name`, in lower case.
  static func named(_ name: String) -> Language? {
    name.isEmpty ? unnamed : table[name].map { all[$0] }
  }

  /// What a fence without a language holds.
  private static let unnamed = Language("", "") { $0.index = $0.end }

  private static let table = WordTable<Int>(
    pairs: all.enumerated().flatMap { index, language in language.names.map { (Array($0.utf8), index) } })
}
