import Shell
import Source
import Testing

@Suite struct ScriptTests {
  @Test func `a script keeps its text`() {
    #expect(Script(source: SourceText(path: "run.sh", bytes: [])).source.bytes.isEmpty)
  }
}
