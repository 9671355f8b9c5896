import Source

extension DockerfileRule {
  /// A linked copy keeps the modes of its files.
  static let linkWithChmod = DockerfileRule(
    Rule(
      "dockerfile/link-with-chmod", .info, "Link a copy, or set the mode of its files",
      advice: "Take one of the two away, or set the mode of the files before they are copied"),
    on: .copy, .add
  ) { occurrence, inspection, findings in
    let file = inspection.file
    guard let link = occurrence.instruction.flag("link", in: file),
      occurrence.instruction.flag("chmod", in: file)?.value != nil
    else { return }
    if let value = link.value, !file[value].equalsIgnoringCase("true") { return }
    findings.report("--link without effect beside --chmod: the files are copied as usual", at: link.range)
  }
}
