import Source

/// Reads a template: pairs the tags, takes out the lines that only hold a tag, cuts the text into lines.
struct TemplateParser {
  private let name: String
  private let source: SourceText
  private var tags: [TemplateToken]
  private var problems: [Diagnostic]
  /// For each tag, the index of the innermost tag around it; -1 for none.
  private var around: [Int] = []

  /// The template called `name` and what is wrong with it.
  static func parse(_ name: String, _ source: SourceText) -> (template: ParsedTemplate, problems: [Diagnostic]) {
    let (tags, problems) = TagScanner.scan(source)
    var parser = TemplateParser(name: name, source: source, tags: tags, problems: problems)
    parser.pairTags()
    parser.checkParents()
    var layout = TemplateLayout(bytes: source.bytes, tags: parser.tags, around: parser.around)
    let template = ParsedTemplate(
      name: name, source: source, tokens: layout.tokens(), isSound: parser.problems.isEmpty)
    return (template, parser.problems)
  }

  private init(name: String, source: SourceText, tags: [TemplateToken], problems: [Diagnostic]) {
    self.name = name
    self.source = source
    self.tags = tags
    self.problems = problems
  }

  /// Connects each opening tag with the one that closes it.
  private mutating func pairTags() {
    var opened: [Int] = []
    var nameCounts: [String: Int] = [:]
    for index in tags.indices {
      let isClose = tags[index].kind == .close
      if isClose { close(index, &opened, &nameCounts) }
      around.append(opened.last ?? -1)
      if tags[index].opens {
        opened.append(index)
        nameCounts[label(index), default: 0] += 1
      }
    }
    for index in opened { unclosed(index) }
  }

  private mutating func close(_ index: Int, _ opened: inout [Int], _ nameCounts: inout [String: Int]) {
    let name = label(index)
    guard nameCounts[name, default: 0] > 0 else {
      strayClose(index, opened.last)
      return
    }
    while let last = opened.popLast() {
      let lastName = label(last)
      nameCounts[lastName, default: 1] -= 1
      if lastName == name {
        tags[last].partner = index
        tags[index].partner = last
        return
      }
      unclosed(last)
    }
  }

  private mutating func strayClose(_ index: Int, _ last: Int?) {
    let place = source.place(tags[index].range)
    guard let last else {
      add("'\(written(index))' closes nothing", place)
      return
    }
    let remark = Remark("'\(written(last))' is opened here", at: source.place(tags[last].range))
    add("'\(written(index))' does not close '\(written(last))'", place, [remark])
  }

  private mutating func unclosed(_ index: Int) {
    add("'\(written(index))' is not closed", source.place(tags[index].range))
  }

  private mutating func add(_ message: String, _ place: Place, _ notes: [Remark] = []) {
    problems.append(Diagnostic(TemplateRules.unbalancedSection, message, at: place, notes: notes))
  }

  /// A parent holds blocks; text between them has no effect, so tags there are mistakes.
  private mutating func checkParents() {
    for (index, tag) in tags.enumerated() where around[index] >= 0 && tags[around[index]].kind == .parent {
      switch tag.kind {
      case .block, .comment, .delimiters, .close, .text, .line: continue
      default:
        let message = "'\(written(index))' directly inside '\(written(around[index]))' has no effect, only blocks have"
        problems.append(Diagnostic(TemplateRules.syntax, message, at: source.place(tag.range)))
      }
    }
  }

  /// What a closing tag repeats of its opening tag.
  private func label(_ index: Int) -> String {
    (tags[index].isDynamic ? "*" : "") + text(tags[index].name)
  }

  private func written(_ index: Int) -> String {
    text(tags[index].range)
  }

  private func text(_ range: SourceRange) -> String {
    String(decoding: source.bytes[range.start..<range.end], as: UTF8.self)
  }
}
