import Glibc
import Source

/// The findings that were there when somebody began to check: they are left out until they are mended.
///
/// It is a file that is kept with the notes, one line a finding, so that it goes well with version control. Paths are
/// relative to its folder: it does not matter where the check runs.
struct Baseline: Sendable {
  /// Where the file is.
  let file: String
  private let folder: String
  private(set) var known = KnownFindings()

  /// How the file is called where nobody says.
  static let usualFile = "rutter-baseline.json"

  /// A baseline without findings that is kept in `file`.
  init(emptyIn file: String) {
    self.file = file
    folder = PathName.absolute(file + "/..")
  }

  /// Reads the baseline that is kept in `file`.
  init(reading file: String) throws(Failure) {
    self.init(emptyIn: file)
    let advice = "Write it with --write-baseline"
    let bytes: [UInt8]
    do {
      bytes = try FileReader.read(file)
    } catch {
      throw Failure(error.message, advice: advice)
    }
    guard let json = JSONValue(bytes), json["version"]?.integer == 1, let findings = json["findings"]?.elements else {
      throw Failure("\(file): this is no baseline", advice: advice)
    }
    for finding in findings {
      guard let path = finding["path"]?.string, let rule = finding["rule"]?.string, let line = finding["line"]?.string
      else { throw Failure("\(file): a finding lacks 'path', 'rule' or 'line'", advice: advice) }
      known.add(KnownFindings.Key(path: path, rule: rule, line: line), finding["count"]?.integer ?? 1)
    }
  }

  /// How it names a file.
  func name(of path: String) -> String {
    path == CheckTarget.standardInputName ? path : PathName.relative(PathName.absolute(path), to: folder)
  }

  /// The findings that are not in it, and what is left of it.
  func newFindings(_ findings: [Finding]) -> (new: [Finding], rest: KnownFindings) {
    var rest = known
    let new = findings.filter { !rest.take(KnownFindings.key($0, name)) }
    return (new, rest)
  }

  /// What of `rest` is gone for good: its file was looked at, by its rule, or is not there any more.
  func stale(_ rest: KnownFindings, in checked: Checked, _ choice: RuleChoice) -> [KnownFindings.Key] {
    let files = Set(checked.files.map(name))
    return rest.counts.keys.filter { key in
      choice.includes(named: key.rule)
        && (files.contains(key.path) || !isThere(key.path))
    }.sorted()
  }

  private func isThere(_ name: String) -> Bool {
    unsafe access(Project.join(folder, name), F_OK) == 0
  }

  /// The same baseline with the findings of a check in the place of those that are gone.
  func updated(_ findings: [Finding], in checked: Checked, _ choice: RuleChoice) -> Baseline {
    let (new, rest) = newFindings(findings)
    var updated = self
    let gone = Set(stale(rest, in: checked, choice))
    updated.known = KnownFindings()
    for (key, count) in known.counts {
      updated.known.add(key, count - (gone.contains(key) ? rest.counts[key] ?? 0 : 0))
    }
    for finding in new { updated.known.add(KnownFindings.key(finding, name), 1) }
    return updated
  }

  /// Writes the file.
  func write() throws(Failure) {
    var output = ByteWriter()
    output.append("{\"version\":1,\"findings\":[")
    var separator = "\n"
    for (key, count) in known.counts.sorted(by: { $0.key < $1.key }) where count > 0 {
      var json = JSONWriter()
      json.object { json in
        json.member("path", key.path)
        json.member("rule", key.rule)
        json.member("line", key.line)
        if count > 1 { json.member("count", count) }
      }
      output.append(separator)
      output.append(json.finish())
      separator = ",\n"
    }
    output.append("\n]}\n")
    try FileReplacement.write(output.finish(), to: file)
  }
}
