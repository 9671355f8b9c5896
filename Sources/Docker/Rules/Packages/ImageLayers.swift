import Source

extension Inspection {
  /// Whether what an instruction writes is in the image that the file is for. From stages that it is not built on only
  /// what is copied leaves the build. Behind ONBUILD that is decided by the stages that are built on this one.
  func isInImage(_ occurrence: Occurrence) -> Bool {
    occurrence.stage.map { shipped.stages[$0] } ?? true
  }

  /// Goes through the instructions in order, with the scripts of those that have one.
  func eachScript(_ body: (RunScript?, Occurrence) -> Void) {
    for occurrence in occurrences { body(script(of: occurrence), occurrence) }
  }
}
