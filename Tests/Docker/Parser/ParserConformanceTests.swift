import Foundation
import Source
import TestSupport
import Testing

@testable import Docker

/// A file, and what BuildKit's parser made of it.
private struct Case: Decodable, CustomTestStringConvertible {
  let id: String
  let dockerfile: String
  let parser: String?
  let stage: String?
  let dump: String?
  let build: String?

  var testDescription: String { id }

  static func all(_ file: String) throws -> [Case] {
    try Shared.lines("corpus/docker/\(file).jsonl").map { try JSONDecoder().decode(Case.self, from: Data($0.utf8)) }
  }

  /// BuildKit reads a check directive later than we do, when the build begins.
  var isRefused: Bool {
    parser == "error" || stage == "parser" || build == "error" && dockerfile.hasPrefix("# check")
  }

  /// What is known to be another, on purpose: a second ONBUILD is refused anyway, so what stands behind it is not read;
  /// and flags are UTF-8, where BuildKit takes each byte for a character.
  var hasOtherTree: Bool {
    dump?.contains("(onbuild (onbuild") ?? false || dump?.contains("Ã") ?? false
  }
}

@Suite("The parser reads as BuildKit's does", .needsShared) struct ParserConformanceTests {
  @Test(arguments: ["parse_cases", "fuzz_parse"]) func `the tree is the same`(file: String) throws {
    let cases = try Case.all(file)
    var disagreements: [String] = []
    for one in cases {
      let parsed = Dockerfile(parsing: SourceText(path: "Dockerfile", bytes: Array(one.dockerfile.utf8)))
      if one.isRefused != !parsed.problems.isEmpty {
        disagreements.append("\(one.id): refused \(one.isRefused), problems \(parsed.problems.map(\.message))")
      } else if let dump = one.dump, !one.isRefused, !one.hasOtherTree, dump != parsed.tree {
        disagreements.append("\(one.id):\n\(dump)\n--- but\n\(parsed.tree)")
      }
    }
    #expect(disagreements.isEmpty, "\(disagreements.count) of \(cases.count): \(disagreements.joined(separator: "\n"))")
  }
}
