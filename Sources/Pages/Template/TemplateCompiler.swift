import Source

/// Compiles the pages of a library and everything they insert.
struct TemplateCompiler {
  let library: TemplateLibrary
  let schema: Schema
  var assembler = TemplateAssembler()
  /// How many more tokens may be compiled: inserting templates and blocks into each other multiplies them.
  var budget = 1 << 18
  private(set) var instances: [TemplateInstance] = []
  private var numbers: [TemplateInstance.Key: Int] = [:]
  private(set) var insertions: [TemplateInsertion] = []
  private(set) var problems: [Diagnostic] = []
  private var reported: Set<Report> = []

  private struct Report: Hashable {
    let place: Place
    let message: String
  }

  init(_ library: TemplateLibrary, _ schema: Schema) {
    self.library = library
    self.schema = schema
  }

  /// Compiles the `pages`, each a template with the form of its records, and gives the first step of each.
  mutating func compile(_ pages: [(template: Int, form: Int)]) -> (program: TemplateProgram, entries: [Int]) {
    let roots = pages.map { page in
      instance(
        TemplateInstance.Key(
          template: page.template, views: [.record(page.form)], overrides: [], margin: TemplateMargin()), nil)
    }
    var entries: [Int] = []
    while entries.count < instances.count, !isTooLarge {
      entries.append(assembler.label())
      compile(entries.count - 1)
    }
    if isTooLarge {
      reportTooLarge()
      return (TemplateProgram(), [])
    }
    reportEndless()
    return (assembler.finish(entries: entries), roots.map { entries[$0] })
  }

  /// The number of an instance, which is compiled later if it is new.
  mutating func instance(_ key: TemplateInstance.Key, _ inserted: (by: Int, at: Place)?) -> Int {
    if let number = numbers[key] { return number }
    numbers[key] = instances.count
    instances.append(TemplateInstance(key: key, inserted: inserted))
    return instances.count - 1
  }

  mutating func note(_ insertion: TemplateInsertion) {
    insertions.append(insertion)
  }

  var isTooLarge: Bool {
    budget <= 0 || assembler.program.isTooLarge
  }

  private mutating func reportTooLarge() {
    let culprit = instances.last { $0.inserted != nil } ?? instances[0]
    let template = library.templates[culprit.key.template]
    let place = culprit.inserted?.at ?? template.source.place(SourceRange(at: 0))
    problems.append(Diagnostic(TemplateRules.tooLarge, "'\(template.name)' multiplies without measure", at: place))
  }

  /// Reports a problem once, although the template may be compiled for several uses.
  mutating func report(
    _ rule: Rule, _ message: String, _ range: SourceRange, in template: Int, of instance: Int, fix: Fix? = nil
  ) {
    let place = library.templates[template].source.place(range)
    guard reported.insert(Report(place: place, message: message)).inserted else { return }
    let notes = instances[instance].inserted.map { [Remark("Inserted here", at: $0.at)] } ?? []
    problems.append(Diagnostic(rule, message, at: place, notes: notes, fix: fix))
  }

  private mutating func reportEndless() {
    for insertion in EndlessInsertions.find(in: insertions, count: instances.count) {
      let message = "'\(insertion.name)' inserts itself without end"
      guard reported.insert(Report(place: insertion.place, message: message)).inserted else { continue }
      problems.append(Diagnostic(TemplateRules.endlessPartial, message, at: insertion.place))
    }
  }
}
