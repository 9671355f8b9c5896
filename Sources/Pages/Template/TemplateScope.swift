/// What names mean at a place of a template: the records around it, the innermost last.
struct TemplateScope: Sendable {
  /// Something that names are looked up in.
  struct Frame: Sendable {
    let view: View
    /// The register that holds the record, and for a lone value its slot there.
    let register: Int
    var slot = 0
    /// Which frame of the instance it comes from, and whether it lies deeper in the data than that one.
    let origin: Origin
  }

  /// What a frame offers.
  enum View: Hashable, Sendable {
    /// The names of a form.
    case record(Int)
    /// Only `{{.}}`.
    case lone(Schema.Kind)
  }

  struct Origin: Sendable {
    let frame: Int
    let isDeeper: Bool
  }

  private(set) var frames: [Frame]

  /// A scope at the start of an instance: frame `i` is in register `i`.
  init(_ views: [View]) {
    frames = views.enumerated().map { index, view in
      Frame(view: view, register: index, origin: Origin(frame: index, isDeeper: false))
    }
  }

  /// What identifies the scope, apart from registers.
  var views: [View] { frames.map(\.view) }

  /// The innermost frame that is a record: the measure of how deep in the data a template is.
  var measure: Origin? {
    frames.last { if case .record = $0.view { true } else { false } }?.origin
  }

  /// Puts a frame inside all others. Frames that no name can reach any more go: a lone value under anything, a record
  /// under one of the same form. So scopes stay few, however deep sections and templates are nested.
  mutating func push(_ frame: Frame) {
    frames.removeAll { old in
      if case .lone = old.view { true } else { old.view == frame.view }
    }
    frames.append(frame)
  }
}
