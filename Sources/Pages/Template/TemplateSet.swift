package import Source

/// Templates, compiled and ready to render pages.
///
/// Mustache as its public specification has it, without lambdas, with one difference: a name that the page model does
/// not have is an error instead of nothing, as are an unknown template and an unknown block. Names are resolved when
/// the set is made; rendering runs a flat list of steps and looks nothing up.
package struct TemplateSet: Sendable {
  private let program: TemplateProgram
  private let pages: [String: Page]
  private let schema: Schema

  private struct Page: Sendable {
    let entry: Int
    let form: Int
  }

  /// Compiles templates; all that is wrong with them is thrown at once.
  ///
  /// - Parameters:
  ///   - sources: The templates by name: the path in the templates folder without `.mustache`.
  ///   - pages: The templates that ``render(_:_:into:)`` is called for, with the shape of their records.
  package init(_ sources: [String: SourceText], pages: [String: Shape]) throws(TemplateProblems) {
    var problems: [Diagnostic] = []
    let library = TemplateLibrary(sources, &problems)
    var schema = Schema()
    var names: [String] = []
    var roots: [(template: Int, form: Int)] = []
    for (name, shape) in pages.sorted(by: { $0.key < $1.key }) {
      let form = schema.add(shape)
      guard let template = library.number(of: name) else {
        problems.append(Self.missing(name))
        continue
      }
      names.append(name)
      roots.append((template, form))
    }
    var compiler = TemplateCompiler(library, schema)
    let (program, entries) = compiler.compile(roots)
    problems += compiler.problems
    guard problems.isEmpty else { throw TemplateProblems(problems) }
    self.program = program
    self.schema = schema
    self.pages = Dictionary(
      uniqueKeysWithValues: zip(names, zip(entries, roots)).map { ($0, Page(entry: $1.0, form: $1.1.form)) })
  }

  /// Appends a page.
  ///
  /// - Parameters:
  ///   - name: One of the pages that the set was made for.
  ///   - record: What the page shows, of the shape that was given for it.
  package func render(_ name: String, _ record: Record, into output: inout ByteWriter) {
    guard let page = pages[name] else {
      assertionFailure("'\(name)' is no page of the templates")
      return
    }
    assert(schema.misfit(of: record, page.form) == nil, schema.misfit(of: record, page.form) ?? "")
    var renderer = TemplateRenderer(program, record)
    renderer.run(from: page.entry, into: &output)
  }

  private static func missing(_ name: String) -> Diagnostic {
    let place = Place(path: name + ".mustache", range: SourceRange(at: 0))
    return Diagnostic(TemplateRules.unknownPartial, "'\(name)' is missing: pages are made with it", at: place)
  }
}

/// Everything that is wrong with a set of templates.
package struct TemplateProblems: Error {
  /// The findings, by place.
  package let diagnostics: [Diagnostic]

  init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics.sorted { one, other in
      (one.place.path, one.place.range.start, one.message) < (other.place.path, other.place.range.start, other.message)
    }
  }
}
