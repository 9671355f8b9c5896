/// The kinds and domains of pages.
struct ClassTable: Sendable {
  /// What kinds there are.
  let kinds: [[UInt8]]
  /// What domains there are; the empty one stands for none.
  let domains: [[UInt8]]
  /// By page.
  private(set) var pageKinds: [UInt16] = []
  private(set) var pageDomains: [UInt16] = []

  /// No kind or domain has a number that is larger.
  static let most = 4096

  /// Reads the tables, then the kinds of all pages, then their domains.
  init(_ cursor: IndexCursor, pages: Int) throws(IndexFault) {
    var cursor = cursor
    kinds = try Self.names(&cursor)
    domains = try Self.names(&cursor)
    pageKinds = try Self.numbers(pages, below: kinds.count, &cursor)
    pageDomains = try Self.numbers(pages, below: domains.count, &cursor)
    try cursor.finish()
  }

  private static func names(_ cursor: inout IndexCursor) throws(IndexFault) -> [[UInt8]] {
    var names: [[UInt8]] = []
    for _ in 0..<(try cursor.count(ofAtLeast: 1)) {
      var name: [UInt8] = []
      for _ in 0..<(try cursor.count(ofAtLeast: 1)) { name.append(try cursor.byte()) }
      names.append(name)
    }
    guard names.count <= most else { throw cursor.fault(.number) }
    return names
  }

  private static func numbers(
    _ count: Int, below limit: Int, _ cursor: inout IndexCursor
  ) throws(IndexFault) -> [UInt16] {
    var numbers: [UInt16] = []
    for _ in 0..<count { numbers.append(UInt16(truncatingIfNeeded: try cursor.number(below: limit))) }
    return numbers
  }
}
