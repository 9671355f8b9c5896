import Markdown
import Source
import Testing

@testable import Run

@Suite struct OutputUpdateTests {
  /// A note in which each command prints what `printed` says of it.
  private func updated(_ note: String, _ printed: [String]) -> String {
    let bytes = Array(note.utf8)
    let document = Document(parsing: SourceText(path: "a.md", bytes: bytes))
    let transcript = Transcript(document.fences[0].content)
    var edits: [Fix.Edit] = []
    for (command, output) in zip(transcript.commands, printed) where !command.output.isEmpty {
      let pattern = OutputPattern(command.output.map { transcript[$0] })
      guard let difference = pattern.difference(from: Array(output.utf8)) else { continue }
      let lines = OutputPattern.lines(of: Array(output.utf8))
      guard let update = OutputUpdate(command, in: transcript, difference, lines) else { return "cannot stand" }
      edits.append(update.edit(of: bytes))
    }
    var result = bytes
    for edit in edits.reversed() {
      result.replaceSubrange(edit.range.start..<edit.range.end, with: Array(edit.text.utf8))
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A note, what its commands print, and the note afterwards.
  @Test(arguments: [
    ("```console\n$ a\nx\n```\n", ["y\n"], "```console\n$ a\ny\n```\n"),
    ("```console\n$ a\nx\nz\n```\n", ["x\ny\nz\n"], "```console\n$ a\nx\ny\nz\n```\n"),
    ("```console\n$ a\nx\ny\nz\n```\n", ["x\nz\n"], "```console\n$ a\nx\nz\n```\n"),
    ("```console\n$ a\nx\n\n$ b\ny\n```\n", ["1", "2"], "```console\n$ a\n1\n\n$ b\n2\n```\n"),
    ("```console\n$ a\nx\n```\n", ["x\ny"], "```console\n$ a\nx\ny\n```\n"),
    ("```console\n$ a\nx\n```\n", [""], "```console\n$ a\n```\n"),
    ("- a\n\n  ```console\n  $ a\n  x\n  ```\n", ["1\n\n  2"], "- a\n\n  ```console\n  $ a\n  1\n\n    2\n  ```\n"),
    ("> ```console\n> $ a\n> x\n> ```\n", ["1\n\n2"], "> ```console\n> $ a\n> 1\n>\n> 2\n> ```\n"),
    (
      "1. > ```console\n   > $ a\n   > x\n   > ```\n", ["1\n2"], "1. > ```console\n   > $ a\n   > 1\n   > 2\n   > ```\n"
    ),
    ("```console\n$ a\n…\nx\n```\n", ["1\n2"], "```console\n$ a\n…\n2\n```\n"),
    ("```console\n$ a\nx…\n```\n", ["xyz"], "```console\n$ a\nx…\n```\n"),
    ("```console\n$ a \\\n    b\nx\n```\n", ["y"], "```console\n$ a \\\n    b\ny\n```\n"),
    ("```console\n$ a\n```\n", ["y"], "```console\n$ a\n```\n"),
    ("```console\n$ a\nx\n```\n", ["$ y"], "cannot stand"),
    ("```console\n$ a\nx\n```\n", ["\u{1B}[1m"], "cannot stand"),
    ("   ```console\n   $ a\n   x\n   ```\n", ["1\n2"], "   ```console\n   $ a\n   1\n   2\n   ```\n"),
    (
      "\t- a\n\n- b\n\n\t```console\n\t$ a\n\tx\n\t```\n", ["1\n2"],
      "\t- a\n\n- b\n\n\t```console\n\t$ a\n\t1\n\t2\n\t```\n"
    ),
  ])
  func `what was printed is written into the fence, and nothing else changes`(
    note: String, printed: [String], expected: String
  ) {
    #expect(updated(note, printed) == expected)
  }

  @Test func `an updated note is as its commands print`() {
    for (expected, printed) in [
      ("a\n…\nd", "a\nb\nc"), ("a\n…\nb\n…\nc", "x"), ("…\na\nb", "b"), ("x…\n…", "y\nz"), ("a", "…"),
    ] {
      let note =
        "> - q\n>\n>   ~~~console\n>   $ a\n"
        + expected.split(separator: "\n").map { ">   \($0)\n" }.joined() + ">   ~~~\n"
      let once = updated(note, [printed])
      #expect(updated(once, [printed]) == once, "\(expected) \(printed)")
      #expect(once != note || printed == expected)
    }
  }
}

@Suite struct RunRecordTests {
  @Test func `the file has a line a snippet, in their order`() {
    let record = { (hash: String) in
      RunRecord(
        hash: hash, engine: "buildah", version: "1.28.2", date: "2026-11-26", seconds: 1.25, image: nil,
        printed: "a\n\"b\"")
    }
    var lock = RunLock(["b#1": record("2"), "a#web": record("1")])
    lock.records["a#web"]?.image = (10, 2)
    let expected = """
      {"version":1,"snippets":{
      "a#web":{"hash":"1","engine":"buildah","version":"1.28.2","date":"2026-11-26","seconds":1.3,"image":{"bytes":10,"layers":2},"printed":"a\\n\\"b\\""},
      "b#1":{"hash":"2","engine":"buildah","version":"1.28.2","date":"2026-11-26","seconds":1.3,"printed":"a\\n\\"b\\""}
      }}

      """
    #expect(String(decoding: lock.bytes, as: UTF8.self) == expected)
  }

  @Test func `of a long output the end is kept`() {
    let long = (0..<2_000).map { "line \($0)\n" }.joined()
    let kept = RunRecord.excerpt(of: Array(long.utf8))
    #expect(kept.hasPrefix("…\nline ") && kept.hasSuffix("line 1999"))
    #expect(kept.utf8.count <= RunRecord.mostPrinted + 4)
  }
}
