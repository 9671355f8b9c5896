import Source

extension TemplateCompiler {
  /// Inserts the template that a tag names.
  mutating func insert(_ token: TemplateToken, _ overrides: [TemplateOverride], _ walk: inout TemplateWalk) {
    if token.isDynamic {
      insertChoice(token, overrides, &walk)
    } else if let target = find(library.templates[walk.template].text(token.name), token, walk) {
      let call = call(target, token, overrides, walk)
      assembler.add(.call(UInt32(call)))
    }
  }

  /// Inserts the template that a value names. All of its choices are compiled, so that none fails on a page.
  private mutating func insertChoice(
    _ token: TemplateToken, _ overrides: [TemplateOverride], _ walk: inout TemplateWalk
  ) {
    let register = walk.register
    guard let value = resolve(token, &walk) else { return }
    let name = library.templates[walk.template].text(token.name)
    if case .text(let names?) = value.kind {
      let choice = names.compactMap { name in
        find(name, token, walk).map { (name, call($0, token, overrides, walk)) }
      }
      let number = assembler.addChoice(choice)
      assembler.add(
        .choose(
          register: UInt16(clamping: value.register), slot: UInt16(clamping: value.slot), choice: UInt32(number)))
    } else {
      let message = "'\(name)' is \(value.kind.description), not the name of a template"
      report(TemplateRules.wrongKind, message, token.name, in: walk.template, of: walk.instance)
    }
    assembler.land(value.jumps)
    walk.register = register
  }

  private mutating func find(_ name: String, _ token: TemplateToken, _ walk: TemplateWalk) -> Int? {
    if let number = library.number(of: name) { return number }
    let nearest = Suggestion.nearest(to: name, among: library.names)
    let place = library.templates[walk.template].source.place(token.name)
    let fix = nearest.map { Fix("Write '\($0)'", isSafe: false, edits: [Fix.Edit(place.range, $0)]) }
    report(
      TemplateRules.unknownPartial, "'\(name)' is no template" + didYouMean(nearest), token.name, in: walk.template,
      of: walk.instance, fix: token.isDynamic ? nil : fix)
    return nil
  }

  /// The call that inserts a template at a tag.
  private mutating func call(
    _ target: Int, _ token: TemplateToken, _ overrides: [TemplateOverride], _ walk: TemplateWalk
  ) -> Int {
    let source = library.templates[walk.template].source
    var margin = TemplateMargin()
    if token.isStandalone {
      margin.isRunning = walk.margin.isRunning
      margin.indent = walk.margin.adapting(source.bytes[token.indentation.start..<token.indentation.end])
    }
    let isRunning = margin.isRunning || repeats(target, margin, walk.instance)
    let passed = isRunning ? assembler.store(margin.indent) : 0..<0
    if isRunning { margin = TemplateMargin(isRunning: true) }
    let offered = library.offered(by: target)
    let overrides = overrides.contains { offered.contains($0.name) } ? overrides : []
    let key = TemplateInstance.Key(
      template: target, views: walk.scope.views, overrides: overrides, margin: margin)
    let place = source.place(token.range)
    let instance = instance(key, (walk.instance, place))
    note(insertion(of: instance, at: place, walk))
    return assembler.addCall(
      TemplateCall(
        target: instance, arguments: arguments(walk.scope), window: walk.register, indentation: passed,
        keepsIndentation: walk.margin.isRunning))
  }

  /// Whether a template comes round again, with another indentation than before.
  private func repeats(_ template: Int, _ margin: TemplateMargin, _ instance: Int) -> Bool {
    guard !margin.indent.isEmpty else { return false }
    var next: Int? = instance
    while let number = next {
      let key = instances[number].key
      if key.template == template, key.margin != margin { return true }
      next = instances[number].inserted?.by
    }
    return false
  }

  private func insertion(of target: Int, at place: Place, _ walk: TemplateWalk) -> TemplateInsertion {
    let before = TemplateScope(instances[walk.instance].key.views).measure?.frame
    let now = walk.scope.measure
    let step: TemplateInsertion.Step =
      now?.frame != before ? .elsewhere : now?.isDeeper == true ? .deeper : .same
    let name = library.templates[instances[target].key.template].name
    return TemplateInsertion(from: walk.instance, to: target, step: step, name: name, place: place)
  }

  private func arguments(_ scope: TemplateScope) -> [TemplateCall.Argument] {
    scope.frames.map { frame in
      let register = UInt16(clamping: frame.register)
      return switch frame.view {
      case .record: TemplateCall.Argument(register: register, slot: nil)
      case .lone: TemplateCall.Argument(register: register, slot: UInt16(clamping: frame.slot))
      }
    }
  }

  /// The blocks of a parent tag, and those that override them from further out.
  mutating func overrides(in token: TemplateToken, _ walk: TemplateWalk) -> [TemplateOverride] {
    let template = library.templates[walk.template]
    var result: [String: TemplateOverride] = [:]
    var index = walk.token
    while index < token.partner {
      let block = template.tokens[index]
      if block.kind == .block {
        let name = template.text(block.name)
        checkOffer(name, block, token, walk)
        result[name] = TemplateOverride(name: name, template: walk.template, token: index)
      }
      index = max(index, block.partner) + 1
    }
    for override in walk.overrides { result[override.name] = override }
    return result.values.sorted { $0.name < $1.name }
  }

  private mutating func checkOffer(
    _ name: String, _ block: TemplateToken, _ parent: TemplateToken, _ walk: TemplateWalk
  ) {
    let template = library.templates[walk.template]
    let parentName = template.text(parent.name)
    guard !parent.isDynamic, let number = library.number(of: parentName) else { return }
    let offered = library.offered(by: number)
    guard !offered.contains(name) else { return }
    let nearest = Suggestion.nearest(to: name, among: offered.sorted())
    report(
      TemplateRules.unknownBlock, "'\(name)' is no block of '\(parentName)'" + didYouMean(nearest), block.name,
      in: walk.template, of: walk.instance)
  }
}
