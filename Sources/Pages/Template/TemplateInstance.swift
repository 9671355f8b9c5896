import Source

/// A template as it is compiled for one use: templates are compiled once for each combination of what is in sight, the
/// blocks that are overridden, and the indentation.
struct TemplateInstance {
  struct Key: Hashable {
    let template: Int
    let views: [TemplateScope.View]
    let overrides: [TemplateOverride]
    let margin: TemplateMargin
  }

  let key: Key
  /// The instance that inserts it first, and where; none for a page.
  let inserted: (by: Int, at: Place)?
}

/// The content that stands in place of a block's own.
struct TemplateOverride: Hashable, Sendable {
  let name: String
  /// The template and the token of the block that holds the content.
  let template: Int
  let token: Int
}

/// What the lines of a template begin with instead of their own indentation.
struct TemplateMargin: Hashable, Sendable {
  /// How much white space each line loses.
  var dedent = 0
  /// What each line gets.
  var indent: [UInt8] = []
  /// Whether the indentation that goes from caller to caller comes before that. Only templates that insert themselves
  /// need it: their indentation depends on the data.
  var isRunning = false

  /// White space of the template as it is to be written.
  func adapting(_ space: ArraySlice<UInt8>) -> [UInt8] {
    indent + space.dropFirst(dedent)
  }
}

/// One template inserted into another, as far as it matters whether that ever ends.
struct TemplateInsertion {
  /// How the innermost record of the inserted template relates to that of the inserting one.
  enum Step {
    /// It is a part of it.
    case deeper
    /// It is the same.
    case same
    /// It comes from elsewhere.
    case elsewhere
  }

  let from: Int
  let to: Int
  let step: Step
  let name: String
  let place: Place
}
