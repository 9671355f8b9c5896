internal import Source

/// Says in plain words what libyaml complains about.
struct SyntaxWords {
  /// The complaint as a problem with its place.
  let problem: YAMLProblem

  /// - Parameters:
  ///   - text: What was read.
  ///   - complaint: What libyaml says.
  ///   - mark: The byte offset at which it noticed.
  ///   - context: The byte offset at which the thing begins that it was reading.
  init(_ text: ArraySlice<UInt8>, _ complaint: EventReader.Complaint, mark: Int, context: Int) {
    let found = Self.character(text, at: mark)
    let opening = Self.character(text, at: context)
    if let message = Self.unclosed(complaint, opening.name, isAtEnd: Self.isAtEnd(text, mark)) {
      problem = YAMLProblem(.syntax, message, at: opening.range)
      return
    }
    let message = Self.message(complaint.problem, found.name)
    var notes: [YAMLProblem.Note] = []
    if context < mark, let note = Self.note(complaint.context, opening.name) {
      notes.append(YAMLProblem.Note(note, at: opening.range))
    }
    problem = YAMLProblem(.syntax, message, at: found.range, notes: notes)
  }

  /// What to say about a bracket or a quote that is still open at the end of the document.
  private static func unclosed(_ complaint: EventReader.Complaint, _ opening: String, isAtEnd: Bool) -> String? {
    switch complaint.problem {
    case "found unexpected end of stream", "found unexpected document indicator":
      "\(opening) is not closed"
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      isAtEnd ? "\(opening) is not closed" : nil
    default:
      nil
    }
  }

  private static func message(_ problem: String, _ found: String) -> String {
    switch problem {
    case "mapping values are not allowed in this context":
      "Mapping in the middle of a value: put the value in quotes if ':' belongs to it"
    case "mapping keys are not allowed in this context":
      "'?' starts a key only at the beginning of a line"
    case "block sequence entries are not allowed in this context":
      "List item in the middle of a value: '- ' starts an item only on a line of its own"
    case "could not find expected ':'":
      "Key without ': ' before the end of its line"
    case "did not find expected key", "did not find expected '-' indicator":
      misaligned(found, inList: problem.hasSuffix("indicator"))
    case "did not find expected ',' or ']'":
      "\(found) in a list in brackets where ',' or ']' belongs"
    case "did not find expected ',' or '}'":
      "\(found) in a mapping in braces where ',' or '}' belongs"
    case "did not find expected node content":
      "\(found) where a value belongs"
    case "did not find expected <document start>":
      "\(found) after the end of the document: a new one starts with '---'"
    case "found character that cannot start any token":
      found == tab
        ? "Tab in the indentation: YAML indents with spaces" : "\(found) cannot start a plain value: put it in quotes"
    case "found a tab character where an indentation space is expected",
      "found a tab character that violates indentation":
      "Tab in the indentation: YAML indents with spaces"
    default:
      rareMessage(problem, found)
    }
  }

  private static func rareMessage(_ problem: String, _ found: String) -> String {
    switch problem {
    case "found unknown escape character":
      "Unknown escape in double quotes: '\\' starts an escape, single quotes keep it as it is"
    case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
      "Escape in double quotes that names no character"
    case "found unexpected ':'":
      "':' in a plain value in brackets: put the value in quotes"
    case "did not find expected alphabetic or numeric character":
      "Name of an anchor or alias missing: it takes letters, digits, '-' and '_'"
    case "found undefined tag handle":
      "Tag with a prefix that no %TAG line defines"
    case "did not find expected comment or line break", "did not find expected whitespace or line break":
      "\(found) where the line should end"
    case "found an indentation indicator equal to 0":
      "Indentation of a block text cannot be 0"
    case "found unknown directive name":
      "Unknown directive: only %YAML and %TAG exist"
    case "found incompatible YAML document":
      "%YAML names a version other than 1.1 or 1.2"
    case "found duplicate %YAML directive", "found duplicate %TAG directive", "duplicate %TAG directive":
      "Directive that stands there already"
    default:
      "\(found) is not YAML here (\(problem))"
    }
  }

  private static func misaligned(_ found: String, inList: Bool) -> String {
    inList
      ? "\(found) in a list where '- ' belongs: items of one list start in one column"
      : "\(found) in a mapping where a key belongs: keys of one mapping start in one column"
  }

  private static func note(_ context: String, _ opening: String) -> String? {
    switch context {
    case "while parsing a block mapping": "The mapping starts here"
    case "while parsing a block collection": "The list starts here"
    case "while parsing a flow mapping", "while parsing a flow sequence": "\(opening) opens here"
    case "while scanning a quoted scalar": "\(opening) opens here"
    case "while scanning a simple key": "The key starts here"
    case "while scanning a block scalar": "The block text starts here"
    default: nil
    }
  }

  private static let tab = "A tab"

  /// The character at an offset as it is named in a message, and its place.
  private static func character(_ text: ArraySlice<UInt8>, at offset: Int) -> (
    name: String, range: SourceRange
  ) {
    guard offset < text.endIndex else { return ("The end", SourceRange(at: text.endIndex)) }
    switch text[offset] {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return ("The end of the line", SourceRange(at: offset))
    case UInt8(ascii: "\t"): return (tab, SourceRange(offset, offset + 1))
    default: break
    }
    var end = offset + 1
    while end < text.endIndex, text[end] & 0xC0 == 0x80 { end += 1 }
    let name = String(decoding: text[offset..<end], as: UTF8.self)
    return ("'\(name)'", SourceRange(offset, end))
  }

  /// Whether nothing but blanks follows up to the end of the text or the next document.
  private static func isAtEnd(_ text: ArraySlice<UInt8>, _ offset: Int) -> Bool {
    offset >= text.endIndex || Written.documentMarker(text, from: offset, after: offset - 1) == offset
  }
}
