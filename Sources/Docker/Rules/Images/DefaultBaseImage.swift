import Source

extension DockerfileRule {
  /// FROM names an image where nobody gives build arguments.
  static let defaultBaseImage = DockerfileRule(
    Rule(
      "dockerfile/default-base-image", .warning, "Give the arguments of FROM defaults that make the name of an image",
      advice: "Give the ARG a value above the first FROM",
      aliases: ["InvalidDefaultArgInFrom"]),
    on: .from
  ) { occurrence, inspection, findings in
    let (file, plan) = (inspection.file, inspection.plan)
    guard let base = occurrence.stage.flatMap({ file.stages[$0].base }), file[base].contains(UInt8(ascii: "$")) else {
      return
    }
    var expander = Expander(escape: file.escape)
    guard let image = try? expander.expand(file[base], in: plan.defaults), let first = image.uses.first,
      image.uses.allSatisfy({ $0.isDeclared }), (try? ImageReference(image.value)) == nil
    else { return }
    let use = image.uses.first { !$0.isSet } ?? first
    let name = image.value.isEmpty ? "no name" : "'\(image.value.excerpt)', which is none"
    findings.report("Argument '\(use.name.excerpt)' lacks a default: the name of the image is \(name)", at: use.range)
  }
}
