import Markdown
import Source
import TestSupport
import Testing

@testable import Notes

/// An outline whose bullets somebody has marked with what they are.
struct MarkedOutline {
  /// What was made of a bullet, and what it is.
  struct Judgement {
    let line: Int
    let text: String
    let marked: BulletClass
    let found: BulletClass?
    let reason: String
  }

  /// Every bullet, by its line.
  let judgements: [Judgement]

  /// An outline of this text, with the marks of its lines, counted from 1.
  init(_ text: String, marks: [Int: BulletClass]) {
    let source = SourceText(path: "outline.md", bytes: Array(text.utf8))
    let (_, start, _) = FrontMatter.read(source, allowing: [])
    let body = start == 0 ? source : source.fragment(SourceRange(start, source.bytes.count))
    let document = Document(parsing: body)
    let bullets = BulletClassifier.classify(BulletReader.bullets(of: document), of: document)
    var found: [Int: Bullet] = [:]
    for bullet in bullets {
      let offset = body.rangeInFile(document.nodes[bullet.item].range).start
      found[1 + source.bytes[..<offset].count { $0 == UInt8(ascii: "\n") }] = bullet
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    judgements = marks.sorted { $0.key < $1.key }.map { line, marked in
      Judgement(
        line: line, text: String(lines[line - 1]), marked: marked, found: found[line]?.kind,
        reason: found[line]?.reason.rawValue ?? "no bullet")
    }
  }

  /// An outline in which each line begins with its mark (`T S D C P`) or a blank, and another blank.
  init(marked text: String) {
    var marks: [Int: BulletClass] = [:]
    var plain: [Substring] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      marks[index + 1] = line.first.flatMap { Self.letters[$0] }
      plain.append(line.dropFirst(2))
    }
    self.init(plain.joined(separator: "\n"), marks: marks)
  }

  private static let letters: [Character: BulletClass] = [
    "T": .topic, "S": .stub, "D": .definition, "C": .content, "P": .property,
  ]

  /// The marks of a file of another project, by class and line: `topic: 12 17`.
  static func marks(_ text: String) -> [Int: BulletClass] {
    var marks: [Int: BulletClass] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ":")
      guard parts.count == 2, let kind = BulletClass(rawValue: String(parts[0])) else { continue }
      for number in parts[1].split(separator: " ") { marks[Int(number) ?? 0] = kind }
    }
    return marks
  }

  /// The outlines in `Marked` that are our own.
  static let own = ["git", "http", "kafka", "networking", "postgres", "python"]

  static func own(_ name: String) -> MarkedOutline {
    MarkedOutline(marked: Repository.text(folder + name + ".marked") ?? "")
  }

  /// The notes of the person whom the program is for.
  static func containers() throws -> MarkedOutline {
    let marks = marks(Repository.text(folder + "containers.marks") ?? "")
    return MarkedOutline(try Shared.text("notes/containers.md"), marks: marks)
  }

  static let folder = Repository.path("Tests/Notes/Outline/Marked/")
}

/// How far what was found agrees with what was marked.
struct Agreement: CustomStringConvertible {
  private let judgements: [MarkedOutline.Judgement]

  init(_ outlines: [MarkedOutline]) {
    judgements = outlines.flatMap(\.judgements)
  }

  /// Of the bullets that were found to be of a class, the share that is.
  func precision(_ kind: BulletClass) -> Double {
    share(judgements.filter { $0.found == kind }) { $0.marked == kind }
  }

  /// Of the bullets that are of a class, the share that was found.
  func recall(_ kind: BulletClass) -> Double {
    share(judgements.filter { $0.marked == kind }) { $0.found == kind }
  }

  /// The share of all bullets on which both agree.
  var accuracy: Double { share(judgements) { $0.found == $0.marked } }

  private func share(
    _ all: [MarkedOutline.Judgement], _ test: (MarkedOutline.Judgement) -> Bool
  ) -> Double {
    all.isEmpty ? 1 : Double(all.count(where: test)) / Double(all.count)
  }

  var description: String {
    let classes = BulletClass.allCases.map { kind in
      let count = judgements.count { $0.marked == kind }
      return "\(kind): \(count) marked, precision \(rounded(precision(kind))), recall \(rounded(recall(kind)))"
    }
    let wrong = judgements.filter { $0.found != $0.marked }.map {
      "  line \($0.line): \($0.marked), found \($0.found.map(\.rawValue) ?? "nothing") (\($0.reason)): \($0.text)"
    }
    return "\(judgements.count) bullets, agreement \(rounded(accuracy))\n"
      + (classes + wrong).joined(separator: "\n")
  }

  private func rounded(_ share: Double) -> String {
    let thousandths = Int((share * 1000).rounded())
    return "\(thousandths / 1000).\(String(1000 + thousandths % 1000).dropFirst())"
  }
}
