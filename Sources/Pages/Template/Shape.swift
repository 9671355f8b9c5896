/// What a kind of record has to offer to a template: names and what stands behind them, in a fixed order.
///
/// Templates are compiled against shapes: a name that no shape in sight has is an error with a place, and a name that
/// one has becomes a slot number, so that rendering looks nothing up.
package struct Shape: Sendable {
  /// What such a record is called in messages: "page", "link".
  package let name: String
  /// Its names. ``Record/values`` stand in the same order.
  package let fields: [Field]

  /// The records called `name`, with `fields`.
  package init(_ name: String, _ fields: [Field]) {
    self.name = name
    self.fields = fields
  }
}

/// A name that templates may use, and what stands behind it.
///
/// Behind every name there may also be nothing (``Value/absent``). A field named `.` is what `{{.}}` shows.
package struct Field: Sendable {
  /// What may stand behind a name.
  package enum Kind: Sendable {
    /// Plain text, which is escaped. One that names a template says which templates it may name.
    case text(among: [String]?)
    /// Finished HTML, which is inserted as it is.
    case html
    /// Yes or no: only for sections.
    case flag
    /// A whole number.
    case number
    /// One record.
    case record(Shape)
    /// Any number of records.
    case list(Shape)
    /// Any number of plain texts; each is `{{.}}`.
    case texts(among: [String]?)
    /// One record of a shape that this one is a part of.
    case recordNamed(String)
    /// Any number of records of a shape that this one is a part of.
    case listNamed(String)
  }

  /// The name, as templates write it: without dots.
  package let name: String
  /// What stands behind it.
  package let kind: Kind

  private init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// Plain text: `{{title}}` escapes it.
  package static func text(_ name: String) -> Field { Field(name, .text(among: nil)) }

  /// The name of one of these templates: `{{>*layout}}` inserts it.
  package static func choice(_ name: String, among templates: [String]) -> Field {
    Field(name, .text(among: templates))
  }

  /// Finished HTML: `{{{body}}}` inserts it.
  package static func html(_ name: String) -> Field { Field(name, .html) }

  /// Yes or no: `{{#draft}}…{{/draft}}`, `{{^draft}}…{{/draft}}`.
  package static func flag(_ name: String) -> Field { Field(name, .flag) }

  /// A whole number.
  package static func number(_ name: String) -> Field { Field(name, .number) }

  /// One record: `{{author.name}}`, `{{#author}}{{name}}{{/author}}`.
  package static func record(_ name: String, _ shape: Shape) -> Field { Field(name, .record(shape)) }

  /// Any number of records: `{{#links}}{{title}}{{/links}}`.
  package static func list(_ name: String, _ shape: Shape) -> Field { Field(name, .list(shape)) }

  /// Any number of texts: `{{#tags}}{{.}}{{/tags}}`.
  package static func texts(_ name: String) -> Field { Field(name, .texts(among: nil)) }

  /// The names of any number of templates: `{{#cards}}{{>*.}}{{/cards}}`.
  package static func choices(_ name: String, among templates: [String]) -> Field {
    Field(name, .texts(among: templates))
  }

  /// One record of the shape called `shape`, which is this one or one around it.
  package static func record(_ name: String, named shape: String) -> Field { Field(name, .recordNamed(shape)) }

  /// Any number of records of the shape called `shape`, which is this one or one around it: entries that have entries.
  package static func list(_ name: String, named shape: String) -> Field { Field(name, .listNamed(shape)) }
}
