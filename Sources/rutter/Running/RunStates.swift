import Markdown
import Pages
import Run
import Source

extension [Fence] {
  /// When the code blocks of a page were run, by their places.
  func runStates(onPage page: String, _ lock: RunLock) -> [Int: RunState] {
    guard !lock.records.isEmpty, contains(where: { $0.info.words.contains("run") }) else { return [:] }
    let plan = RunPlan(pageSnippets, page: page)
    var states: [Int: RunState] = [:]
    for step in plan.steps {
      guard let record = lock.records[plan.name(of: step)] else { continue }
      states[step.place] = RunState(record, isCurrent: record.hash == step.hash)
    }
    return states
  }
}

extension RunState {
  fileprivate init(_ record: RunRecord, isCurrent: Bool) {
    var facts: [String] = []
    if let image = record.image {
      facts.append("Image of \(RunReport.number(Double(image.bytes) / 1e6, places: 1)) MB")
      facts.append(HumanReport.counted(image.layers, "layer"))
    }
    facts.append("\(RunReport.number(record.seconds, places: 1)) seconds")
    self.init(
      isCurrent: isCurrent, engine: "\(record.engine) \(record.version)", date: record.date,
      facts: facts.joined(separator: ", "), printed: record.printed)
  }
}
