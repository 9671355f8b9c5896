import Shell
import Source
import TestSupport
import Testing

/// Pieces of which scripts that are nearly right are made.
private let pieces = [
  "a", " ", "b ", "\n", ";", ";;", "&", "&&", "||", "|", "(", ")", "((", "))", "{ ", "}", "{", "$(", "$((", "${",
  "${x:-", "$x",
  "'", "\"", "`", "\\", "\\\n", "<<A\n", "\nA\n", "<<", ">", "2>&1", "<(", "if ", " then ", " fi", " else ", " elif ",
  "for x in ",
  " do ", " done", "while ", "case x in ", " esac", "[[ ", " ]]", "x=", "x=(", "f() ", "function ", "!", "! ", "*",
  "[a]", "@(",
  "{a,", ",", "..", "#", "=~ ", "time ", "coproc ", "é", "\0", "\r\n",
]

/// Expects every range of a script to lie in what it belongs to.
private func expectInOrder(_ script: Script, _ comment: Comment) {
  func holds(_ outer: SourceRange, _ inner: SourceRange) -> Bool {
    outer.start <= inner.start && inner.end <= outer.end
  }
  var last = 0
  for (index, command) in script.commands.enumerated() {
    #expect(holds(script.range, command.range), comment)
    #expect(!command.range.isEmpty, comment)
    #expect(last <= command.range.start, comment)
    last = command.range.start
    #expect(index < command.end && command.end <= script.commands.count, comment)
    #expect(command.parent ?? -1 < index, comment)
    #expect(script.pipelines.indices.contains(command.pipeline), comment)
    for word in script.words(of: command) where script.problem == nil {
      #expect(holds(command.range, word.range), comment)
    }
  }
  for word in script.words {
    #expect(holds(script.range, word.range), comment)
    #expect(script[word].count <= word.range.count, comment)
    for (index, part) in zip(script.parts(of: word).indices, script.parts(of: word)) {
      #expect(holds(word.range, part.range), comment)
      #expect(index < part.end && part.end <= script.parts(of: word).endIndex, comment)
    }
  }
  for pipeline in script.pipelines { #expect(pipeline.count > 0 && pipeline.first <= pipeline.last, comment) }
  if let problem = script.problem { #expect(holds(script.range, problem.range), comment) }
}

@Suite struct PropertyTests {
  @Test func `ranges lie in the text and in order`() {
    for var random in Random.series(3000) {
      let text = random.text(of: pieces, upTo: 30)
      expectInOrder(
        Script(parsing: SourceText(path: "run.sh", bytes: Array(text.utf8))), "seed \(random.seed): \(text)")
    }
  }

  @Test func `any bytes are read`() {
    for var random in Random.series(500) {
      let bytes = random.bytes(upTo: 200)
      expectInOrder(Script(parsing: SourceText(path: "run.sh", bytes: bytes)), "seed \(random.seed)")
    }
  }

  @Test func `a part of a text is read as if it stood alone`() {
    for var random in Random.series(500) {
      let text = Array(random.text(of: pieces, upTo: 20).utf8)
      let around = Array("x ' $( \"".utf8) + text + Array(" ) ' \" A\n".utf8)
      let alone = Script(parsing: SourceText(path: "run.sh", bytes: text))
      let within = Script(parsing: SourceText(path: "run.sh", bytes: around), in: SourceRange(8, 8 + text.count))
      let comment: Comment = "seed \(random.seed)"
      #expect(alone.commands.map { $0.range.shifted(by: 8) } == within.commands.map(\.range), comment)
      #expect(alone.words.map { alone[$0] } == within.words.map { within[$0] }, comment)
      #expect(alone.problem?.message == within.problem?.message, comment)
    }
  }

  @Test(arguments: [
    "(", "((", "$(", "$((", "\"", "'", "{", "{ ", "<<a", "<<a\n", "`", "\\", "${", "${x:-", "$((# (\n a) )", "[", "[[ ",
    "a=(",
    "@(", "if ", "case x in ", "a;", "a|", "a&&", "! ", "{a,", ">", "<(", "\"$(", "$(<<a\n", "f() ", "#", "a[", "time ",
  ])
  func `a quarter of a million of anything takes no time`(piece: String) {
    let bytes = Array(String(repeating: piece, count: (1 << 18) / piece.utf8.count).utf8)
    let clock = ContinuousClock()
    let time = clock.measure { _ = Script(parsing: SourceText(path: "run.sh", bytes: bytes)) }
    // Quadratic time would be minutes; a debug build on a busy machine is allowed some seconds.
    #expect(time < .seconds(20))
  }
}
