import ArgumentParser
import Search
import Source

/// `rutter search`: finds pages of a built site, as its pages do.
struct SearchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search a built site.",
    discussion: """
      Asks the search index of a site that 'rutter build' has written, as the site's own search does: 'kind:instruction' \
      and 'in:docker' narrow it down, and the last word may be a beginning. Ends with 1 if nothing is found.
      """)

  @Argument(help: "What to look for.")
  var query: [String] = []

  @Option(help: ArgumentHelp("The folder that the site was built in.", valueName: "dir"))
  var site = "public"

  @Option(help: ArgumentHelp("How many pages are shown at most.", valueName: "n"))
  var limit = 10

  @Option(help: ArgumentHelp("How they are shown: human or json.", valueName: "format"))
  var format = OutputFormat.human

  @Option(
    help: ArgumentHelp("Answer many questions: a file with lines such as {\"id\":1,\"q\":\"…\"}.", valueName: "file"))
  var queries: String?

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit takes a number from 1") }
    if queries != nil, !query.isEmpty { throw ValidationError("--queries takes the place of a query") }
    if queries == nil, query.allSatisfy({ $0.utf8.allSatisfy(\.isSpace) }) {
      throw ValidationError("There is nothing to look for: name some words")
    }
  }

  func run() async throws {
    var index = try BuiltIndex(of: site)
    if let queries { return try answer(Self.lines(of: queries), from: &index) }
    let query = query.joined(separator: " ")
    let answer = try index.answer(SearchQuery(Array(query.utf8)), limit: limit)
    let report = SearchReport(query, answer, in: index)
    let style = TextStyle(hasColours: Terminal.output.hasColours)
    Terminal.output.write(format == .json ? report.json : Array(report.text(style).utf8))
    if answer.hits.isEmpty { throw ExitCode(1) }
  }

  // MARK: Batches

  /// The questions of a file, or of standard input.
  private static func lines(of file: String) throws(Failure) -> [QueryLine] {
    let bytes = file == "-" ? FileReader.read(0, expecting: 0) ?? [] : try FileReader.read(file)
    var queries: [QueryLine] = []
    for (number, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      guard !line.allSatisfy(\.isSpace) else { continue }
      guard let query = QueryLine(line) else {
        throw Failure(
          "\(file == "-" ? "standard input" : file):\(number + 1): This is no question",
          advice: "Write a JSON object a line, such as {\"id\": \"a1\", \"q\": \"bind mount\"}")
      }
      queries.append(query)
    }
    return queries
  }

  /// Writes a line for each question: the pages found, best first.
  private func answer(_ queries: [QueryLine], from index: inout BuiltIndex) throws {
    var output = ByteWriter(capacity: 1 << 16)
    for query in queries {
      let answer = try index.answer(SearchQuery(query.text), limit: limit)
      output.append("{\"id\":")
      output.append(query.id)
      output.append(",\"q\":")
      output.append(jsonString: String(decoding: query.text, as: UTF8.self))
      output.append(",\"hits\":[")
      for (number, hit) in answer.hits.enumerated() {
        if number > 0 { output.append(",") }
        let path = String(decoding: index.engine.names.path(of: hit.page), as: UTF8.self)
        output.append(jsonString: SearchResult.page(path))
      }
      output.append("]}\n")
      if output.count > 1 << 15 {
        Terminal.output.write(output.bytes)
        output.removeAll()
      }
    }
    Terminal.output.write(output.finish())
  }
}
