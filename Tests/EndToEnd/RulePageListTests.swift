import Foundation
import TestSupport
import Testing

/// The list of rules' pages that the binary carries. `Tests/run golden` writes it anew.
@Suite("The pages of rules in the binary") struct RulePageListTests {
  private static let list = Repository.path("Sources/CAssets/rules.c")

  @Test func `the list names every page in content/rules`() throws {
    let pages = Repository.files(below: Repository.path("content/rules"), extensions: ["md"])
      .filter { $0.split(separator: "/").last != "index.md" }
      .map { String($0.dropLast(3)) }
    let wanted = Self.source(of: pages.sorted())
    if Repository.environment("UPDATE_GOLDEN") != nil {
      try Data(wanted.utf8).write(to: URL(fileURLWithPath: Self.list), options: .atomic)
    }
    expectSame(
      Repository.text(Self.list) ?? "", wanted, "Sources/CAssets/rules.c is old ('Tests/run golden' writes it)")
  }

  private static func source(of pages: [String]) -> String {
    let entries = pages.map { page in
      "ASSET(\"\(page)\")\n#embed \"../../content/rules/\(page).md\"\nEND\n"
    }
    return """
      #include "assets.h"
      #include "embed.h"

      // The one list of the rules' pages, made by `Tests/run golden`.
      struct asset rule_page_at(size_t number) {
        struct asset asset = {0};
        switch (number) {
      \(entries.joined())  }
        return asset;
      }

      """
  }
}
