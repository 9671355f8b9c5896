import Docker
import Source

/// Whatever is read, what the builder reads is what the file has there, and instructions stand in order.
func dockerfileKeepsItsText(_ bytes: [UInt8]) {
  let source = SourceText(path: "Dockerfile", bytes: bytes)
  let file = Dockerfile(parsing: source)
  for index in file.text.bytes.indices {
    let place = file.text.rangeInFile(SourceRange(index, index + 1))
    hold(source.bytes(place) == file.text.bytes[index...index], "byte \(index) of the text is at \(place.words)")
  }
  var last = 0
  for instruction in file.instructions {
    hold(last <= instruction.range.start, "an instruction at \(instruction.range.words) before \(last)")
    hold(instruction.range.holds(instruction.argumentsRange), "arguments at \(instruction.argumentsRange.words)")
    last = instruction.range.end
  }
  hold(last <= file.text.bytes.count, "an instruction ends at \(last)")
}

/// Whatever is checked, findings and their fixes stand in the file.
func dockerfileFindingsLieInTheFile(_ bytes: [UInt8]) {
  let whole = SourceRange(0, bytes.count)
  var surroundings = Surroundings()
  surroundings.isFragment = bytes.count % 2 == 0
  for finding in DockerfileRules.check(SourceText(path: "Dockerfile", bytes: bytes), in: surroundings) {
    let name = finding.rule.id.name
    hold(whole.holds(finding.place.range), "\(name) at \(finding.place.range.words)")
    hold(finding.notes.allSatisfy { whole.holds($0.place.range) }, "a note of \(name)")
    var last = 0
    for edit in finding.fix?.edits ?? [] {
      hold(last <= edit.range.start && whole.holds(edit.range), "an edit of \(name) at \(edit.range.words)")
      last = edit.range.end
    }
  }
}
