import Source

extension TemplateCompiler {
  /// Writes the value of a name.
  mutating func show(_ token: TemplateToken, _ walk: inout TemplateWalk) {
    let register = walk.register
    guard let value = resolve(token, &walk) else { return }
    if mayShow(value.kind, token, walk) {
      let (from, slot) = (UInt16(clamping: value.register), UInt16(clamping: value.slot))
      let isEscaped = token.kind == .escaped
      assembler.add(isEscaped ? .escaped(register: from, slot: slot) : .raw(register: from, slot: slot))
    }
    assembler.land(value.jumps)
    walk.register = register
  }

  private mutating func mayShow(_ kind: Schema.Kind, _ token: TemplateToken, _ walk: TemplateWalk) -> Bool {
    let name = library.templates[walk.template].text(token.name)
    switch (token.kind, kind) {
    case (.escaped, .html):
      problem(TemplateRules.escapedHTML, "'\(name)' is finished HTML", rewrite: "{{{\(name)}}}", token, walk)
    case (.raw, .text):
      problem(TemplateRules.unescapedText, "'\(name)' is plain text", rewrite: "{{\(name)}}", token, walk)
    case (_, .text), (_, .html), (_, .number):
      return true
    case (_, .flag), (_, .record), (_, .list), (_, .texts):
      let message = "'\(name)' is \(kind.description), which a tag cannot show"
      report(TemplateRules.wrongKind, message, token.range, in: walk.template, of: walk.instance)
    }
    return false
  }

  private mutating func problem(
    _ rule: Rule, _ message: String, rewrite: String, _ token: TemplateToken, _ walk: TemplateWalk
  ) {
    let place = library.templates[walk.template].source.place(token.range)
    let fix = Fix("Write '\(rewrite)'", isSafe: false, edits: [Fix.Edit(place.range, rewrite)])
    report(
      rule, "\(message), written '\(rewrite)'", token.range, in: walk.template, of: walk.instance, fix: fix)
  }

  /// Begins a section; one over an unknown name is left out.
  mutating func enter(_ token: TemplateToken, _ walk: inout TemplateWalk) {
    let (scope, register) = (walk.scope, walk.register)
    guard let value = resolve(token, &walk) else {
      walk.token = token.partner + 1
      walk.register = register
      return
    }
    var loop: (register: UInt16, body: Int)?
    let jumps = token.kind == .inverted ? beginInverted(value) : beginSection(value, &walk, &loop)
    walk.open.append(.section(jumps: jumps, loop: loop, scope: scope, register: register))
    if walk.register >= Int(UInt16.max) { budget = 0 }
  }

  /// Goes on where there is no value, or no record that could have it.
  private mutating func beginInverted(_ value: ResolvedName) -> [Int] {
    let jump = assembler.add(
      .when(register: UInt16(clamping: value.register), slot: UInt16(clamping: value.slot), target: 0))
    assembler.land(value.jumps)
    return [jump]
  }

  private mutating func beginSection(
    _ value: ResolvedName, _ walk: inout TemplateWalk, _ loop: inout (register: UInt16, body: Int)?
  ) -> [Int] {
    let (from, slot) = (UInt16(clamping: value.register), UInt16(clamping: value.slot))
    switch value.kind {
    case .flag, .text, .html, .number:
      if value.kind != .flag { pushLone(value, &walk) }
      return value.jumps + [assembler.add(.unless(register: from, slot: slot, target: 0))]
    case .record(let form):
      let into = pushFrame(.record(form), value, &walk)
      return value.jumps + [assembler.add(.enter(register: from, slot: slot, into: into, target: 0))]
    case .list, .texts:
      let into = pushFrame(itemView(value.kind), value, &walk)
      let jump = assembler.add(.first(register: from, slot: slot, into: into, target: 0))
      loop = (into, assembler.label())
      return value.jumps + [jump]
    }
  }

  private func itemView(_ kind: Schema.Kind) -> TemplateScope.View {
    switch kind {
    case .list(let form): .record(form)
    case .texts(let choices): .lone(.text(among: choices))
    default: .lone(kind)
    }
  }

  private func pushLone(_ value: ResolvedName, _ walk: inout TemplateWalk) {
    walk.scope.push(
      TemplateScope.Frame(
        view: .lone(value.kind), register: value.register, slot: value.slot, origin: value.origin))
  }

  private func pushFrame(
    _ view: TemplateScope.View, _ value: ResolvedName, _ walk: inout TemplateWalk
  ) -> UInt16 {
    let into = walk.takeRegister()
    let origin = TemplateScope.Origin(frame: value.origin.frame, isDeeper: true)
    walk.scope.push(TemplateScope.Frame(view: view, register: Int(into), origin: origin))
    return into
  }
}
