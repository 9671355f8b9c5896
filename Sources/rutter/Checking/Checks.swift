import Docker
import Notes
import Pages
import Run
import Source

/// All that is checked, in one place.
enum Checks {
  /// Everything that is wrong with a site.
  static func report(
    _ site: ReadSite, _ knowledge: KnowledgeBase, _ project: Project, withDrafts: Bool
  ) throws(Failure) -> Report {
    let vanished = try project.addressManifest().map { manifest in
      AddressRules.diagnostics(manifest, knowledge.index) { (try? project.files.read($0)) ?? [] }
    }
    return Report(
      project.settingsProblems + site.problems + NoteRules.all.flatMap { $0.check(knowledge) } + (vanished ?? [])
        + site.snippets(withDrafts: withDrafts).diagnostics)
  }

  /// The rules that only run where somebody asks for them by name.
  static var optionalRules: Set<RuleID> { Set(DockerfileRules.optional) }

  /// The words of all rules, by name.
  static var rules: [Rule] {
    (NoteRules.all.map(\.rule) + SettingsRules.all + AddressRules.all + TemplateRules.all + FileRules.all
      + [SnippetRules.unexpectedSuccess] + ExternalLinkRules.all + RunRules.all
      + DockerfileRules.all)
      .sorted { $0.id < $1.id }
  }
}
