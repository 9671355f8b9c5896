import Source

/// Where the compiler is in an instance.
struct TemplateWalk {
  /// Something that is open, and what to do at its end.
  enum Open {
    /// A section: jumps that arrive after it, the loop that goes round, what was in sight before.
    case section(jumps: [Int], loop: (register: UInt16, body: Int)?, scope: TemplateScope, register: Int)
    /// A block with its own content.
    case block
    /// The content of another template in the place of a block: where to go on, and as what.
    case override(name: String, template: Int, token: Int, end: Int, margin: TemplateMargin)
  }

  let instance: Int
  let overrides: [TemplateOverride]
  var template: Int
  var token = 0
  var end: Int
  var scope: TemplateScope
  var margin: TemplateMargin
  /// The next free register.
  var register: Int
  var open: [Open] = []
  /// The blocks whose overrides are open: inside, a block of the same name has its own content.
  var activeBlocks: Set<String> = []

  mutating func takeRegister() -> UInt16 {
    register += 1
    return UInt16(clamping: register - 1)
  }
}

extension TemplateCompiler {
  /// Writes the steps of one instance.
  mutating func compile(_ instance: Int) {
    let key = instances[instance].key
    let template = library.templates[key.template]
    guard template.isSound else { return }
    let scope = TemplateScope(key.views)
    var walk = TemplateWalk(
      instance: instance, overrides: key.overrides, template: key.template, end: template.tokens.count, scope: scope,
      margin: key.margin, register: scope.frames.count)
    while !isTooLarge {
      if walk.token < walk.end {
        compileToken(&walk)
      } else if case .override(let name, let template, let token, let end, let margin)? = walk.open.popLast() {
        walk.activeBlocks.remove(name)
        (walk.template, walk.token, walk.end, walk.margin) = (template, token, end, margin)
      } else {
        break
      }
    }
    assembler.add(.end)
  }

  private mutating func compileToken(_ walk: inout TemplateWalk) {
    let template = library.templates[walk.template]
    let token = template.tokens[walk.token]
    walk.token += 1
    budget -= 1
    switch token.kind {
    case .text: assembler.literal(template.source.bytes[token.range.start..<token.range.end])
    case .line: startLine(token.indentation, walk)
    case .escaped, .raw, .unescaped: show(token, &walk)
    case .section, .inverted: enter(token, &walk)
    case .close: leave(&walk)
    case .block: enterBlock(token, &walk)
    case .partial: insert(token, walk.overrides, &walk)
    case .parent:
      insert(token, overrides(in: token, walk), &walk)
      walk.token = token.partner + 1
    case .comment, .delimiters: break
    }
  }

  private mutating func startLine(_ space: SourceRange, _ walk: TemplateWalk) {
    if walk.margin.isRunning { assembler.add(.indent) }
    let bytes = library.templates[walk.template].source.bytes
    assembler.literal(walk.margin.adapting(bytes[space.start..<space.end]))
  }

  private mutating func leave(_ walk: inout TemplateWalk) {
    guard case .section(let jumps, let loop, let scope, let register)? = walk.open.popLast() else { return }
    if let loop { assembler.add(.next(into: loop.register, target: UInt32(loop.body))) }
    assembler.land(jumps)
    walk.scope = scope
    walk.register = register
  }

  /// Goes on inside a block, or with what overrides it.
  private mutating func enterBlock(_ token: TemplateToken, _ walk: inout TemplateWalk) {
    let site = library.templates[walk.template]
    let name = site.text(token.name)
    guard let override = walk.overrides.first(where: { $0.name == name }), !walk.activeBlocks.contains(name) else {
      walk.open.append(.block)
      return
    }
    let template = library.templates[override.template]
    let block = template.tokens[override.token]
    walk.open.append(
      .override(
        name: name, template: walk.template, token: token.partner + 1, end: walk.end, margin: walk.margin))
    walk.activeBlocks.insert(name)
    walk.margin.indent = walk.margin.adapting(
      site.source.bytes[token.indentation.start..<token.indentation.end])
    walk.margin.dedent = block.indentation.count
    (walk.template, walk.token, walk.end) = (override.template, override.token + 1, block.partner)
    startOverride(token, &walk)
  }

  /// A block alone on its line gives the first line of its content an indentation; one within a line has it already.
  private mutating func startOverride(_ site: TemplateToken, _ walk: inout TemplateWalk) {
    guard walk.token < walk.end else { return }
    let startsLine = library.templates[walk.template].tokens[walk.token].kind == .line
    if site.isStandalone, !startsLine {
      startLine(SourceRange(at: 0), walk)
    } else if !site.isStandalone, startsLine {
      walk.token += 1
    }
  }
}
