import Shell
import Source

/// What programs may be called, in 64 bits: most rules about commands need to look no further.
struct ProgramMask: Sendable {
  private var bits: UInt64 = 0

  /// The programs that commands call, by the last part of their path.
  init(_ scripts: [RunScript]) {
    for script in scripts {
      for index in script.calls.indices {
        let name = script.script[script.calls[index].nameWord].lastComponent
        guard let first = name.first else { continue }
        bits |= Self.bit(first, name.count > 1 ? name[name.startIndex + 1] : 0)
      }
    }
  }

  /// Whether one of these programs may be called. Versions may follow the names.
  func mayContain(_ programs: [StaticString]) -> Bool {
    programs.contains { program in
      let start = unsafe program.utf8Start
      return unsafe bits & Self.bit(start[0], program.utf8CodeUnitCount > 1 ? start[1] : 0) != 0
    }
  }

  private static func bit(_ first: UInt8, _ second: UInt8) -> UInt64 {
    1 << UInt64((first &+ second &* 7) & 63)
  }
}

extension Inspection {
  /// Whether a package manager may be called, as a program or as a module of Python.
  func mayCall(_ manager: PackageManager) -> Bool {
    programs.mayContain(manager.programs) || manager.module != nil && programs.mayContain(["python"])
  }
}
