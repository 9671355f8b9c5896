import Source

/// The templates of a set, each known by its number, in the order of their names.
struct TemplateLibrary: Sendable {
  let templates: [ParsedTemplate]
  private let numbers: [String: Int]
  /// For each template, the blocks that it and the templates it inserts offer to be overridden.
  private let offers: [Set<String>]

  /// Reads `sources`; what is wrong with them is added to `problems`.
  init(_ sources: [String: SourceText], _ problems: inout [Diagnostic]) {
    var templates: [ParsedTemplate] = []
    for (name, source) in sources.sorted(by: { $0.key < $1.key }) {
      let parsed = TemplateParser.parse(name, source)
      templates.append(parsed.template)
      problems += parsed.problems
    }
    self.templates = templates
    numbers = Dictionary(uniqueKeysWithValues: templates.indices.map { (templates[$0].name, $0) })
    offers = Self.offers(of: templates, numbers)
  }

  var names: [String] { templates.map(\.name) }

  func number(of name: String) -> Int? { numbers[name] }

  func offered(by template: Int) -> Set<String> { offers[template] }

  /// Each template's own blocks, and then, until nothing is added any more, those of the templates it inserts.
  private static func offers(of templates: [ParsedTemplate], _ numbers: [String: Int]) -> [Set<String>] {
    var offers = templates.map(ownBlocks)
    let inserted = templates.map { template in
      template.insertsAny ? Array(templates.indices) : template.insertedNames.compactMap { numbers[$0] }
    }
    var isStable = false
    while !isStable {
      isStable = true
      for (template, others) in inserted.enumerated() {
        let before = offers[template].count
        for other in others { offers[template].formUnion(offers[other]) }
        if offers[template].count != before { isStable = false }
      }
    }
    return offers
  }

  /// The blocks of a template, without those that override blocks of a parent.
  private static func ownBlocks(_ template: ParsedTemplate) -> Set<String> {
    var blocks: Set<String> = []
    var containers: [TemplateToken.Kind] = []
    for token in template.tokens {
      if token.kind == .block, containers.last != .parent { blocks.insert(template.text(token.name)) }
      if token.opens { containers.append(token.kind) }
      if token.kind == .close, token.partner >= 0 { containers.removeLast() }
    }
    return blocks
  }
}

extension ParsedTemplate {
  private var insertions: [TemplateToken] {
    tokens.filter { $0.kind == .partial || $0.kind == .parent }
  }

  /// The names of the templates it inserts.
  fileprivate var insertedNames: Set<String> {
    Set(insertions.filter { !$0.isDynamic }.map { text($0.name) })
  }

  /// Whether what it inserts depends on the page.
  fileprivate var insertsAny: Bool {
    insertions.contains(where: \.isDynamic)
  }
}
