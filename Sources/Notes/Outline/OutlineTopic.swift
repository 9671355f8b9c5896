import Source

/// A topic of an outline: the note itself, a heading, or what one or more bullets name.
struct OutlineTopic: Sendable {
  /// A stretch of a bullet's text that is shown as sentences of its own.
  struct Passage: Sendable {
    /// The bullet.
    let bullet: Int
    /// What of its text.
    let range: Range<Int>
    /// What makes a sentence of it: the name that it says something of.
    var lead = ""
  }

  /// What it is called, and what else.
  var title: String
  var aliases: [String]
  /// What several of it are called, where it was named so.
  var plural: String?
  /// The sort of thing that it is.
  var kind: FrontMatter.Kind?
  /// The topic that it is a part of; none for the note itself.
  let parent: Int?
  /// The heading that it is, by its place in the document.
  var heading: Int?
  /// The bullets that name it.
  var bullets: [Int] = []
  /// How it is written in code.
  var syntax: [String] = []
  /// Whether its name is code, and then all ways in which it is spelt.
  var isCode = false
  var spellings: [String] = []
  /// What it is.
  var definition: Passage?
  /// The sentences behind the definition.
  var remarks: [Passage] = []
  /// The bullets that say more, in order.
  var content: [Int] = []
  /// The topics that are parts of it, in order.
  var children: [Int] = []
  /// Where its name stands in the document.
  let range: SourceRange

  /// Whether it is only named.
  var isStub: Bool {
    parent != nil && definition == nil && remarks.isEmpty && content.isEmpty && children.isEmpty && !hasBlocks
  }
  /// What else there is of it: paragraphs under its heading, code below its bullets.
  var blocks: [Int] = []
  /// Whether there are such blocks.
  var hasBlocks: Bool { !blocks.isEmpty }
}
