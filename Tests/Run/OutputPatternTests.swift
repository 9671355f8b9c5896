import Source
import Testing

@testable import Run

@Suite struct OutputPatternTests {
  private func difference(_ expected: String, _ printed: String, byKind: Bool = false) -> OutputPattern.Difference? {
    OutputPattern(OutputPattern.lines(of: Array(expected.utf8)), byKind: byKind)
      .difference(from: Array(printed.utf8))
  }

  @Test(arguments: [
    ("a\nb", "a\nb\n"), ("a  ", "a"), ("a", "a   \n\n\n"), ("", ""), ("…", ""), ("…", "a\nb\n"), ("...", "a"),
    ("a\n…\nd", "a\nb\nc\nd"), ("a\n…\nd", "a\nd"), ("…\nc\n…", "a\nb\nc\nd"), ("a…c", "abc"), ("a…", "a"),
    ("…\na\n…\na", "a\nx\na"), ("x…y…z", "x1y2z"), ("[...]\nb", "a\nb"), ("pulling…", "pulling..."),
    ("a\n…\n…\nb", "a\nb"),
  ])
  func `what is printed matches`(expected: String, printed: String) {
    #expect(difference(expected, printed) == nil)
  }

  /// What is expected, what is printed, and the lines of both where they differ first.
  @Test(arguments: [
    ("a\nb\nc", "a\nx\nc", 1, 1, 1), ("a", "a\nb", 1, 1, 0), ("a\nb", "a", 1, 1, 0), ("", "x", 0, 0, 0),
    ("a\n…\nd", "x\nd", 0, 0, 0), ("a\n…\nd", "a\nb\nc", 2, 2, 0), ("a\n…\nb\n…\nc", "a\nx\nc", 2, 1, 0),
    ("a…c", "abd", 0, 0, 0), ("…\na\nb", "b", 1, 0, 0), (" a", "a", 0, 0, 0), ("12 ms", "13 ms", 0, 0, 0),
  ])
  func `the first difference is found`(expected: String, printed: String, line: Int, at: Int, end: Int) {
    #expect(difference(expected, printed) == .init(expected: line, printed: at, commonEnd: end))
  }

  @Test(arguments: [
    ("up 12 minutes", "up 7 minutes"), ("Thu Nov 26 15:24:43 UTC 2026", "Mon Jan  1 01:00:00 UTC 2029"),
    ("sha256:0114e1e23ef", "sha256:ffffeeee1234567"),
    ("64 bytes from 10.0.0.1: time=0.5 ms", "64 bytes from 192.168.1.77: time=12 ms"),
    ("inet6 fe80::fc:ff:fe00:1/64", "inet6 ::1/128"), ("id 1234567890", "id 12345abcdef"), ("a   b 1", "a b 22"),
    ("3a5f9c1 first", "1234567 first"), ("…5:24:03 UTC", "…6:00:00 UTC"),
    ("2026-11-26T15:20:20.123Z", "2027-01-02T00:00:00.1Z"),
  ])
  func `by kind, numbers and their like are as good as any other`(expected: String, printed: String) {
    #expect(difference(expected, printed, byKind: true) == nil)
    #expect(difference(expected, printed) != nil)
  }

  @Test(arguments: [
    ("12 minutes", "12 hours"), ("web1", "web2"), ("10.0.0.1", "7"), ("abcdef", "12"), ("3a5f9c1", "feedbeef"),
    ("-1", "1"), ("Monday", "Holiday"),
  ])
  func `by kind, words still count`(expected: String, printed: String) {
    #expect(difference(expected, printed, byKind: true) != nil)
  }

  @Test(arguments: [
    ("not found", "a\nsh: x: not found\n", true), ("a…z", "xx a b z yy", true), ("a…z", "a\nz", false), ("", "", false),
    ("Not", "not", false),
  ])
  func `a message is found anywhere in a line`(message: String, printed: String, isFound: Bool) {
    #expect(OutputPattern.isFound(message, in: Array(printed.utf8)) == isFound)
  }
}
