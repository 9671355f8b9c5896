public import Markdown
public import Source

/// A place in a note's text where a topic is named.
public struct Mention: Sendable, Hashable {
  /// The topic.
  public let topic: Int
  /// Where it is named in the HTML of the note's body.
  public let html: Range<Int>
  /// Where it is named in the note's file.
  public let range: SourceRange
  /// Whether the name becomes a link to the topic.
  public let isLinked: Bool

  /// A topic that is named at `html` of a body, which is `range` of the file.
  public init(_ topic: Int, html: Range<Int>, range: SourceRange, isLinked: Bool) {
    self.topic = topic
    self.html = html
    self.range = range
    self.isLinked = isLinked
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
