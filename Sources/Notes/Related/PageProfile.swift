public import Markdown
import Source

/// What is kept of a note's text to compare it with others, and to tell what it builds upon: a few kilobytes at most.
///
/// It is made once a note, side by side with others, while the text is at hand.
public struct PageProfile: Sendable {
  /// The words of its title and text, and its words in pairs.
  let terms: [TermCount]
  /// For each of the note's links, how much it says that the other page comes first.
  let linkWeights: [LinkWeight]

  /// The profile of a note.
  ///
  /// - Parameters:
  ///   - body: The note's body.
  ///   - siteSize: How many notes there are in all. Of a large site's words only a sample is kept, for each note the same
  ///     words, so that what is kept in all stays within bounds.
  public init(_ note: Note, _ body: Body, siteSize: Int) {
    var sampling = 0
    while siteSize >> sampling > Self.fullSize { sampling += 1 }
    let title = note.title.utf8.span
    var counter = TermCounter(bytes: body.html.count, sampling: sampling)
    Self.count(title, isHTML: false, into: &counter)
    Self.count(body.html.span, isHTML: true, into: &counter)
    terms = counter.finish()
    linkWeights = LinkWeight.weights(of: note, in: body)
  }

  /// Up to so many notes all words are kept. Half of them find nearly as much, at two thirds of the cost.
  private static let fullSize = 600

  private static func count(_ text: Span<UInt8>, isHTML: Bool, into counter: inout TermCounter) {
    let functionWords = FunctionWords.english
    var scanner = WordScanner(isHTML: isHTML)
    var last: WordHash?
    while let word = scanner.next(in: text) {
      if functionWords.contains(word.hash) { continue }
      counter.add(word.hash)
      if let last { counter.add(last.followed(by: word.hash)) }
      last = word.hash
    }
  }
}
