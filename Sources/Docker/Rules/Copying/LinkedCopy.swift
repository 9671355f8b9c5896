import Source

extension DockerfileRule {
  /// A copy that depends on nothing below it is linked.
  static let linkedCopy = DockerfileRule(
    Rule(
      "dockerfile/linked-copy", .info, "Link copies that do not depend on what lies below",
      advice: "Add --link: the layer stays in the cache when the base image or an earlier step changes", fix: .unsafe)
  ) { inspection, findings in
    let (file, shipped) = (inspection.file, inspection.shipped)
    guard shipped.isApplication, file.stages.count > 1 else { return }
    let copies = inspection.occurrences.filter { shipped.includes($0) && isSafe($0.instruction, inspection) }
    // One hint a file is enough: who takes it knows what to do with the others.
    guard let first = copies.first?.instruction, let from = first.flag("from", in: file) else { return }
    let others = copies.count > 1 ? ", as \(copies.count - 1) more" : ""
    findings.report(
      "COPY without --link, though it is the same on any base\(others)", at: first.keywordRange,
      fix: file.replacing(SourceRange(at: from.range.start), with: "--link ", "Link it", isSafe: false))
  }

  /// Whether a linked copy gives the same files: it takes from a stage, to a path of its own.
  private static func isSafe(_ instruction: Instruction, _ inspection: Inspection) -> Bool {
    let file = inspection.file
    guard instruction.keyword == .copy, instruction.flags.count == 1, instruction.flag("from", in: file) != nil,
      case .words(let words, _) = instruction.arguments, let target = words.last
    else { return false }
    return isOwn(file[target])
  }

  /// Whether a path lies in no folder that base images have, of which some are symbolic links: `/bin`, `/lib`, `/var/run`.
  /// A linked copy would put a folder in the place of the link.
  private static func isOwn(_ path: Bytes) -> Bool {
    guard path.first == UInt8(ascii: "/"), !path.contains(UInt8(ascii: "$")), !path.contains("..") else { return false }
    switch path.dropFirst().prefix(while: { $0 != UInt8(ascii: "/") }) {
    case "app", "srv", "opt", "data", "workspace", "src", "application", "service", "code": return true
    default: return false
    }
  }
}
