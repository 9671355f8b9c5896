/// What a piece of code is, as far as a reader's eye is concerned.
///
/// The value is the letter that stands in the page: `<span class="k">`.
enum Ink: UInt8, CaseIterable, Sendable {
  /// A word of the language: an instruction, `if`, `func`.
  case keyword = 0x6B  // k
  /// Quoted text, or text that stands for itself.
  case string = 0x73  // s
  /// A number, a boolean, a named constant.
  case number = 0x6E  // n
  /// A comment.
  case comment = 0x63  // c
  /// A type, a tag, a kind, a build stage.
  case type = 0x74  // t
  /// An attribute, the key of a mapping or of a setting.
  case key = 0x61  // a
  /// A variable, an expansion, a place to fill in.
  case variable = 0x76  // v
  /// The name of a function or a command.
  case function = 0x66  // f
  /// An option, a flag, an operator that matters.
  case option = 0x6F  // o
  /// The prompt of a session.
  case prompt = 0x70  // p
  /// What a command printed.
  case output = 0x72  // r
  /// An inserted line.
  case inserted = 0x69  // i
  /// A deleted line.
  case deleted = 0x64  // d
  /// The head of a section, of a document, of a hunk.
  case heading = 0x68  // h
}
