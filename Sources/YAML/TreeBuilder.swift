internal import CYAML
internal import Source

/// Makes the flat tree out of libyaml's events.
struct TreeBuilder {
  typealias Record = YAMLTree.Record

  private(set) var records: [Record] = []
  private(set) var texts: [UInt8] = []
  private(set) var names: [String] = []
  private(set) var roots: [Int] = []
  private(set) var problems: [YAMLProblem] = []

  /// The collections that are not complete yet, outermost first.
  private var open: [Int] = []
  /// The nodes that were given a name in this document.
  private var anchors: [String: UInt32] = [:]
  /// Where the node that was completed last ended.
  private var lastEnd = 0
  /// Where the last document began.
  private var documentStart = 0

  /// A builder with room for about as many nodes.
  init(capacity: Int) {
    records.reserveCapacity(capacity + 8)
  }

  /// Reads all documents of `text`. After an error it goes on at the next `---`.
  mutating func read(_ text: ArraySlice<UInt8>, isASCII: Bool) {
    var next: Int? = text.startIndex
    while let base = next {
      var offsets = CharacterOffsets(from: base, isASCII: isASCII)
      next = unsafe text[base...].withUnsafeBufferPointer { unsafe readDocuments(text, $0, &offsets) }
      // Each new start costs a new parser; a text this bad is not worth more of them.
      if problems.count >= YAMLStream.problemLimit { return }
    }
  }

  /// Adds a problem that was found before the events were read.
  mutating func add(_ problem: YAMLProblem) {
    problems.append(problem)
  }

  /// Reads up to the end or the first error, and returns where to go on after that.
  private mutating func readDocuments(
    _ text: ArraySlice<UInt8>, _ rest: UnsafeBufferPointer<UInt8>, _ offsets: inout CharacterOffsets
  ) -> Int? {
    documentStart = offsets.base
    guard var reader = unsafe EventReader(rest) else { return nil }
    while reader.advance() {
      let start = offsets.offset(of: reader.start.index, in: text)
      switch reader.kind {
      case YAML_STREAM_END_EVENT:
        return nil
      case YAML_DOCUMENT_START_EVENT:
        documentStart = start
        anchors.removeAll()
        roots.append(records.count)
      case YAML_SCALAR_EVENT:
        let end = offsets.offset(of: reader.end.index, in: text)
        addScalar(reader, SourceRange(start, end), text)
      case YAML_ALIAS_EVENT:
        addAlias(reader, SourceRange(start, offsets.offset(of: reader.end.index, in: text)))
      case YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT:
        if open.count == YAMLStream.depthLimit {
          problems.append(.tooDeep(at: SourceRange(start, start + 1)))
          return abandon(text, after: start)
        }
        openCollection(reader, start, text)
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
        // A block ends for libyaml where the next thing begins, and so does the pair in `[a: b]`: a point, not a bracket.
        let isPoint = reader.start.index == reader.end.index
        closeCollection(endingAt: isPoint ? nil : offsets.offset(of: reader.end.index, in: text), text)
      default:
        break
      }
    }
    let complaint = reader.complaint
    let mark = offsets.offset(of: complaint.mark.index, in: text)
    let context = offsets.offset(of: complaint.contextMark.index, in: text)
    problems.append(SyntaxWords(text, complaint, mark: mark, context: context).problem)
    return abandon(text, after: mark)
  }

  // MARK: Nodes

  private mutating func addScalar(
    _ reader: borrowing EventReader, _ range: SourceRange, _ text: ArraySlice<UInt8>
  ) {
    let style = reader.scalarStyle
    var record = Record(range: range, shape: .scalar, style: style)
    nameAndPlace(&record, reader, text)
    record.textCount = UInt32(reader.valueCount)
    let written = Self.content(of: record.range, style)
    if written.count == reader.valueCount, Self.isVerbatim(reader, written, text) {
      record.flags = .isVerbatim
      record.textStart = UInt32(written.start)
    } else {
      record.textStart = UInt32(texts.count)
      reader.appendValue(to: &texts)
    }
    add(record)
    lastEnd = record.range.end
  }

