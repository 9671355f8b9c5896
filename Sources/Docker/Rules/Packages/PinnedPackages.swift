import Shell
import Source

extension DockerfileRule {
  /// A rule that asks for a version of each package that a manager installs.
  ///
  /// - Parameter isExempt: Whether an install says its versions in another way.
  static func pinned(
    _ rule: Rule, _ managers: PackageManager...,
    unless isExempt: @escaping @Sendable (PackageCall) -> Bool = { _ in false }
  ) -> DockerfileRule {
    DockerfileRule(rule) { inspection, findings in
      let managers = managers.filter { inspection.mayCall($0) }
      guard !managers.isEmpty else { return }
      for script in inspection.scripts {
        for call in script.calls {
          for manager in managers {
            guard let install = PackageCall(call, of: manager), install.does(manager.installs), !isExempt(install)
            else { continue }
            let mark = install.isAbout("module") ? ":" : manager.versionMark
            findings.report(install.unpinned(of: manager, script, inspection), mark: mark)
          }
        }
      }
    }
  }
}

/// A package that is installed in whatever version there is.
struct UnpinnedPackage {
  /// What it is called, with `@latest` where that is written.
  let name: Bytes
  /// The word that names it.
  let word: Script.Word

  /// Whether it is asked for in whatever version is the latest.
  var isLatest: Bool { name.hasSuffix(among: "@latest", "@upgrade", "@patch", "@none") }
  /// Whether it is a repository, of which whatever is there is taken.
  var isRepository: Bool { name.contains("://") || name.hasPrefix("git") && name.contains(UInt8(ascii: ":")) }
}

extension PackageCall {
  /// The packages that are installed without a version. What only a variable names counts where its value is known.
  func unpinned(of manager: PackageManager, _ script: RunScript, _ inspection: Inspection) -> [UnpinnedPackage] {
    var packages: [UnpinnedPackage] = []
    for word in operands where !manager.isPinned(call[word], self) {
      let names = word.isLiteral ? [call[word]] : inspection.values(of: word, in: script)
      for name in names where !manager.isPinned(name, self) {
        packages.append(UnpinnedPackage(name: name, word: word))
      }
    }
    return packages
  }
}

extension Findings {
  /// Reports the packages of one install, where there are any, at the first of them.
  mutating func report(_ packages: [UnpinnedPackage], mark: StaticString) {
    guard let first = packages.first else { return }
    let name = "'\(first.name.string)'"
    let message =
      switch packages.count {
      case 1 where first.isRepository: "Repository \(name) without a commit, tag or branch"
      case 1 where first.isLatest: "Package \(name) is another one tomorrow"
      case 1: "Package \(name) without a version, as in '\(first.name.string)\(mark)…'"
      case 2: "Packages \(name) and '\(packages[1].name.string)' without versions"
      default: "Packages \(name), '\(packages[1].name.string)' and \(packages.count - 2) more without versions"
      }
    report(message, at: first.word.range)
  }
}
