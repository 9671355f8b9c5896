/// A place where a text has a topic's name.
struct Occurrence: Sendable {
  /// The topic.
  let topic: Int32
  /// Where the name begins in the HTML, and how long it is there.
  let start: UInt32
  let length: UInt16
  /// The section of the page that it is in, counted from its start.
  let section: UInt16
  /// Where it begins in the file, and how long it is there.
  let source: UInt32
  let sourceLength: UInt16
  /// What there is to say about it.
  var traits: Traits

  /// What can be seen of a name and the words around it.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt32

    private init(bit: UInt32) { rawValue = 1 << bit }
    init(rawValue: UInt32) { self.rawValue = rawValue }

    /// It is written with a capital.
    static let capital = Traits(bit: 0)
    /// Words of its sentence stand before it, so that a capital says something.
    static let isWithin = Traits(bit: 1)
    /// It is in the singular.
    static let singular = Traits(bit: 2)
    /// It has several words.
    static let manyWords = Traits(bit: 3)
    /// It is no ordinary word: it has several words, or capitals, digits or hyphens that make it a name.
    static let distinctive = Traits(bit: 4)
    /// `the`, `a`, `each` or the like stands before it.
    static let afterDeterminer = Traits(bit: 5)
    /// `its`, `your` or the like stands before it.
    static let afterPossessive = Traits(bit: 6)
    /// `first`, `same` or the like stands before it.
    static let afterQualifier = Traits(bit: 7)
    /// Code, or a word that looks like a name of something, stands before it: a `web` service, the web-1 service.
    static let afterIdentifier = Traits(bit: 8)
    /// Another topic's name stands before it.
    static let afterTopic = Traits(bit: 9)
    /// The name of its own domain stands before it.
    static let afterOwnDomain = Traits(bit: 10)
    /// The name of another domain stands before it.
    static let afterOtherDomain = Traits(bit: 11)
    /// A word in lower case stands before it and makes something narrower of it: a scraping job, group names.
    static let afterModifier = Traits(bit: 12)
    /// An unknown word with a capital stands before it.
    static let afterProperName = Traits(bit: 13)
    /// It stands before a noun that is no topic, and so only tells what sort of that is meant: service disruption.
    static let beforeNoun = Traits(bit: 14)
    /// It names a deed, or a thing done: nothing before it says which.
    static let bareDeed = Traits(bit: 15)
    /// It is a verb: to label the node, logging in.
    static let verb = Traits(bit: 16)
    /// It ends a longer name, whose initials stand behind it: Acme Cloud Provider (ACP).
    static let endsLongerName = Traits(bit: 17)
    /// The text around it speaks of what the topic's definition speaks of.
    static let evident = Traits(bit: 18)
    /// The page belongs to another domain.
    static let foreign = Traits(bit: 19)
    /// The name has several senses, and nothing tells which is meant.
    static let ambiguous = Traits(bit: 20)
    /// The author says that the phrase around it means something else.
    static let excluded = Traits(bit: 21)

    /// What rules look at: of a name that can hardly mean anything else, or has a capital, hardly anything. Names that differ
    /// in nothing else are told apart by nothing.
    var decisive: Traits {
      var rest: Traits = [
        .capital, .manyWords, .distinctive, .foreign, .ambiguous, .excluded, .endsLongerName, .verb, .afterOtherDomain,
      ]
      if contains(.capital) { rest.insert(.afterProperName) }
      if contains(.distinctive), !contains(.foreign) { return intersection(rest) }
      guard contains(.capital) else { return subtracting([.isWithin, .afterProperName]) }
      rest.formUnion([.isWithin, .evident, .afterModifier, .singular, .afterDeterminer])
      return intersection(rest)
    }
  }
}

/// How often a page has a topic's name, and how.
struct PageUsage: Sendable {
  let topic: Int32
  /// How often, on a page of the topic's own domain.
  var native: UInt16 = 0
  /// How often of these within a sentence, where it is no part of a compound, and how often of these with a capital.
  var within: UInt16 = 0
  var capitals: UInt16 = 0
  /// How often of these the text around it speaks of the same as its definition.
  var evident: UInt16 = 0

  /// Counts an occurrence.
  mutating func count(_ traits: Occurrence.Traits) {
    guard !traits.contains(.foreign), native < .max else { return }
    native += 1
    if traits.contains(.evident) { evident += 1 }
    guard traits.contains(.isWithin), traits.isDisjoint(with: [.afterModifier, .beforeNoun]) else { return }
    within += 1
    if traits.contains(.capital) { capitals += 1 }
  }
}
