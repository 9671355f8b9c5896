import Docker
import Source
import Testing

@testable import rutter

@Suite("What .hadolint.yaml says")
struct HadolintFileTests {
  private static func read(_ text: String) -> HadolintFile {
    HadolintFile(SourceText(path: ".hadolint.yaml", bytes: Array(text.utf8)))
  }

  @Test func `every key is understood`() {
    let file = Self.read(
      """
      ignored: [DL3000, SC2086, dockerfile/maintainer]
      override:
        error: [DL3001]
        warning: [DL3002]
        info: DL3003
        style: [DL3004]
        ignore: [DL3006]
      trustedRegistries: [docker.io, "*.example.org"]
      label-schema:
        author: text
        created: rfc3339
      strict-labels: true
      disable-ignore-pragma: true
      failure-threshold: style
      format: tty
      no-color: true
      """)
    #expect(file.diagnostics.isEmpty)
    let settings = file.settings
    let names = { (names: [[UInt8]]) in names.map { String(decoding: $0, as: UTF8.self) } }
    #expect(names(settings.ignored) == ["DL3000", "SC2086", "dockerfile/maintainer", "DL3006"])
    #expect(names(settings.severities.map(\.rule)) == ["DL3001", "DL3002", "DL3003", "DL3004"])
    #expect(settings.severities.map(\.severity) == [.error, .warning, .info, .info])
    #expect(names(settings.trustedRegistries) == ["docker.io", "*.example.org"])
    #expect(names(settings.labels.map(\.name)) == ["author", "created"])
    #expect(settings.allowsOnlyThoseLabels && settings.ignoresPragmas)
    #expect(file.failureThreshold == .atLeast(.info))
  }

  @Test(arguments: [
    ("ignore: [DL3000]", "Unknown key 'ignore', did you mean 'ignored'?"),
    ("ignored: [dockerfile/maintaner]", "did you mean 'dockerfile/maintainer'?"),
    ("override:\n  warn: [DL3000]", "Unknown key 'warn'"),
    ("override: [DL3000]", "'override' takes keys with values, not a list"),
    ("label-schema:\n  a: spxd", "did you mean 'spdx'?"),
    ("strict-labels: maybe", "'strict-labels' takes true or false"),
    ("failure-threshold: warn", "'failure-threshold' takes one of"),
    ("- DL3000", "Keys with values belong here, not a list"),
    ("ignored: [DL3000", ""),
  ])
  func `what does not fit is found`(text: String, message: String) {
    let messages = Self.read(text).diagnostics.map(\.message)
    #expect(messages.count == 1 && messages[0].contains(message), "\(messages)")
  }

  @Test(arguments: [
    ("no-fail: true", FailureThreshold.never), ("failure-threshold: none", .never),
    ("failure-threshold: warning\nno-fail: true", .never), ("no-fail: true\nfailure-threshold: warning", .never),
    ("failure-threshold: ignore", .atLeast(.info)),
  ])
  func `a threshold decides what fails`(text: String, expected: FailureThreshold) {
    #expect(Self.read(text).failureThreshold == expected)
  }
}
