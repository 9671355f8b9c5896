import Source

/// Something that holds from an instruction on: in its stage, and in those that are built on it.
struct Inherited<Value: Sendable>: Sendable {
  private var values: [Value]
  private let bases: [Int?]

  /// Nothing but `value` anywhere. The last place is that of what stands before the first FROM.
  init(_ value: Value, in inspection: Inspection) {
    bases = inspection.graph.bases
    values = [Value](repeating: value, count: bases.count + 1)
  }

  /// What holds where an instruction stands.
  subscript(occurrence: Occurrence) -> Value {
    get { values[occurrence.stage ?? bases.count] }
    set { values[occurrence.stage ?? bases.count] = newValue }
  }

  /// Takes over what holds at the end of the stage that a FROM names.
  mutating func inherit(_ occurrence: Occurrence) {
    guard occurrence.instruction.keyword == .from, let stage = occurrence.stage, let base = bases[stage] else { return }
    values[stage] = values[base]
  }
}
