import Source

extension DockerfileRule {
  /// An image has no labels but those that the project lists.
  static let unlistedLabel = DockerfileRule(
    Rule(
      "dockerfile/unlisted-label", .info, "Give images only the labels that the project lists",
      advice: "Take the label out, or list it in 'label-schema' of .hadolint.yaml",
      aliases: ["DL3050"]),
    on: .label
  ) { occurrence, inspection, findings in
    let settings = inspection.surroundings.settings
    guard settings.allowsOnlyThoseLabels, case .pairs(let pairs) = occurrence.instruction.arguments else { return }
    for pair in pairs {
      guard let name = inspection.literal(pair.name),
        !settings.labels.contains(where: { name.elementsEqual($0.name) })
      else { continue }
      let meant = Suggestion.nearest(to: name.string, among: settings.labels.map { $0.name[...].string })
      findings.report(
        "Label '\(name.string)' is not in the project's list" + (meant.map { ", did you mean '\($0)'?" } ?? ""),
        at: pair.name.range)
    }
  }
}
