import Notes
import Search
import Source

/// The files that those who study read, below the site.
package enum StudyFiles {
  /// Whether a path is that of one.
  package static func hold(_ path: String) -> Bool { path.hasPrefix(folder) }

  /// The folder that they lie in.
  static let folder = "study/"
}

/// A topic, and its cards: what the page to study at lists.
public struct StudyTopic: Sendable {
  let name: String
  let file: String?
  let cards: [(front: [UInt8], back: [UInt8])]

  /// A topic with its cards.
  ///
  /// - Parameters:
  ///   - file: Where its text is, seen from the site's root and escaped; nothing where there is none yet.
  ///   - cards: What is asked and the answer, as HTML with addresses seen from `/study/`.
  public init(name: String, file: String?, cards: [(front: [UInt8], back: [UInt8])]) {
    self.name = name
    self.file = file
    self.cards = cards
  }
}

extension Site {
  /// What a build writes for those who study: the cards, the same as a script for pages on a disk, and the page.
  ///
  /// - Parameters:
  ///   - cards: All cards, as JSON.
  ///   - topics: What the page lists.
  package func studyFiles(cards: [UInt8], topics: [StudyTopic]) -> [OutputFile] {
    let name = "cards-\(ContentHash(cards).short).json"
    var files = [
      OutputFile(path: StudyFiles.folder + name, bytes: cards),
      OutputFile(
        path: StudyFiles.folder + ScriptTwin.name(of: name), bytes: ScriptTwin.script(name: name, bytes: cards)),
    ]
    guard hasStudyPage else { return files }
    var page = ByteWriter(capacity: 1 << 16)
    theme.render(.study, studyPage(cards: name, topics), into: &page)
    files.append(OutputFile(path: MadePage.study.address.file, bytes: page.finish()))
    return files
  }

  /// From how many cards on the page names topics only: it must not grow without end.
  private static let mostListed = 2_000

  private func studyPage(cards: String, _ topics: [StudyTopic]) -> PageModel {
    let address = MadePage.study.address
    let href = Href(from: address)
    let around = surroundings(of: address, in: 0, href)
    var page = frame(at: address, around, title: "Study")
    let count = topics.reduce(0) { $0 + $1.cards.count }
    let listed = topics.map { topic in
      StudyModel.Topic(
        title: topic.name, href: topic.file.map { "../" + $0 }, count: topic.cards.count,
        cards: count > Self.mostListed ? [] : topic.cards.map { (question: $0.front, answer: $0.back) })
    }
    page.study =
      StudyModel(
        style: href.file(theme.study.style), memory: href.file(theme.study.memory),
        charts: href.file(theme.study.charts), script: href.file(theme.study.script), cards: cards, count: count,
        topics: listed
      ).record
    page.summary =
      "\(count) \(count == 1 ? "card" : "cards") on \(topics.count) \(topics.count == 1 ? "topic" : "topics")."
    return page
  }
}
