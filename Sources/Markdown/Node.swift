package import Source

/// A piece of a document's text buffer.
package struct TextSlice: Sendable, Hashable {
  package let start: UInt32
  package let count: UInt32

  package init(start: Int, count: Int) {
    self.start = UInt32(start)
    self.count = UInt32(count)
  }

  package static let empty = TextSlice(start: 0, count: 0)
  package var isEmpty: Bool { count == 0 }
}

/// One node of a document, in preorder: its descendants follow it directly, up to `end`.
///
/// What a field holds depends on the kind; the table at ``Kind`` says it.
package struct Node: Sendable {
  package var kind: Kind
  package var flags: Flags
  /// An ordered list's first number, a footnote's number, or the index of a link, heading or fence in the document.
  package var number: Int32
  /// The index after the node's last descendant.
  package var end: UInt32
  /// The node's own text, by kind.
  package var text: TextSlice
  /// A second text, by kind.
  package var detail: TextSlice
  /// Where it stands in `Document.source`.
  package var range: SourceRange

  package init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    flags = []
    number = 0
    end = 0
    text = .empty
    detail = .empty
    self.range = range
  }

  /// What a node is; behind it what `text`, `detail` and `number` mean there.
  package enum Kind: UInt8, Sendable {
    case document
    case paragraph
    /// number: index in `Document.headings`.
    case heading
    case blockQuote
    /// text: its type in lower case (`note`, `tip`, `warning`, …). First child is a `calloutTitle`.
    case callout
    /// Inline content: the title as written, or the type with a capital where none is written.
    case calloutTitle
    /// number: first number of an ordered list.
    case list
    case item
    /// text: the code; detail: the info string, unescaped; number: index in `Document.fences`, -1 for an indented one.
    case codeBlock
    /// Consecutive fenced blocks that have a `tab`; children: `codeBlock`s.
    case tabs
    /// text: as written.
    case htmlBlock
    case thematicBreak
    case table
    case tableRow
    /// flags: alignment.
    case tableCell
    case definitionList
    case definitionTerm
    case definitionDetails
    /// The blocks that answer a question; number: the card's. Nothing is shown of it.
    case answerBlock
    /// The section at the end that holds the footnotes; children: `footnote`s by number.
    case footnotes
    /// text: the label; number: counted from 1 by first reference.
    case footnote

    // Inline
    /// text: the text, entities and escapes resolved.
    case text
    case softBreak
    case lineBreak
    /// text: the code.
    case code
    /// text: as written.
    case htmlInline
    case emphasis
    case strong
    case strikethrough
    /// number: which of its passage's deletions it is, where it is one.
    case mark
    /// The front of a card; number: the card's.
    case question
    /// The back of a card; number: the card's.
    case answer
    /// text: destination; detail: title; number: index in `Document.links`.
    case link
    /// text: source; detail: title; number: index in `Document.links`; children: the alternative text.
    case image
    /// text: the target as written (`Topic#Heading`); number: index in `Document.links`; children: the text behind
    /// `|`, which may have markup, or the target.
    case wikilink
    /// text: the target; detail: what stands behind `|`; number: index in `Document.links`. A block of its own where
    /// it is alone in its paragraph.
    case embed
    /// text: the label; number: the footnote's.
    case footnoteReference
  }

  /// Small facts about a node.
  package struct Flags: OptionSet, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// A list with numbers.
    package static let ordered = Flags(rawValue: 1 << 0)
    /// A list, or a definition list, whose paragraphs are shown without `<p>`.
    package static let tight = Flags(rawValue: 1 << 1)
    /// A list item with an empty check box.
    package static let open = Flags(rawValue: 1 << 2)
    /// A list item with a ticked check box.
    package static let done = Flags(rawValue: 1 << 3)
    /// A row of a table's head, or a cell of one.
    package static let head = Flags(rawValue: 1 << 4)
    package static let left = Flags(rawValue: 1 << 5)
    package static let center = Flags(rawValue: 1 << 6)
    package static let right = Flags(rawValue: 1 << 7)
    /// A callout that can be folded and starts open (`[!NOTE]+`) …
    package static let unfolded = Flags(rawValue: 1 << 8)
    /// … or closed (`[!NOTE]-`).
    package static let folded = Flags(rawValue: 1 << 9)
    /// A code block between fences, not an indented one.
    package static let fenced = Flags(rawValue: 1 << 10)
    /// A link written as a bare URL or between angle brackets.
    package static let automatic = Flags(rawValue: 1 << 11)
    /// A wikilink or embed without text of its own.
    package static let unlabelled = Flags(rawValue: 1 << 12)
    /// A paragraph with deletions, or a table, that is made into cards; number: the card's.
    package static let passage = Flags(rawValue: 1 << 13)
    /// A mark that is a deletion of its passage, or a cell that is a part of its table's cards.
    package static let deletion = Flags(rawValue: 1 << 14)
    /// An answer behind words that do not end a sentence: a dash stands between.
    package static let dashed = Flags(rawValue: 1 << 15)
  }
}
