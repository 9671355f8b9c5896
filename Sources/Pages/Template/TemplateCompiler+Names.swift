import Source

/// What a name means: a value in a slot of a register.
struct ResolvedName {
  var register: Int
  var slot: Int
  var kind: Schema.Kind
  /// The frame that the name was found in.
  let origin: TemplateScope.Origin
  /// Steps that jump away where a record on the way is missing.
  var jumps: [Int] = []
}

extension TemplateCompiler {
  /// Looks a name up and writes the steps that go to its record. The registers these need stay taken.
  mutating func resolve(_ token: TemplateToken, _ walk: inout TemplateWalk) -> ResolvedName? {
    let template = library.templates[walk.template]
    if template.text(token.name) == "." { return resolveDot(token, walk) }
    let parts = template.parts(of: token.name)
    guard !parts.contains(where: \.isEmpty) else {
      let message = "'\(template.text(token.name))' has a dot too many"
      report(TemplateRules.syntax, message, token.name, in: walk.template, of: walk.instance)
      return nil
    }
    guard var result = find(parts[0], walk) else { return nil }
    for (before, part) in zip(parts, parts.dropFirst()) {
      guard descend(template.text(before), part, &result, &walk) else { return nil }
    }
    return result
  }

  private mutating func resolveDot(_ token: TemplateToken, _ walk: TemplateWalk) -> ResolvedName? {
    guard let frame = walk.scope.frames.last else { return nil }
    switch frame.view {
    case .lone(let kind):
      return ResolvedName(register: frame.register, slot: frame.slot, kind: kind, origin: frame.origin)
    case .record(let form):
      if let slot = schema.forms[form].slot(".") {
        return ResolvedName(register: frame.register, slot: slot.index, kind: slot.kind, origin: frame.origin)
      }
      let message = "'.' is no value here, but the record '\(schema.forms[form].name)'"
      report(TemplateRules.unknownName, message, token.name, in: walk.template, of: walk.instance)
      return nil
    }
  }

  /// The innermost value that has the name at `range`.
  private mutating func find(_ range: SourceRange, _ walk: TemplateWalk) -> ResolvedName? {
    let name = library.templates[walk.template].text(range)
    for frame in walk.scope.frames.reversed() {
      if case .record(let form) = frame.view, let slot = schema.forms[form].slot(name) {
        return ResolvedName(register: frame.register, slot: slot.index, kind: slot.kind, origin: frame.origin)
      }
    }
    let forms = walk.scope.frames.reversed().compactMap { frame in
      if case .record(let form) = frame.view { form } else { nil }
    }
    reportUnknown(range, among: forms, walk)
    return nil
  }

  /// Goes from a record to one of its values; gives false, with a report, where there is none.
  private mutating func descend(
    _ record: String, _ range: SourceRange, _ result: inout ResolvedName, _ walk: inout TemplateWalk
  ) -> Bool {
    let name = library.templates[walk.template].text(range)
    guard case .record(let form) = result.kind else {
      let message = "'\(record)' is \(result.kind.description) and has no '\(name)'"
      report(TemplateRules.wrongKind, message, range, in: walk.template, of: walk.instance)
      return false
    }
    guard let slot = schema.forms[form].slot(name) else {
      reportUnknown(range, among: [form], walk)
      return false
    }
    let into = walk.takeRegister()
    let step = TemplateStep.enter(
      register: UInt16(clamping: result.register), slot: UInt16(clamping: result.slot), into: into, target: 0)
    result.jumps.append(assembler.add(step))
    result.register = Int(into)
    result.slot = slot.index
    result.kind = slot.kind
    return true
  }

  private mutating func reportUnknown(_ range: SourceRange, among forms: [Int], _ walk: TemplateWalk) {
    let name = library.templates[walk.template].text(range)
    let places = forms.map { "'\(schema.forms[$0].name)'" }.joined(separator: " or ")
    let nearest = Suggestion.nearest(to: name, among: forms.flatMap { schema.forms[$0].names })
    let place = library.templates[walk.template].source.place(range)
    let fix = nearest.map { Fix("Write '\($0)'", isSafe: false, edits: [Fix.Edit(place.range, $0)]) }
    let message = "'\(name)' is not a name of \(places)" + didYouMean(nearest)
    report(TemplateRules.unknownName, message, range, in: walk.template, of: walk.instance, fix: fix)
  }

  func didYouMean(_ candidate: String?) -> String {
    candidate.map { ", did you mean '\($0)'?" } ?? ""
  }
}
