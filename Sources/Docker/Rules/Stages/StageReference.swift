import Source

/// A place where an instruction names a stage, or an image: FROM, `COPY --from`, `RUN --mount=from=…`.
struct StageReference: Sendable {
  /// What names it.
  enum Kind: Sendable {
    case base, copy, mount
  }

  /// What names it.
  let kind: Kind
  /// Where the name stands, in `Dockerfile.text`.
  let range: SourceRange
  /// The name as the builder takes it.
  let name: [UInt8]
  /// The stage in which it stands, as an index of `Dockerfile.stages`.
  let stage: Int
  /// The stage that it means; nothing where it means an image, or a stage that does not exist.
  let target: Int?
}

/// Which stages of a file name which others.
struct StageReferences: Sendable {
  /// All of them, in order.
  private(set) var all: [StageReference] = []
  private var names = StageTable()

  init(_ occurrences: [Occurrence], in file: Dockerfile) {
    for occurrence in occurrences {
      guard let stage = occurrence.stage else { continue }
      switch occurrence.instruction.keyword {
      case .from:
        if let base = file.stages[stage].base { add(.base, file[base], at: base.range, in: stage) }
        if let name = file.stages[stage].name { names.insert(file[name], stage) }
      case .copy:
        guard let value = occurrence.instruction.flag("from", in: file)?.value else { continue }
        add(.copy, file[value], at: value.range, in: stage)
      case .run:
        for flag in occurrence.instruction.flags where file[flag.name] == "mount" {
          addMount(flag, of: file, in: stage)
        }
      default: continue
      }
    }
  }

  /// Whether a stage of this name is anywhere in the file.
  func isStage(_ name: Bytes) -> Bool {
    names.stage(name, before: .max) != nil
  }

  private mutating func addMount(_ flag: Flag, of file: Dockerfile, in stage: Int) {
    guard let value = flag.value else { return }
    let isPlain = value.range.count == file[value].count
    for field in file[value].split(separator: UInt8(ascii: ",")) where field.hasPrefix("from=") {
      let name = field.dropFirst("from=".utf8.count)
      add(.mount, name, at: isPlain ? name.range : value.range, in: stage)
    }
  }

  private mutating func add(_ kind: StageReference.Kind, _ name: Bytes, at range: SourceRange, in stage: Int) {
    guard !name.isEmpty else { return }
    let named = names.stage(name, before: stage)
    let target = named ?? (kind == .base ? nil : Self.number(name).flatMap { $0 < stage ? $0 : nil })
    all.append(StageReference(kind: kind, range: range, name: Array(name), stage: stage, target: target))
  }

  private static func number(_ name: Bytes) -> Int? {
    guard name.count < 6, name.allSatisfy({ $0.isDigit }) else { return nil }
    return name.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }
}

/// Stages by their names, in any letter case.
private struct StageTable: Sendable {
  /// Stages by the fingerprints of their names; of two of one name the later counts.
  private var stages: [UInt64: Int] = [:]

  mutating func insert(_ name: Bytes, _ stage: Int) {
    stages[ContentHash(name.lowercased).value] = stage
  }

  func stage(_ name: Bytes, before stage: Int) -> Int? {
    stages[ContentHash(name.lowercased).value].flatMap { $0 < stage ? $0 : nil }
  }
}
