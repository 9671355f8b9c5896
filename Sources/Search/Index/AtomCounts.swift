/// How often each atom is written.
struct AtomCounts {
  /// By atom of the collector.
  private(set) var counts: [UInt32]

  init(_ texts: NamesTexts, _ headings: HeadingOrder, _ paths: [PathWriter.Rest]) {
    counts = [UInt32](
      repeating: 0, count: 2 * max(texts.collector.words.count, texts.collector.separators.count) + 2)
    for texts in [texts.titles, texts.definitions, texts.aliases, texts.inbound] { add(texts.values[...]) }
    for path in paths { add(path.codes[...]) }
    for heading in headings.repeated { add(texts.headings.values[texts.headings[heading]]) }
    for heading in texts.outline.values where headings.isSingle(heading) {
      add(texts.headings.values[texts.headings[Int(heading)]])
    }
    for lists in [texts.anchors, texts.topics] {
      for entry in lists.values.split(separator: NamesTexts.end) { add(entry.dropFirst()) }
    }
  }

  private mutating func add(_ atoms: ArraySlice<UInt32>) {
    for atom in atoms where atom & PathWriter.runFlag == 0 { counts[Int(atom)] += 1 }
  }
}
