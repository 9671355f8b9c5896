/// Writes the names file of a site.
struct NamesWriter {
  private let texts: NamesTexts
  private let headings: HeadingOrder
  private let fields: [Groups]
  private let dictionary: AtomDictionary

  /// Gives numbers to what the texts are made of.
  init(_ texts: NamesTexts) {
    self.texts = texts
    headings = HeadingOrder(texts.outline, headings: texts.headings.count)
    var ordered = Groups()
    for heading in headings.all(texts.outline) {
      ordered.append(contentsOf: Array(texts.headings.values[texts.headings[heading]]))
      ordered.close()
    }
    fields = [
      texts.titles, texts.paths, texts.definitions, ordered, texts.aliases.texts, texts.inbound.texts,
      texts.topics.texts, texts.anchors.texts, texts.kinds.texts, texts.domains.texts,
    ]
    dictionary = AtomDictionary(texts.collector, counts: texts.collector.counts(fields))
  }

  /// The file, given its section of files of body words.
  func file(shards: [UInt8]) -> [UInt8] {
    let (words, spellings) = dictionary.sections
    var file = IndexBytes()
    file.append(IndexFormat.mark(of: .names))
    file.append(fixed: 0)
    let sections = [
      words, spellings, dictionary.codesSection, textSection, headings.section(texts.outline), owners, pages, shards,
    ]
    for section in sections { file.append(fixed: UInt32(truncatingIfNeeded: section.count)) }
    for section in sections { file.append(section) }
    var bytes = file.bytes
    IndexFormat.seal(&bytes)
    return bytes
  }

  /// How many texts there are of each field, and all of them.
  private var textSection: [UInt8] {
    var section = IndexBytes()
    for field in fields { section.append(number: field.count) }
    for field in fields {
      for text in 0..<field.count {
        dictionary.write(field.values[field[text]], to: &section)
        section.append(0)
      }
    }
    return section.bytes
  }

  /// To which pages and sections texts belong, each as its distance from the one before.
  private var owners: [UInt8] {
    var section = IndexBytes()
    for texts in [texts.aliases, texts.inbound, texts.topics, texts.anchors] {
      var last = 0
      for owner in texts.owners {
        section.append(number: owner - last)
        last = owner
      }
    }
    return section.bytes
  }

  /// The kinds of all pages, their domains, and how many bits the number of links to each has.
  private var pages: [UInt8] {
    var section = IndexBytes()
    for numbers in [texts.kinds.numbers, texts.domains.numbers, texts.links] {
      for number in numbers { section.append(number: number) }
    }
    return section.bytes
  }
}
