import Source

/// All topics of a site: for each note its own and those within it, one after the other.
public struct Topics: Sendable, RandomAccessCollection {
  private let all: [Topic]
  /// The first topic of each note, and the number of all topics at the end.
  private let starts: [Int]
  private let names: TopicNames
  /// The topics that have a section, by that.
  private let sections: [SectionKey: Int]

  private struct SectionKey: Hashable {
    let note: Int
    let anchor: String
  }

  /// The topics of a site's notes.
  package init(_ index: SiteIndex) {
    var all: [Topic] = []
    var starts: [Int] = []
    var count = 0
    all.reserveCapacity(index.notes.count)
    starts.reserveCapacity(index.notes.count + 1)
    for note in index.notes {
      starts.append(count)
      count += 1 + note.inner.count
    }
    starts.append(count)
    for (number, note) in index.notes.enumerated() {
      let parent = note.part.flatMap { index.notesByPath[$0.parent.path] }.map { starts[$0] }
      all += note.topics(number: number, from: all.count, in: parent)
    }
    self.all = all
    self.starts = starts
    names = TopicNames(all)
    let anchored = all.enumerated().compactMap { number, topic in
      topic.anchor.map { (SectionKey(note: topic.note, anchor: $0), number) }
    }
    sections = Dictionary(anchored) { first, _ in first }
  }

  /// Always zero.
  public var startIndex: Int { 0 }
  /// How many there are.
  public var endIndex: Int { all.count }
  /// The topic with this number.
  public subscript(_ topic: Int) -> Topic {
    // Lent, not copied: most who ask want to see one thing about it.
    _read { yield all[topic] }
  }

  /// The topic that a note as a whole is about.
  public func topic(ofNote note: Int) -> Int { starts[note] }

  /// The topics of a note: its own, then those within it.
  public func topics(ofNote note: Int) -> Range<Int> { starts[note]..<starts[note + 1] }

  /// The topic that a link to a note, or to a section of it, leads to.
  func topic(ofNote note: Int, fragment: String?) -> Int {
    fragment.flatMap { sections[SectionKey(note: note, anchor: $0)] } ?? topic(ofNote: note)
  }

  /// The topic that a link leads to; nothing for what is no topic.
  func topic(at target: LinkTarget) -> Int? {
    switch target {
    case .note(let note, let fragment): topic(ofNote: note, fragment: fragment)
    case .stub(let topic): topic
    case .section, .asset, .made, .asWritten, .missing: nil
    }
  }

  /// The topics called `name`: those that the name fits best, and of these the ones of `domain`, if there are any.
  ///
  /// A note that says what kind of thing it is about counts for more than one that does not, a written topic for more than
  /// a stub, a title for more than an alias.
  public func named(_ name: some StringProtocol, in domain: String? = nil) -> [Int] {
    names.topics(named: name, in: domain, all)
  }

  /// All topics that have this title or alias, however well it fits, in order.
  public func all(named name: some StringProtocol) -> [Int] {
    names.all(named: name)
  }
}

extension Note {
  /// Its topics, the first of which gets the number `first` and is a part of `parent`.
  fileprivate func topics(number: Int, from first: Int, in parent: Int?) -> [Topic] {
    let own = Topic(
      name: title, aliases: frontMatter.aliases.map(\.text), definition: summary, kind: frontMatter.kind,
      domain: domain, note: number, anchor: nil, isStub: false, parent: parent, linking: frontMatter.linking,
      collocations: frontMatter.collocations.map(\.text), place: start)
    return [own]
      + inner.map { topic in
        Topic(
          name: topic.name, aliases: topic.aliases, definition: topic.definition, kind: topic.kind,
          domain: topic.domain ?? domain, note: number, anchor: topic.anchor, isStub: topic.isStub,
          parent: topic.parent.map { first + 1 + $0 } ?? first, linking: frontMatter.linking, collocations: [],
          place: Place(path: file, range: topic.range))
      }
  }
}
