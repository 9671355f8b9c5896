/// What stands behind a name on one page.
package enum Value: Sendable {
  /// Nothing: shows as nothing, and its section is left out. Fits every field.
  case absent
  /// Yes or no.
  case flag(Bool)
  /// Plain text; empty text counts as nothing in a section.
  case text(String)
  /// Finished HTML, in UTF-8; empty HTML counts as nothing in a section.
  case html([UInt8])
  /// A whole number.
  case number(Int)
  /// One record.
  case record(Record)
  /// Any number of records.
  case list([Record])
  /// Any number of plain texts.
  case texts([String])
}

/// The values behind a shape's names, in the order of its fields.
package struct Record: Sendable {
  /// One value a field.
  package let values: [Value]

  /// A record of these values.
  package init(_ values: [Value]) {
    self.values = values
  }
}
