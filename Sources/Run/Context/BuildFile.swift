import Docker
import Source

/// The Dockerfile that an engine gets for a snippet.
///
/// Names of images that other snippets built are replaced by what the engine calls them, hidden lines are shown, a
/// `# syntax=` is left out (it would be fetched), and for an engine that lacks heredocs their texts are put elsewhere.
package struct BuildFile: Sendable {
  /// Its bytes.
  package let bytes: [UInt8]
  /// Files that it needs beside those of the page.
  package let files: [ContextFile]
  /// The images from outside that it starts from or copies from, by what the engine calls them.
  package let bases: [String]

  /// Where texts of heredocs are put, below the context.
  static let heredocFolder = ".rutter-heredocs"

  /// Makes it of a snippet's code.
  ///
  /// - Parameters:
  ///   - arguments: The build arguments, as `K=V`.
  ///   - names: What the engine calls the images at hand.
  package init(_ code: [UInt8], arguments: [String] = [], target: String? = nil, names: ImageNames, hasHeredocs: Bool) {
    let source = SourceText(path: "", bytes: HiddenLines.revealed(code))
    var options = BuildOptions()
    options.arguments = arguments.compactMap(Self.argument)
    options.target = target.map { Array($0.utf8)[...] }
    let plan = BuildPlan(of: Dockerfile(parsing: source), with: options)
    var writer = BuildFileWriter(plan, names)
    writer.write(loweringHeredocs: !hasHeredocs)
    bytes = writer.output
    files = writer.files
    bases = writer.bases
  }

  private static func argument(_ text: String) -> BuildArgument? {
    guard let sign = text.utf8.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    return BuildArgument(Array(text.utf8[..<sign])[...], Array(text.utf8[sign...].dropFirst())[...])
  }
}

/// Writes a Dockerfile again, with other words here and there.
private struct BuildFileWriter {
  private let plan: BuildPlan
  private let names: ImageNames
  private var edits: [(range: SourceRange, text: [UInt8])] = []
  var files: [ContextFile] = []
  var bases: [String] = []
  var output: [UInt8] = []

  private var file: Dockerfile { plan.file }

  init(_ plan: BuildPlan, _ names: ImageNames) {
    self.plan = plan
    self.names = names
  }

  mutating func write(loweringHeredocs: Bool) {
    for stage in plan.stages {
      guard case .image(let image) = stage.base, let word = file.stages[stage.index].base else { continue }
      // With a variable in it, the name is not what is written.
      let written = file[word]
      let name = written.contains(UInt8(ascii: "$")) ? image.normalized[...] : written
      rename(name.string, at: word.range, isNeeded: stage.isNeeded)
    }
    for step in plan.steps {
      let instruction = plan.instruction(of: step)
      if case .image(let name) = step.origin, let flag = instruction.flag("from", in: file)?.value {
        rename(name.string, at: flag.range, isNeeded: true)
      }
      if loweringHeredocs, !instruction.heredocs.isEmpty { lower(instruction, step) }
    }
    apply()
  }

  /// Writes what the engine calls an image in the place of its name.
  private mutating func rename(_ name: String, at range: SourceRange, isNeeded: Bool) {
    guard !ImageReference.isScratch(Array(name.utf8)[...]) else { return }
    let local = names[name]
    if let local { edits.append((range, Array(local.utf8))) }
    let base = local ?? name
    if isNeeded, !bases.contains(base) { bases.append(base) }
  }

  private mutating func apply() {
    for directive in file.directives where directive.key != .syntax {
      output += file.source.bytes(directive.range) + [UInt8(ascii: "\n")]
    }
    var position = 0
    for edit in edits.sorted(by: { $0.range.start < $1.range.start }) where edit.range.start >= position {
      output += file.text.bytes[position..<edit.range.start] + edit.text
      position = edit.range.end
    }
    output += file.text.bytes[position...]
  }

  // MARK: Heredocs

  private mutating func lower(_ instruction: Instruction, _ step: BuildStep) {
    switch instruction.keyword {
    case .run: lowerCommand(instruction, step)
    case .copy, .add: lowerFiles(instruction, step)
    default: break
    }
  }

  /// The texts become files of the context.
  private mutating func lowerFiles(_ instruction: Instruction, _ step: BuildStep) {
    for heredoc in instruction.heredocs {
      let folder = "\(BuildFile.heredocFolder)/\(files.count)"
      let expanded = step.words.first { $0.word.range == heredoc.body }?.value ?? file[heredoc.body]
      let body = heredoc.stripsTabs ? expanded.withoutLeadingTabs : expanded
      let path = "\(folder)/\(file[heredoc.name].string)"
      files.append(ContextFile(path: path, bytes: Array(body)))
      edits.append((heredoc.token, Array(path.utf8)))
      edits.append((heredoc.range, []))
    }
  }

  /// The line becomes one in exec form, which can hold a text of many lines.
  private mutating func lowerCommand(_ instruction: Instruction, _ step: BuildStep) {
    guard case .command(.shell(let range)) = instruction.arguments, let first = instruction.heredocs.first,
      let last = instruction.heredocs.last
    else { return }
    var text = file[range]
    if instruction.heredocs.count == 1, first.token == range {
      text = file[first.body]
      if first.stripsTabs { text = text.withoutLeadingTabs }
    } else {
      for heredoc in instruction.heredocs {
        text = text + [UInt8(ascii: "\n")] + file[heredoc.body] + file[heredoc.name]
      }
    }
    let shell = step.state.effectiveShell.map(\.string)
    let words = text.hasPrefix("#!") ? ["/bin/sh", "-c", Self.script, "sh", text.string] : shell + [text.string]
    edits.append((range, Self.json(words)))
    edits.append((SourceRange(first.range.start, last.range.end), []))
  }

  /// Runs its argument as a program of its own.
  private static let script =
    #"f=$(mktemp) && printf %s "$1" >"$f" && chmod 700 "$f" || exit 126; "$f"; c=$?; rm -f "$f"; exit $c"#

  private static func json(_ words: [String]) -> [UInt8] {
    var json = JSONWriter()
    json.array { json in
      for word in words { json.string(word) }
    }
    return json.finish()
  }
}

extension Bytes {
  /// The text without the tabs that its lines begin with.
  fileprivate var withoutLeadingTabs: Bytes {
    var isAtStart = true
    return filter { byte in
      defer { isAtStart = byte == UInt8(ascii: "\n") || isAtStart && byte == UInt8(ascii: "\t") }
      return !(isAtStart && byte == UInt8(ascii: "\t"))
    }[...]
  }
}