  /// Where a scalar's text stands if nothing in it is written otherwise than it reads.
  private static func content(of range: SourceRange, _ style: YAMLStyle) -> SourceRange {
    switch style {
    case .singleQuoted, .doubleQuoted: SourceRange(range.start + 1, range.end - 1)
    default: range
    }
  }

  private static func isVerbatim(
    _ reader: borrowing EventReader, _ written: SourceRange, _ text: ArraySlice<UInt8>
  ) -> Bool {
    // A plain scalar on one line is always read as it is written.
    if reader.scalarStyle == .plain, reader.start.line == reader.end.line { return true }
    return reader.valueReads(text[written.start..<written.end])
  }

  private mutating func addAlias(_ reader: borrowing EventReader, _ range: SourceRange) {
    var record = Record(range: range, shape: .alias, style: .plain)
    let name = reader.anchor ?? ""
    record.anchor = intern(name)
    let target = anchors[name]
    if let target, records[Int(target)].end != 0 {
      record.count = target
    } else {
      record.flags = .isDangling
      problems.append(.unknownAlias(name, isInside: target != nil, at: range))
    }
    add(record)
    lastEnd = range.end
  }

  private mutating func openCollection(
    _ reader: borrowing EventReader, _ start: Int, _ text: ArraySlice<UInt8>
  ) {
    let shape: YAMLTree.Shape = reader.kind == YAML_MAPPING_START_EVENT ? .mapping : .sequence
    var record = Record(range: SourceRange(start, text.endIndex), shape: shape, style: reader.collectionStyle)
    nameAndPlace(&record, reader, text)
    add(record)
    open.append(records.count - 1)
  }

  /// Appends a record; a scalar or an alias is complete at once.
  private mutating func add(_ record: Record) {
    if let parent = open.last { records[parent].count += 1 }
    records.append(record)
    if record.shape == .scalar || record.shape == .alias {
      records[records.count - 1].end = UInt32(records.count)
    }
  }

  /// Keeps a node's anchor and tag, and takes them out of its range.
  private mutating func nameAndPlace(
    _ record: inout Record, _ reader: borrowing EventReader, _ text: ArraySlice<UInt8>
  ) {
    let anchor = reader.anchor
    let tag = reader.tag
    var end = record.range.end
    if anchor != nil || tag != nil {
      let start = Written.skipProperties(text, record.range, hasAnchor: anchor != nil, hasTag: tag != nil)
      record.range = SourceRange(start, end)
    }
    if record.style == .literal || record.style == .folded {
      end = Written.withoutBlankLines(text, record.range)
      record.range = SourceRange(record.range.start, end)
    }
    if let tag { record.tag = intern(tag) }
    if let anchor {
      record.anchor = intern(anchor)
      anchors[anchor] = UInt32(records.count)
    }
  }

  private mutating func intern(_ name: String) -> UInt32 {
    names.append(name)
    return UInt32(names.count)
  }

  /// Completes the innermost collection; without a bracket at its end it ends with its last child.
  private mutating func closeCollection(endingAt end: Int?, _ text: ArraySlice<UInt8>) {
    guard let index = open.popLast() else { return }
    let start = records[index].range.start
    lastEnd = end ?? (records[index].count > 0 ? lastEnd : start)
    records[index].range = SourceRange(start, lastEnd)
    records[index].end = UInt32(records.count)
    if records[index].shape == .mapping, records[index].count > 2 {
      DuplicateKeys.find(in: index, records, texts: texts, text, &problems)
    }
  }

  // MARK: Errors

  /// Completes what is open and finds where the next document begins.
  private mutating func abandon(_ text: ArraySlice<UInt8>, after offset: Int) -> Int? {
    while let index = open.popLast() {
      if records[index].shape == .mapping, records[index].count % 2 == 1 {
        records[index].count += 1
        records.append(
          Record(range: SourceRange(at: lastEnd), end: UInt32(records.count + 1), shape: .scalar, style: .plain))
      }
      let start = records[index].range.start
      records[index].range = SourceRange(start, max(start, lastEnd))
      records[index].end = UInt32(records.count)
      records[index].flags.insert(.isBroken)
    }
    if let root = roots.last, root == records.count { roots.removeLast() }
    return Written.documentMarker(text, from: offset, after: documentStart)
  }
}
