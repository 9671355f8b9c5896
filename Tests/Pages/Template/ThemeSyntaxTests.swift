import Pages
import Source
import TestSupport
import Testing

@Suite("The default theme")
struct ThemeSyntaxTests {
  @Test func hasNoTagThatCannotBeRead() throws {
    let folder = Repository.path("templates")
    let files = Repository.files(below: folder, extensions: ["mustache"])
    #expect(!files.isEmpty)
    var sources: [String: SourceText] = [:]
    for file in files {
      let text = try #require(Repository.text(folder + "/" + file))
      sources[String(file.dropLast(".mustache".count))] = SourceText(path: file, bytes: Array(text.utf8))
    }
    do {
      _ = try TemplateSet(sources, pages: [:])
    } catch {
      Issue.record("\(error.diagnostics.map { "\($0.place.path): \($0.message)" })")
    }
  }
}
