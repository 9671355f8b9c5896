import Shell
import Source

extension DockerfileRule {
  /// A script in a heredoc ends at the first command that fails.
  static let uncheckedHeredoc = DockerfileRule(
    Rule(
      "dockerfile/unchecked-heredoc", .warning, "Let a script end at the first command that fails",
      advice: "Begin it with 'set -e', or connect the commands with '&&'", fix: .unsafe)
  ) { inspection, findings in
    for script in inspection.scripts {
      let run = script.occurrence.instruction
      if let heredoc = run.heredocs.first, heredoc.body == script.script.range {
        if !script.shell.hasErrexit { check(script.script, openedAt: heredoc.token, inspection, &findings) }
      } else if !run.heredocs.isEmpty {
        for (body, token) in fedToShells(in: script.script) {
          check(Script(parsing: inspection.file.text, in: body), openedAt: token, inspection, &findings)
        }
      }
    }
  }

  private static func check(
    _ script: Script, openedAt token: SourceRange, _ inspection: Inspection, _ findings: inout Findings
  ) {
    guard let lost = LostFailure(in: script) else { return }
    let file = inspection.file
    let start = file.text.rangeInFile(SourceRange(at: start(of: script.range, in: file)))
    findings.report(
      "Heredoc without 'set -e': what fails above its last command is not noticed", at: token,
      notes: [file.remark("this may fail, and the build goes on", at: lost.range)],
      fix: inspection.surroundings.isFragment
        ? nil : Fix("Begin with 'set -e'", isSafe: false, edits: [Fix.Edit(start, "set -e\n")]))
  }

  /// The heredocs that a shell is given as its script, as in `bash <<EOF`, with what opens them.
  private static func fedToShells(in script: Script) -> [(body: SourceRange, token: SourceRange)] {
    script.heredocs.compactMap { heredoc in
      let command = script.commands[heredoc.command]
      guard let call = script.call(command), RunShell.Kind(program: call.name).readsScripts, call.operands.isEmpty,
        !call.hasFlag("e", "c")
      else { return nil }
      let redirection = script.redirections(of: command).first { $0.target.range == heredoc.delimiter.range }
      return redirection.map { (heredoc.body, $0.range) }
    }
  }

  /// Where the script begins, behind a `#!` line.
  private static func start(of body: SourceRange, in file: Dockerfile) -> Int {
    guard file[body].hasPrefix("#!") else { return body.start }
    return file[body].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? body.end
  }
}

/// The first command of a script whose failure has no effect.
private struct LostFailure {
  let range: SourceRange

  /// Nothing where the last command decides, or the script takes care itself.
  init?(in script: Script) {
    let pipelines = script.pipelines.filter { script.commands[$0.first].parent == nil }
    guard pipelines.count > 1, script.problem == nil else { return nil }
    for pipeline in pipelines where Self.setsErrexit(pipeline, in: script) { return nil }
    // `a && b` is one list, which fails where one of the two does; only the last list of a script decides.
    for (index, pipeline) in pipelines.enumerated() where index < pipelines.count - 1 {
      guard Self.mayFail(script.commands[pipeline.last], in: script), !pipeline.isNegated else { continue }
      guard let list = Self.end(ofListAt: index, in: pipelines), list < pipelines.count - 1 else { return nil }
      // `a || exit 1` is looked after; what stands behind `||` decides there.
      guard !pipelines[index...list].contains(where: { $0.connector == .or }) else { continue }
      range = pipeline.range
      return
    }
    return nil
  }

  /// The last pipeline of the list that goes on at `index`.
  private static func end(ofListAt index: Int, in pipelines: [Script.Pipeline]) -> Int? {
    pipelines[index...].firstIndex { $0.connector != .and && $0.connector != .or }
  }

  private static func setsErrexit(_ pipeline: Script.Pipeline, in script: Script) -> Bool {
    guard let call = script.call(script.commands[pipeline.first]), call.name == "set" else { return false }
    return call.hasFlag("e") || call.hasArgument("errexit")
  }

  /// Whether a command may fail in a way that matters: not one that only sets or prints something.
  private static func mayFail(_ command: Script.Command, in script: Script) -> Bool {
    guard command.kind != .function, command.connector != .background else { return false }
    guard command.kind == .simple else { return command.kind != .caseSelection }
    guard let call = script.call(command) else { return false }
    switch call.name {
    case "set", "shopt", "export", "local", "declare", "readonly", "unset", "echo", "printf", "true", ":", "umask",
      "trap",
      "exit", "return", "alias", "false":
      return false
    // `cat <<EOF >file` writes a text.
    case "cat": return !call.arguments.isEmpty
    default: return true
    }
  }
}
