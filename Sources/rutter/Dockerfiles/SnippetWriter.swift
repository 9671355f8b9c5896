import Docker
import Markdown
import Notes
import Pages
import Run
import Source

/// Writes the code blocks of notes, with places for links in those that are understood.
enum SnippetWriter {
  /// What understood code is written in.
  static let terms: [CodeTerm] = Term.all.map { term in
    CodeTerm(
      names: term.names, explanation: term.explanation, domain: "docker", owner: term.owner, rule: term.rule)
  }

  /// Writes a block.
  static func write(
    _ info: FenceInfo, _ code: ArraySlice<UInt8>, _ html: inout ByteWriter, _ holes: inout [Body.Hole]
  ) {
    let runs = info.words.contains("run")
    guard !runs || !info.words.contains("setup") else { return }
    let code = runs ? HiddenLines.removed(code) : code
    CodeFigure.write(
      info, code, linking: info.isDockerfile ? terms(in: code) : [], runs: runs, to: &html, leaving: &holes)
  }

  /// The terms of a Dockerfile, each where it comes first: a link a line would be in the reader's way.
  private static func terms(in code: ArraySlice<UInt8>) -> [TermPlace] {
    let source = SourceText(path: "", bytes: Array(code)).withoutEllipses
    var isKnown = [Bool](repeating: false, count: terms.count)
    return Dockerfile(parsing: source, isFragment: true).terms.compactMap { use in
      // A word that is broken at the end of a line is no link.
      guard !isKnown[use.term], !source.bytes(use.range).contains(UInt8(ascii: "\n")) else { return nil }
      isKnown[use.term] = true
      return TermPlace(use.term, at: use.range)
    }
  }
}

extension FenceInfo {
  /// Whether it stands above a Dockerfile, or a part of one.
  var isDockerfile: Bool {
    switch language {
    case "dockerfile", "docker", "containerfile", "buildkit": true
    default: false
    }
  }
}

extension SourceText {
  /// The same with lines of three dots, which stand for what is left out, made comments.
  var withoutEllipses: SourceText {
    var ellipses: [SourceRange] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let dots = line.trimmed
      if dots == "..." || dots == "…" || dots == "[...]" { ellipses.append(dots.range) }
    }
    return overwriting(ellipses, with: UInt8(ascii: "#"))
  }
}
