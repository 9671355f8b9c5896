import Markdown
import Source

/// What a bullet of an outline is.
public enum BulletClass: String, CaseIterable, Sendable {
  /// A name with what it means, or with more below it.
  case topic
  /// A name alone: something still to be written.
  case stub
  /// What the topic above is.
  case definition
  /// Anything else that is said of the topic above.
  case content
  /// A side of the topic above and its value: `default port: 5432`.
  case property
}

/// Why a bullet is what it is.
public enum BulletReason: String, Sendable {
  // Topics.
  case labelWithText, labelWithChildren, option, command, instruction, bold, namedByCall, indefiniteCopula, anaphora
  // Stubs.
  case bareName, emptyLabel, listOfNames
  // Definitions.
  case fragment, pronoun, repeatedSubject
  // Properties.
  case attribute, literal, choice
  // Content.
  case sentence, condition, remark, advice, description, inList, example, task, block
}

/// A bullet of a note's lists.
struct Bullet: Sendable {
  /// Its list item in the document, and the paragraph that it begins with.
  let item: Int
  let paragraph: Int?
  /// The bullet that it stands below.
  let parent: Int?
  /// The heading that it stands below, by its place in the document's headings.
  let heading: Int?
  /// The text of its paragraph.
  let text: InlineText
  /// Whether it is the first of its list.
  let isFirst: Bool
  /// Whether it is a task with a box, or of a list with numbers.
  let isStep: Bool
  /// The bullets directly below it.
  var children: [Int] = []
  /// Whether it holds more blocks than its paragraph and lists of bullets.
  var hasBlocks = false

  /// What it is, and why.
  var kind = BulletClass.content
  var reason = BulletReason.sentence
  /// Its label, where it is a topic, a stub or a property.
  var label: Label?
}

/// The name at the start of a bullet, and what follows it. Places are offsets into the bullet's text.
struct Label: Sendable {
  /// How the name is set off.
  enum Mark: Sendable {
    /// By a colon or a dash, or because nothing follows.
    case separator
    /// By being bold.
    case bold
    /// By being code.
    case code
    /// By the grammar of the sentence.
    case grammar
  }

  var mark: Mark
  /// Where the label stands, with its code and parentheses.
  var range: Range<Int>
  /// Where what is said of it begins; the end of the text where nothing is.
  var rest: Int
  /// The names, the first of which counts; as written.
  var names: [String]
  /// What else it is called: what stands in parentheses.
  var others: [String] = []
  /// How it is written: `COPY from to`; several where there are alternatives.
  var syntax: [String] = []
  /// What says what it is, where that is a part of the sentence only, and the article that it lacks.
  var genus: (range: Range<Int>, article: String)?
  /// Whether what follows is the verb of a sentence that the label begins.
  var isSubject = false
}
