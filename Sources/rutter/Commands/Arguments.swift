import ArgumentParser
import Glibc
import Source

/// How a command writes what it found.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case human
  case json
}

/// What standard input can be.
enum InputLanguage: String, CaseIterable, ExpressibleByArgument {
  case markdown
  case dockerfile
}

/// A rule's name on the command line: its own, or one that another tool has for it, with `*` for any letters.
struct RulePattern {
  private let pattern: NamePattern

  init(_ pattern: String) {
    self.pattern = NamePattern(pattern)
  }

  func matches(_ rule: Rule) -> Bool {
    pattern.matches(rule.id.name) || rule.aliases.contains { pattern.matches($0) }
  }
}

/// A name with `*` for any letters.
struct NamePattern {
  private let pattern: [UInt8]

  init(_ pattern: String) {
    self.pattern = Array(pattern.utf8)
  }

  func matches(_ name: String) -> Bool {
    Self.match(pattern[...], Array(name.utf8)[...])
  }

  /// Glob matching without backtracking over more than the last `*`.
  private static func match(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
    var (pattern, text) = (pattern, text)
    var retry: (pattern: ArraySlice<UInt8>, text: ArraySlice<UInt8>)?
    while let letter = text.first {
      if pattern.first == UInt8(ascii: "*") {
        pattern.removeFirst()
        retry = (pattern, text)
      } else if pattern.first == letter {
        pattern.removeFirst()
        text.removeFirst()
      } else if let last = retry {
        (pattern, text) = (last.pattern, last.text.dropFirst())
        retry = (pattern, text)
      } else {
        return false
      }
    }
    return pattern.allSatisfy { $0 == UInt8(ascii: "*") }
  }
}

/// The processors of this machine.
enum Processors {
  static var count: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
