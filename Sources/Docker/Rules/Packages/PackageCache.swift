import Shell
import Source

/// What a package manager leaves in the file system for its next call.
struct PackageCache: Sendable {
  /// The manager.
  let manager: PackageManager
  /// Whether a path, or what is below it, is all of the cache.
  let isCovered: @Sendable (Bytes) -> Bool
  /// Whether a call leaves something there.
  let isFilled: @Sendable (PackageCall) -> Bool
  /// Whether a call takes away what another left.
  let isEmptied: @Sendable (_ by: PackageCall, _ filledBy: PackageCall) -> Bool

  /// The calls of a script that leave something which nothing behind them takes away.
  func leftovers(of calls: [Call]) -> [PackageCall] {
    var leftovers: [PackageCall] = []
    for call in calls {
      if let managed = PackageCall(call, of: manager) {
        if isFilled(managed) {
          leftovers.append(managed)
        } else if let last = leftovers.last, isEmptied(managed, last) {
          leftovers = []
        }
      } else if !leftovers.isEmpty, call.removes(where: isCovered) {
        leftovers = []
      }
    }
    return leftovers
  }
}

extension PackageCache {
  /// Whether a mount of a cache or of memory lies over it, so that no layer keeps it.
  func isMounted(_ instruction: Instruction, in file: Dockerfile) -> Bool {
    instruction.flags.contains { flag in
      guard file[flag.name] == "mount", let value = flag.value, let options = try? MountOption.read(file[value]),
        let mount = try? Mount(options)
      else { return false }
      return (mount.kind == .cache || mount.kind == .tmpfs) && isCovered(mount.target)
    }
  }
}

extension DockerfileRule {
  /// A rule that asks for a cache to be emptied in the RUN that fills it, where the layer ends up in the image.
  static func cleaned(
    _ rule: Rule, _ cache: PackageCache, unless isExempt: @escaping @Sendable (PackageCall) -> Bool = { _ in false },
    message: @escaping @Sendable (PackageCall) -> String
  ) -> DockerfileRule {
    DockerfileRule(rule) { inspection, findings in
      guard inspection.mayCall(cache.manager) else { return }
      for script in inspection.scripts {
        guard let call = cache.leftovers(of: script.calls).last, !isExempt(call),
          inspection.isInImage(script.occurrence),
          !cache.isMounted(script.occurrence.instruction, in: inspection.file)
        else { continue }
        findings.report(message(call), at: call.place)
      }
    }
  }
}

extension Call {
  /// Whether it removes a path for which `condition` is true.
  func removes(where condition: (Bytes) -> Bool) -> Bool {
    guard name == "rm" || name == "find" && (hasArgument("-delete") || hasArgument("rm")) else { return false }
    return arguments.contains { condition(self[$0]) }
  }
}

extension Bytes {
  /// Whether this path is a folder, one that it lies in, or something within it. Globs may stand in it.
  func covers(_ folder: StaticString) -> Bool {
    var path = self
    while path.count > 1, path.last == UInt8(ascii: "/") { path.removeLast() }
    let special = path.firstIndex { "*?[{$".utf8.contains($0) }
    let literal = path[..<(special ?? path.endIndex)]
    let length = folder.utf8CodeUnitCount
    guard literal.count > 1 else { return false }
    if literal.hasPrefix(folder) {
      return literal.count == length || literal[literal.startIndex + length] == UInt8(ascii: "/")
    }
    guard literal.count < length, literal.isPrefix(of: folder) else { return false }
    let next = unsafe folder.utf8Start[literal.count]
    return special != nil || next == UInt8(ascii: "/")
  }

  /// Whether a literal begins with these bytes.
  private func isPrefix(of literal: StaticString) -> Bool {
    guard count <= literal.utf8CodeUnitCount else { return false }
    for index in indices where unsafe self[index] != literal.utf8Start[index - startIndex] { return false }
    return true
  }
}
