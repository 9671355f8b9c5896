import Shell
import Source

extension DockerfileRule {
  /// apt-get installs what it is asked for.
  static let aptNoRecommends = DockerfileRule(
    Rule(
      "dockerfile/apt-no-recommends", .info, "Install no packages that others only recommend",
      advice: "Add '--no-install-recommends', and name what is missing then",
      aliases: ["DL3015"], fix: .unsafe)
  ) { inspection, findings in
    guard inspection.mayCall(.apt) else { return }
    var isOff = Inherited(false, in: inspection)
    inspection.eachScript { script, occurrence in
      guard let script else { return isOff.inherit(occurrence) }
      for call in script.calls {
        if call.writesThatRecommendsAreOff { isOff[occurrence] = true }
        guard !isOff[occurrence], let call = PackageCall(call, of: .apt), call.does(["install"]),
          let command = call.command, !call.hasFlag("no-install-recommends"), !call.isToldSo
        else { continue }
        let written = inspection.file[command.range].string
        findings.report(
          "'\(call.title)' without '--no-install-recommends' brings more than it names", at: command.range,
          fix: inspection.file.replacing(
            command.range, with: written + " --no-install-recommends", "Add '--no-install-recommends'", isSafe: false))
      }
    }
  }
}

extension Call {
  /// Whether it prints the setting, which surely goes to a file of apt.
  fileprivate var writesThatRecommendsAreOff: Bool {
    (name == "echo" || name == "printf") && arguments.contains { self[$0].turnsOffRecommends }
  }
}

extension PackageCall {
  /// Whether an option says so: `-o APT::Install-Recommends=false`.
  fileprivate var isToldSo: Bool {
    flags.contains { flag in
      (flag.name == "o" || flag.name == "option") && flag.value.map { $0.turnsOffRecommends } ?? false
    }
  }
}

extension Bytes {
  /// Whether it sets `APT::Install-Recommends` to a value that means no, in whichever way settings are written.
  fileprivate var turnsOffRecommends: Bool {
    let setting = lowercased[...]
    guard let key = setting.firstRange(of: "install-recommends") else { return false }
    return setting[key.upperBound...].drop { !$0.isLetter && !$0.isDigit }
      .hasPrefix(among: "0", "false", "no", "off", "without", "disable")
  }
}
