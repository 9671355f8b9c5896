internal import CYAML
internal import Source

/// Makes a tree of libyaml's events, and problems of what it complains about.
struct DocumentReader {
  private let text: ArraySlice<UInt8>
  private var offsets: CharacterOffsets
  private(set) var tree: TreeBuilder
  private(set) var problems: [YAMLProblem]

  /// The nodes that were given a name in this document.
  private var anchors: [String: Int] = [:]
  /// Where the last document began.
  private var documentStart: Int

  /// Reads all documents of `text`, which holds valid UTF-8 and no byte order mark, with scalars beyond ASCII at the
  /// offsets `wide`.
  init(_ text: ArraySlice<UInt8>, wide: [UInt32], problems: [YAMLProblem]) {
    self.text = text
    self.problems = problems
    offsets = CharacterOffsets(in: text, wide: wide, from: text.startIndex)
    documentStart = text.startIndex
    tree = TreeBuilder(capacity: text.count / 16 + 8)
    var next: Int? = text.startIndex
    while let start = next {
      offsets = CharacterOffsets(in: text, wide: wide, from: start)
      documentStart = start
      next = unsafe text[start...].withUnsafeBufferPointer { unsafe read($0) }
      // Each start costs a new parser; a text this bad is not worth more of them.
      if self.problems.count >= YAMLStream.problemLimit { return }
    }
  }

  /// Reads up to the end or the first error, and returns where to go on after that.
  private mutating func read(_ rest: UnsafeBufferPointer<UInt8>) -> Int? {
    guard var reader = unsafe EventReader(rest) else { return nil }
    while reader.advance() {
      switch reader.kind {
      case YAML_SCALAR_EVENT: addScalar(reader)
      case YAML_MAPPING_START_EVENT, YAML_SEQUENCE_START_EVENT:
        if tree.depth == YAMLStream.depthLimit { return breakOff(tooDeepAt: offsets[reader.start]) }
        openCollection(reader)
      case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: closeCollection(reader)
      case YAML_ALIAS_EVENT: addAlias(reader)
      case YAML_DOCUMENT_START_EVENT: beginDocument(offsets[reader.start])
      case YAML_STREAM_END_EVENT: return nil
      default: break
      }
    }
    return breakOff(reader.complaint)
  }

  private mutating func beginDocument(_ start: Int) {
    documentStart = start
    anchors.removeAll()
    tree.beginDocument()
  }

  // MARK: Nodes

  private mutating func addScalar(_ reader: borrowing EventReader) {
    let start = offsets[reader.start]
    var record = YAMLTree.Record(
      range: SourceRange(start, offsets[reader.end]), shape: .scalar, style: reader.scalarStyle)
    keepProperties(&record, anchor: reader.anchor, tag: reader.tag)
    if record.style == .literal || record.style == .folded {
      record.range = SourceRange(record.range.start, Written.withoutBlankLines(text, record.range))
    }
    record.count = UInt32(truncatingIfNeeded: reader.valueCount)
    let written = Self.content(of: record.range, record.style)
    if written.count == reader.valueCount, isVerbatim(reader, written) {
      record.flags.insert(.isVerbatim)
      record.first = UInt32(truncatingIfNeeded: written.start)
    } else {
      record.first = tree.keepText(of: reader)
    }
    tree.add(record)
  }

  /// Where a scalar's text stands if nothing in it is written otherwise than it reads.
  private static func content(of range: SourceRange, _ style: YAMLStyle) -> SourceRange {
    switch style {
    case .singleQuoted, .doubleQuoted: SourceRange(range.start + 1, range.end - 1)
    default: range
    }
  }

  private func isVerbatim(_ reader: borrowing EventReader, _ written: SourceRange) -> Bool {
    // A plain scalar on one line is always read as it is written.
    if reader.scalarStyle == .plain, reader.start.line == reader.end.line { return true }
    return reader.valueReads(text[written.start..<written.end])
  }

  private mutating func addAlias(_ reader: borrowing EventReader) {
    let start = offsets[reader.start]
    let name = reader.anchor ?? ""
    var record = YAMLTree.Record(range: SourceRange(start, offsets[reader.end]), shape: .alias, style: .plain)
    record.flags = .hasProperties
    tree.keep(anchor: name, tag: nil)
    let target = anchors[name]
    if let target, tree.records[target].end != 0 {
      record.first = UInt32(truncatingIfNeeded: target)
    } else {
      record.flags.insert(.isDangling)
      if problems.count < YAMLStream.problemLimit {
        problems.append(.unknownAlias(name, isInside: target != nil, at: record.range))
      }
    }
    tree.add(record)
  }

  private mutating func openCollection(_ reader: borrowing EventReader) {
    let shape: YAMLTree.Shape = reader.kind == YAML_MAPPING_START_EVENT ? .mapping : .sequence
    let range = SourceRange(offsets[reader.start], text.endIndex)
    var record = YAMLTree.Record(range: range, shape: shape, style: reader.collectionStyle)
    keepProperties(&record, anchor: reader.anchor, tag: reader.tag)
    tree.open(record)
  }

  /// Keeps a node's anchor and tag, and takes them out of its range.
  private mutating func keepProperties(_ record: inout YAMLTree.Record, anchor: String?, tag: String?) {
    guard anchor != nil || tag != nil else { return }
    let start = Written.skipProperties(text, record.range, hasAnchor: anchor != nil, hasTag: tag != nil)
    record.range = SourceRange(start, record.range.end)
    record.flags.insert(.hasProperties)
    tree.keep(anchor: anchor, tag: tag)
    if let anchor { anchors[anchor] = tree.records.count }
  }

  private mutating func closeCollection(_ reader: borrowing EventReader) {
    // A block ends for libyaml where the next thing begins, and so does the pair in `[a: b]`: at a point, not a bracket.
    let isPoint = reader.start.index == reader.end.index
    guard let index = tree.close(at: isPoint ? nil : offsets[reader.end]) else { return }
    if tree.records[index].shape == .mapping, tree.records[index].count > 2 {
      DuplicateKeys.find(in: index, tree, text, &problems)
    }
  }

  // MARK: Errors

  private mutating func breakOff(tooDeepAt offset: Int) -> Int? {
    problems.append(.tooDeep(at: SourceRange(offset, offset + 1)))
    return breakOff(after: offset)
  }

  private mutating func breakOff(_ complaint: EventReader.Complaint) -> Int? {
    let mark = offsets[complaint.mark]
    let context = offsets[complaint.contextMark]
    problems.append(SyntaxWords(text, complaint, mark: mark, context: context).problem)
    return breakOff(after: mark)
  }

  /// Completes what is open and finds where the next document begins.
  private mutating func breakOff(after offset: Int) -> Int? {
    tree.breakOff()
    return Written.documentMarker(text, from: offset, after: documentStart)
  }
}
