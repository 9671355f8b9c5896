internal import CYAML
internal import Source

/// libyaml's parser over a stretch of memory: the only thing here that talks to it.
@safe
struct EventReader: ~Copyable {
  /// The parser keeps a pointer to itself, so it must not move.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>

  /// Reads `text`, which must outlive the reader, hold valid UTF-8 and no byte order mark.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    unsafe parser = .allocate(capacity: 1)
    unsafe event = .allocate(capacity: 1)
    unsafe event.initialize(to: yaml_event_t())
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      unsafe parser.deallocate()
      unsafe event.deallocate()
      return nil
    }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    unsafe yaml_event_delete(event)
    unsafe yaml_parser_delete(parser)
    unsafe event.deallocate()
    unsafe parser.deallocate()
  }

  /// Reads the next event; false where the text breaks the grammar.
  mutating func advance() -> Bool {
    unsafe yaml_event_delete(event)
    return unsafe yaml_parser_parse(parser, event) == 1
  }

  var kind: yaml_event_type_t { unsafe event.pointee.type }
  var start: Mark { unsafe Mark(event.pointee.start_mark) }
  var end: Mark { unsafe Mark(event.pointee.end_mark) }

  /// The number of bytes of a scalar event's text.
  var valueCount: Int { unsafe event.pointee.data.scalar.length }

  /// Whether the text of a scalar event is `text`.
  func valueReads(_ text: ArraySlice<UInt8>) -> Bool {
    unsafe text.elementsEqual(value)
  }

  /// Appends the text of a scalar event.
  func appendValue(to texts: inout [UInt8]) {
    unsafe texts.append(contentsOf: value)
  }

  private var value: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: event.pointee.data.scalar.value, count: event.pointee.data.scalar.length)
  }

  /// The style of a scalar event.
  var scalarStyle: YAMLStyle {
    switch unsafe event.pointee.data.scalar.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  /// The style of an event that starts a list or a mapping.
  var collectionStyle: YAMLStyle {
    let isFlow =
      kind == YAML_MAPPING_START_EVENT
      ? unsafe event.pointee.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
      : unsafe event.pointee.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
    return isFlow ? .flow : .block
  }

  /// The anchor of an event that starts a node, or the name in an alias event.
  var anchor: String? {
    let name =
      switch kind {
      case YAML_SCALAR_EVENT: unsafe event.pointee.data.scalar.anchor
      case YAML_SEQUENCE_START_EVENT: unsafe event.pointee.data.sequence_start.anchor
      case YAML_MAPPING_START_EVENT: unsafe event.pointee.data.mapping_start.anchor
      case YAML_ALIAS_EVENT: unsafe event.pointee.data.alias.anchor
      default: unsafe UnsafeMutablePointer<yaml_char_t>?.none
      }
    return unsafe Self.string(name)
  }

  /// The tag of an event that starts a node.
  var tag: String? {
    let name =
      switch kind {
      case YAML_SCALAR_EVENT: unsafe event.pointee.data.scalar.tag
      case YAML_SEQUENCE_START_EVENT: unsafe event.pointee.data.sequence_start.tag
      case YAML_MAPPING_START_EVENT: unsafe event.pointee.data.mapping_start.tag
      default: unsafe UnsafeMutablePointer<yaml_char_t>?.none
      }
    return unsafe Self.string(name)
  }

  /// What the parser says after ``advance()`` failed.
  var complaint: Complaint {
    unsafe Complaint(
      problem: parser.pointee.problem.map { unsafe String(cString: $0) } ?? "",
      mark: Mark(parser.pointee.problem_mark),
      context: parser.pointee.context.map { unsafe String(cString: $0) } ?? "",
      contextMark: Mark(parser.pointee.context_mark))
  }

  private static func string(_ name: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    unsafe name.map { unsafe String(cString: $0) }
  }

  /// A place as libyaml counts it: lines from 0, the index in Unicode scalars.
  struct Mark {
    let index: Int
    let line: Int

    init(_ mark: yaml_mark_t) {
      index = mark.index
      line = mark.line
    }
  }

  /// An error in libyaml's words.
  struct Complaint {
    let problem: String
    let mark: Mark
    let context: String
    let contextMark: Mark
  }
}
