internal import CCmark
internal import Source

/// What a look at a passage's blocks found that libcmark does not know: which of its blocks are something else, and the
/// parts that had to be parsed apart.
struct Plan {
  /// In the order in which the walk comes to them.
  var steps: [Step] = []
  var nextStep = 0
  /// The shelf's number of the passage that holds cells and terms, one a line.
  var cells: Int?
  /// The shelf's number of the passage that holds definitions and footnotes, as items of one list.
  var details: Int?
  /// Those items.
  var items: [CMarkNode] = []
  /// For a passage of cells and terms, the block that begins at each line.
  private var blocks: [CMarkNode?] = []

  init() {}

  /// The plan of a passage that holds cells and terms.
  init(blocks passage: Passage) {
    blocks = Array(repeating: nil, count: passage.lineCount)
    var block = passage.root?.firstChild
    while let node = block {
      if blocks.indices.contains(node.startLine) { blocks[node.startLine] = node }
      block = node.next
    }
  }

  /// The block of a passage of cells and terms that begins at `line`.
  func block(at line: Int) -> CMarkNode? {
    blocks.indices.contains(line) ? blocks[line] : nil
  }

  /// The items of all lists directly below `root`.
  static func items(below root: CMarkNode) -> [CMarkNode] {
    var items: [CMarkNode] = []
    var list = root.firstChild
    while let block = list {
      var item = block.type == CMARK_NODE_LIST ? block.firstChild : nil
      while let node = item {
        items.append(node)
        item = node.next
      }
      list = block.next
    }
    return items
  }

  /// A block of libcmark's that is another one.
  struct Step {
    let node: CMarkNode
    /// How many of the blocks behind it belong to it.
    var swallowed = 0
    let kind: Kind

    enum Kind {
      case table(Table)
      case definitions(DefinitionList)
    }
  }

  /// A paragraph that is a table, with or without text before it.
  struct Table {
    /// The line of the text before it, in the passage of cells.
    var lead: Int?
    let alignments: [Node.Flags]
    var rows: [Row] = []
    /// Where the cells of all rows stand in the note.
    var cells: [SourceRange] = []
    /// What libcmark took for the line under a heading.
    var thematicBreak: SourceRange?

    struct Row {
      let place: SourceRange
      /// The line of the first cell in the passage of cells.
      let firstLine: Int
      /// Which of the table's cells are in it.
      let cells: Range<Int>
    }
  }

  /// Paragraphs that are terms and definitions.
  struct DefinitionList {
    /// Where it begins in the note.
    var start = 0
    var isTight = true
    var entries: [Entry] = []

    enum Entry {
      /// A term: its line in the passage of cells, and its place.
      case term(Int, SourceRange)
      /// A definition: its number in the list of details, and where it begins.
      case details(Int, Int)
    }
  }
}
