public import Markdown
public import Source

/// A place in a note's text where a topic is named.
public struct Mention: Sendable, Hashable {
  /// Why a name is no link.
  public enum Doubt: UInt8, Sendable {
    /// The author says that the topic is not to be linked.
    case unwanted
    /// The topic is only named so far; there is nothing to link to.
    case unwritten
    /// The author says that the phrase around it means something else.
    case otherPhrase
    /// Several topics have the name, and nothing tells which is meant.
    case severalSenses
    /// It is the end of a longer name.
    case longerName
    /// It is a verb.
    case verb
    /// It means something else in the page's domain, or in the one that is named before it.
    case otherDomain
    /// The topic's name is a plural, and this is no plural.
    case singular
    /// It is what is done rather than the thing.
    case deed
    /// Authors write the topic's name with a capital.
    case lowerCase
    /// The word before it makes something narrower of it.
    case narrower
    /// It only tells what sort of thing the next word means.
    case modifier
    /// Nothing around it speaks of the topic.
    case noEvidence
    /// The page has as many links as a reader can stand.
    case tooMany
  }

  private let number: UInt32
  private let start: UInt32
  private let length: UInt16
  private let sourceLength: UInt16
  private let source: UInt32
  /// Why it is no link; none if it is one.
  public let doubt: Doubt?

  /// The topic.
  public var topic: Int { Int(number) }
  /// Where it is named in the HTML of the note's body.
  public var html: Range<Int> { Int(start)..<Int(start) + Int(length) }
  /// Where it is named in the note's file.
  public var range: SourceRange { SourceRange(Int(source), Int(source) + Int(sourceLength)) }
  /// Whether the name becomes a link to the topic.
  public var isLinked: Bool { doubt == nil }

  /// Whether it means the topic as far as one can tell, though it may be no link for want of a page or of room.
  public var isCertain: Bool {
    switch doubt {
    case nil, .unwritten, .tooMany: true
    default: false
    }
  }

  /// A topic that is named at `html` of a body, which is `range` of the file.
  public init(_ topic: Int, html: Range<Int>, range: SourceRange, doubt: Doubt? = nil) {
    number = UInt32(clamping: topic)
    start = UInt32(clamping: html.lowerBound)
    length = UInt16(clamping: html.count)
    source = UInt32(clamping: range.start)
    sourceLength = UInt16(clamping: range.end - range.start)
    self.doubt = doubt
  }

  /// What was found, and why it is no link.
  init(_ occurrence: Occurrence, doubt: Doubt?) {
    number = UInt32(bitPattern: occurrence.topic)
    (start, length) = (occurrence.start, occurrence.length)
    (source, sourceLength) = (occurrence.source, occurrence.sourceLength)
    self.doubt = doubt
  }
}

extension Body {
  /// The body with holes where its linked mentions begin and end; `index` of each is the mention's place in the list.
  public func marking(_ mentions: [Mention]) -> Body {
    var merged: [Hole] = []
    merged.reserveCapacity(holes.count + mentions.count)
    var next = 0
    for (number, mention) in mentions.enumerated() where mention.isLinked {
      while next < holes.count, holes[next].offset <= mention.html.lowerBound {
        merged.append(holes[next])
        next += 1
      }
      merged.append(Hole(.mentionStart, number, at: mention.html.lowerBound))
      merged.append(Hole(.mentionEnd, number, at: mention.html.upperBound))
    }
    guard !merged.isEmpty else { return self }
    merged += holes[next...]
    return Body(html: html, holes: merged, prose: prose)
  }
}
