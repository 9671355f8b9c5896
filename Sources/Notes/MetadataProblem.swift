public import Source
package import YAML

/// Something wrong with a note's front matter or a site's settings.
public struct MetadataProblem: Equatable, Sendable {
  /// What it is about.
  public enum Kind: Equatable, Sendable {
    /// It is not YAML.
    case syntax(String)
    /// `---` in the first line, and no line that ends what it begins.
    case unclosed
    /// It is YAML, but not keys with values.
    case notAMapping(found: String)
    /// A key without a meaning.
    case unknownKey(String)
    /// A value of another kind than its key takes, or not one of those it allows.
    case invalidValue(key: String, expected: String, found: String)
    /// A key that stands there already.
    case duplicateKey(String)
  }

  /// A second place that belongs to it.
  public struct Note: Equatable, Sendable {
    /// What is there.
    public let message: String
    /// Where it is, in the text that was read.
    public let range: SourceRange
  }

  /// What it is about.
  public let kind: Kind
  /// Where it stands in the text that was read.
  public let range: SourceRange
  /// Other places that belong to it.
  public let notes: [Note]
  /// The names that are allowed at this place.
  private let allowed: [String]

  package init(_ kind: Kind, at range: SourceRange, allowed: [String] = [], notes: [Note] = []) {
    self.kind = kind
    self.range = range
    self.notes = notes
    self.allowed = allowed
  }

  /// The same in terms of keys.
  package init(_ problem: YAMLProblem) {
    let notes = problem.notes.map { Note(message: $0.message, range: $0.range) }
    if case .duplicateKey(let key) = problem.kind {
      self.init(.duplicateKey(key), at: problem.range, notes: notes)
    } else {
      self.init(.syntax(problem.message), at: problem.range, notes: notes)
    }
  }

  /// The allowed name that was probably meant. It takes some microseconds to find: ask once, when the problem is shown.
  public var suggestion: String? {
    switch kind {
    case .unknownKey(let key): Suggestion.nearest(to: key, among: allowed)
    case .invalidValue(_, _, let found): Suggestion.nearest(to: Self.unquoted(found), among: allowed)
    default: nil
    }
  }

  /// What is wrong, in headline style without a full stop, with a suggestion where there is one.
  public var message: String {
    let guess = suggestion.map { ", did you mean '\($0)'?" } ?? ""
    return switch kind {
    case .syntax(let message): message
    case .unclosed: "Front matter without a closing line '---'"
    case .notAMapping(let found): "Keys with values belong here, not \(found)"
    case .unknownKey(let key): "Unknown key '\(key)'" + guess
    case .invalidValue(let key, let expected, let found): "'\(key)' takes \(expected), not \(found)" + guess
    case .duplicateKey(let key): "Key '\(key)' twice"
    }
  }

  private static func unquoted(_ text: String) -> String {
    text.count > 1 && text.hasPrefix("'") && text.hasSuffix("'") ? String(text.dropFirst().dropLast()) : text
  }
}
