import Source
import Testing

@testable import Run

@Suite struct TranscriptTests {
  private func read(_ text: String) -> Transcript {
    Transcript(SourceText(path: "page.md", bytes: Array(text.utf8)))
  }

  /// A session, its commands, and what is expected of each.
  @Test(arguments: [
    ("$ ls\na\nb\n", ["ls"], [["a", "b"]]),
    ("$ ls\n\n$ pwd\n/\n\n", ["ls", "pwd"], [[], ["/"]]),
    ("$ echo a \\\n    b\na b\n", ["echo a \\\n    b"], [["a b"]]),
    ("$ echo a \\\\\nx\n", ["echo a \\\\"], [["x"]]),
    ("$ for i in 1 2\n> do echo $i\n> done\n1\n2\n", ["for i in 1 2\ndo echo $i\ndone"], [["1", "2"]]),
    ("$ cat <<EOF\nhi\n$ no\nEOF\nhi\n", ["cat <<EOF\nhi\n$ no\nEOF"], [["hi"]]),
    ("$ cat <<-'A B'\n\thi\n\tA B\nhi\n", ["cat <<-'A B'\n\thi\n\tA B"], [["hi"]]),
    ("$ cat <<EOF\nnever ended\n", ["cat <<EOF\nnever ended"], [[]]),
    ("$ true\n> out\n", ["true\nout"], [[]]),
    ("$ curl x\nout\n> in\n", ["curl x"], [["out", "> in"]]),
    ("$\nx", [""], [["x"]]),
    ("", [], []),
  ])
  func `commands and their output are told apart`(text: String, commands: [String], output: [[String]]) {
    let transcript = read(text)
    #expect(transcript.commands.map { $0.text[...].string } == commands)
    #expect(transcript.commands.map { $0.output.map { transcript[$0].string } } == output)
  }

  @Test func `what stands above the first command belongs to none`() {
    let transcript = read("# as root\n\n$ ls\n")
    #expect(transcript.strayLines.map { transcript[$0].string } == ["# as root"])
  }

  @Test func `a hidden line is a command whose output does not count`() {
    let transcript = read("#- cd /tmp\n$ pwd\n/tmp\n")
    #expect(transcript.commands.map(\.isHidden) == [true, false])
    #expect(transcript.commands[0].text == Array("cd /tmp".utf8))
    #expect(transcript.commands[1].output.count == 1)
  }

  @Test(arguments: [
    ("a\n#- b\nc\n", "a\nb\nc\n", "a\nc\n"), ("#- b", "b", ""), ("#-b\n", "#-b\n", "#-b\n"),
    ("x #- y\n", "x #- y\n", "x #- y\n"),
    ("#-\nz", "\nz", "z"),
  ])
  func `hidden lines run and are not shown`(code: String, revealed: String, shown: String) {
    #expect(HiddenLines.revealed(Array(code.utf8))[...].string == revealed)
    #expect(HiddenLines.removed(Array(code.utf8)[...]).string == shown)
  }

  @Test func `a hostile session is read at once`() {
    for line in ["$ \\\n", "$ cat <<A\n", "$ '\n", "> \n", "#- \n", "$ <<\n"] {
      let text = String(repeating: line, count: (1 << 16) / line.utf8.count)
      let clock = ContinuousClock()
      #expect(clock.measure { _ = read(text).commands.count } < .seconds(4), "\(line)")
    }
  }
}
