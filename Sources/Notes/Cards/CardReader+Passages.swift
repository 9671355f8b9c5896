import Markdown
import Source

// What is made into cards where it stands.
extension CardReader {
  /// Every mark of a paragraph is a deletion of it.
  mutating func readDeletions(in paragraph: Int) {
    let end = Int(document.nodes[paragraph].end)
    var deletions = 0
    var index = paragraph + 1
    while index < end {
      let node = document.nodes[index]
      guard node.kind == .mark else {
        index += 1
        continue
      }
      document.nodes[index].flags.insert(.deletion)
      document.nodes[index].number = Int32(deletions)
      deletions += 1
      index = Int(node.end)
    }
    guard deletions > 0 else { return }
    let (line, pin) = CardLine(childrenOf: paragraph, in: document).unpinned
    document.nodes[paragraph].number = add(
      .cloze(deletions: deletions), pin: pin, at: document.nodes[paragraph].range)
    document.nodes[paragraph].flags.insert(.passage)
    if pin != nil { edits.replace(paragraph + 1..<end, by: line.nodes(from: 0)) }
  }

  /// A table whose first head cell is empty, or says that it is about ports, is one to look things up in.
  mutating func readTable(_ table: Int) {
    let end = Int(document.nodes[table].end)
    var rows: [[Int]] = []
    var index = table + 1
    while index < end {
      if document.nodes[index].kind == .tableRow { rows.append([]) }
      if document.nodes[index].kind == .tableCell, !rows.isEmpty { rows[rows.count - 1].append(index) }
      index += 1
    }
    guard let head = rows.first, rows.count > 1, head.count > 1, rows.allSatisfy({ $0.count == head.count }),
      rows.count * head.count <= Self.mostCells, isLookedUp(head), rows.dropFirst().allSatisfy({ !isEmpty($0[0]) })
    else { return }
    let card = add(.table(columns: head.count), pin: nil, at: document.nodes[table].range)
    document.nodes[table].number = card
    document.nodes[table].flags.insert(.passage)
    for (number, cell) in rows.joined().enumerated() {
      document.nodes[cell].number = Int32(number)
      document.nodes[cell].flags.insert(.deletion)
    }
  }

  /// A table of more cells is one to read.
  private static let mostCells = 80

  private func isEmpty(_ cell: Int) -> Bool { Int(document.nodes[cell].end) == cell + 1 }

  private func isLookedUp(_ head: [Int]) -> Bool {
    guard head.dropFirst().allSatisfy({ !isEmpty($0) }) else { return false }
    if isEmpty(head[0]) { return true }
    let name = PlainText.bytes(of: head[0]..<Int(document.nodes[head[0]].end), in: document)[...].trimmed
    return name.equalsIgnoringCase("port") || name.equalsIgnoringCase("ports")
  }
}
