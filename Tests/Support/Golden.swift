import Foundation
package import Testing

/// Compares a text with the file `Golden/<name>` beside the test. `Tests/run golden` writes these files anew; read the
/// change before it is committed.
package func expectGolden(
  _ actual: String, _ name: String, testFile: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) {
  let path = Repository.parent(testFile) + "/Golden/" + name
  if Repository.environment("UPDATE_GOLDEN") != nil {
    write(actual, to: path, sourceLocation)
    return
  }
  guard let expected = Repository.text(path) else {
    Issue.record("\(path) is not there; 'Tests/run golden' writes it", sourceLocation: sourceLocation)
    return
  }
  if let difference = TextDifference(expected: expected, actual: actual) {
    Issue.record(
      "Golden/\(name) differs ('Tests/run golden' accepts it):\n\(difference)", sourceLocation: sourceLocation)
  }
}

/// Compares bytes with a golden file.
package func expectGolden(
  _ actual: [UInt8], _ name: String, testFile: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) {
  expectGolden(String(decoding: actual, as: UTF8.self), name, testFile: testFile, sourceLocation: sourceLocation)
}

/// Expects two texts to be equal and shows the lines that differ.
package func expectSame(
  _ actual: String, _ expected: String, _ what: @autoclosure () -> String = "The text",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  if let difference = TextDifference(expected: expected, actual: actual) {
    Issue.record("\(what()) differs:\n\(difference)", sourceLocation: sourceLocation)
  }
}

private func write(_ text: String, to path: String, _ sourceLocation: SourceLocation) {
  do {
    try FileManager.default.createDirectory(
      atPath: Repository.parent(path), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
  } catch {
    Issue.record(error, "\(path) cannot be written", sourceLocation: sourceLocation)
  }
}
