import Markdown
import Notes
import Pages
import Source

/// A site of ten thousand pages with two thousand topics: what it takes with concept links, and without.
struct ConceptBenchmark {
  /// The processor time of the build without concept links, in seconds.
  let without: Double
  /// What concept links take besides.
  let concepts: Double
  /// How many names became links.
  let links: Int
  /// How many bytes of Markdown there are.
  let bytes: Int

  /// Reads, connects and renders a generated site.
  static func run(pages: Int = 10_000, topics: Int = 2_000) throws -> ConceptBenchmark {
    var generator = SiteGenerator(topics: topics)
    let reader = NoteReader(settings: Settings()) { _, code, output, _ in output.append(escaping: code) }
    let files = (0..<pages).map { generator.page($0) }
    let start = processorSeconds()
    let readings = files.map { file in
      reader.read(SourceText(path: file.path, bytes: file.bytes), at: ContentPath(file.path))[0]
    }
    let index = SiteIndex(readings.map(\.note), assets: [], title: "Site", withDrafts: true)
    let known = Topics(index)
    let linker = Linker(index, known)
    let links = index.notes.indices.map { linker.links(of: $0) }
    let read = processorSeconds() - start

    let conceptStart = processorSeconds()
    let concepts = ConceptLinker(known, index)
    let found = readings.indices.map { concepts.occurrences(in: readings[$0].body, of: $0, targets: []) }
    let mentions = concepts.mentions(found)
    let linking = processorSeconds() - conceptStart

    let theme = try Theme()
    func render(_ mentions: [[Mention]]) -> Double {
      let start = processorSeconds()
      let knowledge = KnowledgeBase(index, topics: known, links: links, mentions: mentions)
      let site = Site(knowledge, settings: Settings(), theme: theme, generator: "Benchmark")
      for page in site.pages {
        var output = ByteWriter(capacity: 1 << 15)
        site.render(page, into: &output) { readings[$0].body.marking(knowledge.mentions[$0]) }
      }
      return processorSeconds() - start
    }
    let plain = render([])
    let linked = render(mentions)
    return ConceptBenchmark(
      without: read + plain, concepts: linking + linked - plain,
      links: mentions.reduce(0) { $0 + $1.count { $0.isLinked } }, bytes: files.reduce(0) { $0 + $1.bytes.count })
  }
}

/// Writes notes of a language that nobody speaks: the first ones explain topics, the others speak of them.
private struct SiteGenerator {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15
  private let words: [String]
  private var names: [String] = []
  /// The topics that the page speaks of.
  private var subjects: [Int] = []

  init(topics: Int) {
    words = (0..<3_000).map(Self.word)
    for number in 0..<topics {
      switch number % 4 {
      case 0: names.append((Self.word(number) + Self.word(number * 11 + 5)).capitalizedWord)
      case 1: names.append(Self.word(number).capitalizedWord + Self.word(number * 7 + 1).capitalizedWord)
      default: names.append("\(Self.word(number * 3)) \(Self.word(number * 5 + 2))")
      }
    }
  }

  mutating func page(_ number: Int) -> (path: String, bytes: [UInt8]) {
    var text = ""
    subjects = (0..<12).map { _ in next(names.count) }
    let isTopic = number < names.count
    let title = isTopic ? names[number] : "How to \(words[number % 997]) the \(words[number % 991]) of \(number)"
    text += "---\ntitle: \"\(title)\"\n\(isTopic ? "kind: concept\n" : "")domain: one\n---\n\n"
    text += "\(title.capitalizedWord) is \(sentence(12))\n\n"
    while text.utf8.count < 7_000 {
      text += "## \(words[next(words.count)].capitalizedWord) \(words[next(words.count)])\n\n"
      for _ in 0..<3 { text += (0..<4).map { _ in sentence(14) }.joined(separator: " ") + "\n\n" }
      text += "- `\(words[next(words.count)])` and [a page](page-\(next(names.count)).md)\n- \(sentence(9))\n\n"
    }
    return ("one/page-\(number).md", Array(text.utf8))
  }

  /// A sentence of some words, one in twelve of which is a topic's name.
  private mutating func sentence(_ count: Int) -> String {
    let parts = (0..<count).map { _ -> String in
      switch next(12) {
      case 0: names[subjects[next(subjects.count)]]
      case 1...4: ["the", "of", "a", "to", "and", "in"][next(6)]
      default: words[next(words.count)]
      }
    }
    return parts.joined(separator: " ").capitalizedWord + "."
  }

  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  private static func word(_ number: Int) -> String {
    let consonants = Array("bdfgklmnprstvz"), vowels = Array("aeiou")
    var (rest, word) = (number * 37 + 11, "")
    for _ in 0..<3 {
      word.append(consonants[rest % consonants.count])
      rest /= consonants.count
      word.append(vowels[rest % vowels.count])
      rest = rest / vowels.count + number * 13
    }
    return word
  }
}

extension String {
  fileprivate var capitalizedWord: String { prefix(1).uppercased() + dropFirst() }
}
