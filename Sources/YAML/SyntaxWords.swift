internal import Source

/// Says in plain words what libyaml complains about.
struct SyntaxWords {
  private let glance: Glance
  private let complaint: String
  private let activity: String
  /// The byte offset at which libyaml noticed.
  private let mark: Int
  /// The byte offset at which the thing begins that it was reading.
  private let context: Int

  init(_ text: ArraySlice<UInt8>, _ complaint: EventReader.Complaint, mark: Int, context: Int) {
    glance = Glance(text: text)
    self.complaint = complaint.problem
    activity = complaint.context
    self.mark = mark
    self.context = context
  }

  /// The complaint as a problem with its place.
  var problem: YAMLProblem {
    switch complaint {
    case "found unexpected end of stream", "found unexpected document indicator":
      unclosed
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      glance.isDocumentEnd(mark) ? unclosed : inBrackets
    case "could not find expected ':'":
      keyWithoutColon
    case "did not find expected key":
      outOfLine(in: "mapping")
    case "did not find expected '-' indicator":
      outOfLine(in: "list")
    case "mapping values are not allowed in this context":
      mappingInText
    case "found character that cannot start any token":
      badStart
    case "did not find expected alphabetic or numeric character":
      nameless
    default:
      problem(Self.message(complaint) ?? other, at: glance.word(at: mark).range)
    }
  }

  // MARK: The frequent ones

  /// A bracket or a quote that is still open at the end of the document.
  private var unclosed: YAMLProblem {
    let opening = glance.character(at: context)
    return problem("'\(opening.text)' is not closed", at: opening.range)
  }

  private var inBrackets: YAMLProblem {
    let found = glance.character(at: mark)
    let opening = glance.character(at: context)
    let message =
      complaint.hasSuffix("']'")
      ? "\(glance.name(of: found)) in a list in brackets where ',' or ']' belongs"
      : "\(glance.name(of: found)) in a mapping in braces where ',' or '}' belongs"
    return problem(message, at: found.range, note: "'\(opening.text)' opens here", opening.range)
  }

  /// libyaml notices a key without colon only in the line after it; what matters is the line of the key.
  private var keyWithoutColon: YAMLProblem {
    let line = glance.restOfLine(from: context)
    if let colon = line.text.firstIndex(of: ":"), colon != line.text.startIndex {
      let key = String(line.text[..<colon])
      let range = SourceRange(line.range.start, line.range.start + key.utf8.count + 1)
      return problem("Key '\(glance.shortened(key))' without a space after its ':'", at: range)
    }
    return problem("'\(glance.shortened(line.text))' where a key belongs: a key ends with ':'", at: line.range)
  }

  /// Something that stands in another column than the keys or items that it is among.
  private func outOfLine(in collection: String) -> YAMLProblem {
    let found = glance.word(at: mark)
    let name = glance.name(of: found)
    let (part, parts) = collection == "list" ? ("an item", "items") : ("a key", "keys")
    let column = glance.column(of: mark)
    let expected = glance.column(of: context)
    let note = "The \(collection) starts here"
    let start = glance.character(at: context).range
    guard glance.isFirstInLine(mark) else {
      return problem("\(name) after the end of a value", at: found.range, note: note, start)
    }
    guard column == expected else {
      return problem(
        "\(name) in column \(column), among \(parts) that start in column \(expected)", at: found.range, note: note,
        start)
    }
    let rule = collection == "list" ? "an item starts with '- '" : "a key ends with ':'"
    return problem("\(name) in a \(collection) where \(part) belongs: \(rule)", at: found.range, note: note, start)
  }

  /// A colon in a text, or keys below one.
  private var mappingInText: YAMLProblem {
    let before = glance.line(before: mark)
    if glance.contains(": ", in: before.range) {
      return problem(
        "Second ': ' in a line: put the value in quotes if it belongs to that", at: glance.character(at: mark).range)
    }
    let key = glance.shortened(before.text)
    return problem("Key '\(key)' below a text: a value is either a text or keys with values", at: before.range)
  }

  private var badStart: YAMLProblem {
    let found = glance.character(at: mark)
    if found.text == "\t" { return problem(Self.tab, at: found.range) }
    return problem("'\(found.text)' cannot start a value: put it in quotes", at: found.range)
  }

  /// An `&` or a `*` without a name, which most often is a text.
  private var nameless: YAMLProblem {
    let sign = glance.character(at: context)
    let meaning = sign.text == "*" ? "refers to an anchor" : "names an anchor"
    return problem("'\(sign.text)' \(meaning): put the value in quotes if it is a text", at: sign.range)
  }

  // MARK: The rare ones

  private static let tab = "Tab in the indentation: YAML indents with spaces"

  private static func message(_ complaint: String) -> String? {
    switch complaint {
    case "found a tab character where an indentation space is expected",
      "found a tab character that violates indentation":
      tab
    case "mapping keys are not allowed in this context":
      "'?' starts a key only at the beginning of a line"
    case "block sequence entries are not allowed in this context":
      "List item in the middle of a value: '- ' starts an item only on a line of its own"
    case "found unknown escape character":
      "Unknown escape in double quotes: single quotes keep '\\' as it is"
    case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
      "Escape in double quotes that names no character"
    case "found unexpected ':'":
      "':' in a text in brackets: put the text in quotes"
    case "found undefined tag handle":
      "Tag with a prefix that no %TAG line defines"
    case "found an indentation indicator equal to 0":
      "Indentation of a block text cannot be 0"
    case "found unknown directive name":
      "Unknown directive: only %YAML and %TAG exist"
    case "found incompatible YAML document":
      "%YAML names a version other than 1.1 or 1.2"
    case "found duplicate %YAML directive", "found duplicate %TAG directive", "duplicate %TAG directive":
      "Directive that stands there already"
    default:
      nil
    }
  }

  private var other: String {
    let name = glance.name(of: glance.word(at: mark))
    return switch complaint {
    case "did not find expected node content": "\(name) where a value belongs"
    case "did not find expected <document start>": "\(name) after the end of a document: a new one starts with '---'"
    case "did not find expected comment or line break", "did not find expected whitespace or line break":
      "\(name) where the line should end"
    default: "\(name) is not YAML here: \(complaint)"
    }
  }

  private func problem(
    _ message: String, at range: SourceRange, note: String? = nil, _ noteRange: SourceRange? = nil
  ) -> YAMLProblem {
    var notes: [YAMLProblem.Note] = []
    if let note, let noteRange, noteRange.start < range.start { notes.append(YAMLProblem.Note(note, at: noteRange)) }
    return YAMLProblem(.syntax, message, at: range, notes: notes)
  }
}
