/// Writes the names file of a site.
struct NamesWriter {
  private let texts: NamesTexts
  private let headings: HeadingOrder
  private let paths: [PathWriter.Rest]
  private let dictionary: AtomDictionary

  /// Gives numbers to what the texts are made of.
  init(_ texts: NamesTexts) {
    self.texts = texts
    let headings = HeadingOrder(texts.outline, headings: texts.headings.count)
    var writer = PathWriter(texts.collector)
    var paths: [PathWriter.Rest] = []
    for page in 0..<texts.paths.count {
      let title = texts.titles.values[texts.titles[page]]
      paths.append(writer.rest(of: texts.paths.values[texts.paths[page]], title: title))
    }
    dictionary = AtomDictionary(texts.collector, counts: AtomCounts(texts, headings, paths).counts)
    (self.headings, self.paths) = (headings, paths)
  }

  /// The file.
  func file(classes: [UInt8], shards: [UInt8]) -> [UInt8] {
    let (words, spellings) = dictionary.sections
    var file = IndexBytes()
    let sections = [
      words, spellings, dictionary.codesSection, titles, pathSection, lists(texts.aliases), repeatedHeadings,
      singleHeadings, outline, sectionLists(texts.anchors), sectionLists(texts.topics), lists(texts.inbound),
      definitions, classes, shards,
    ]
    for section in sections { file.append(fixed: UInt32(truncatingIfNeeded: section.count)) }
    for section in sections { file.append(section) }
    var bytes = IndexFormat.mark(of: .names) + [0, 0, 0, 0] + file.bytes
    IndexFormat.seal(&bytes)
    return bytes
  }

  // MARK: Texts

  private func write(_ text: ArraySlice<UInt32>, to output: inout IndexBytes) {
    dictionary.write(text, to: &output)
    output.append(0)
  }

  private var titles: [UInt8] {
    var output = IndexBytes()
    output.append(number: texts.titles.count)
    for page in 0..<texts.titles.count { write(texts.titles.values[texts.titles[page]], to: &output) }
    return output.bytes
  }

  private var definitions: [UInt8] {
    var output = IndexBytes()
    for page in 0..<texts.definitions.count { write(texts.definitions.values[texts.definitions[page]], to: &output) }
    return output.bytes
  }

  private var pathSection: [UInt8] {
    var output = IndexBytes()
    for path in paths {
      output.append(number: path.shared)
      for code in path.codes {
        if code & PathWriter.runFlag == 0 {
          dictionary.write([code], to: &output)
        } else {
          output.append(1)
          output.append(UInt8(truncatingIfNeeded: code))
        }
      }
      output.append(0)
    }
    return output.bytes
  }

  /// Several texts of each page, behind the last one a text without a code.
  private func lists(_ lists: Groups) -> [UInt8] {
    var output = IndexBytes()
    for page in 0..<lists.count {
      for text in lists.values[lists[page]].split(separator: NamesTexts.end) { write(text, to: &output) }
      output.append(0)
    }
    return output.bytes
  }

  // MARK: Sections

  private var repeatedHeadings: [UInt8] {
    var output = IndexBytes()
    for heading in headings.repeated { write(texts.headings.values[texts.headings[heading]], to: &output) }
    return output.bytes
  }

  private var singleHeadings: [UInt8] {
    var output = IndexBytes()
    for heading in texts.outline.values where headings.isSingle(heading) {
      write(texts.headings.values[texts.headings[Int(heading)]], to: &output)
    }
    return output.bytes
  }

  private var outline: [UInt8] {
    var output = IndexBytes()
    headings.write(texts.outline, to: &output)
    return output.bytes
  }

  /// A text for some sections of each page: how far the section is from the one before it and one more, then the text.
  private func sectionLists(_ lists: Groups) -> [UInt8] {
    var output = IndexBytes()
    for page in 0..<lists.count {
      var last = 0
      for entry in lists.values[lists[page]].split(separator: NamesTexts.end) {
        let section = Int(entry[entry.startIndex])
        output.append(number: section - last + 1)
        write(entry.dropFirst(), to: &output)
        last = section
      }
      output.append(0)
    }
    return output.bytes
  }
}
