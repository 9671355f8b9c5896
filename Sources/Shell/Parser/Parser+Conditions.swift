import Source

extension Parser {
  /// `[[ … ]]`, whose words are its operands and operators.
  mutating func condition(_ index: Int) {
    let opening = SourceRange(position, position + 2)
    let base = openWords.count
    commands[index].kind = .condition
    position += 2
    skipLines()
    while position < end, !(isAt("]]") && isDelimiter(2)) {
      if let length = conditionOperator() {
        openWords.append(plainWord(length))
      } else if isDelimiter(0), !isProcessSubstitution {
        failAtUnexpected()
      } else {
        let operand = word()
        openWords.append(operand)
        skipBlanks()
        if operand.range.count == 2, bytes[operand.range.start] == UInt8(ascii: "="),
          bytes[operand.range.start + 1] == UInt8(ascii: "~"), position < end
        {
          openWords.append(regularExpression())
        }
      }
      skipLines()
    }
    commands[index].wordRange = closeWords(from: base)
    guard problem == nil else { return }
    guard isAt("]]") else { return failUnclosed(opening, "]]") }
    position += 2
  }

  /// The length of the operator at the position that ends words elsewhere.
  private func conditionOperator() -> Int? {
    if isAt("&&") || isAt("||") { return 2 }
    switch peek() {
    case UInt8(ascii: "("), UInt8(ascii: ")"): return 1
    case UInt8(ascii: "<"), UInt8(ascii: ">"): return isProcessSubstitution ? nil : 1
    default: return nil
    }
  }

  /// The `length` bytes at the position as a word.
  private mutating func plainWord(_ length: Int) -> Script.Word {
    let range = SourceRange(position, position + length)
    let base = openParts.count
    openParts.append(Script.Part(.literal, range, isQuoted: false))
    openParts[base].end = base + 1
    position += length
    return closeWord(from: base, range)
  }

  /// What stands behind `=~`: brackets and bars are parts of it.
  private mutating func regularExpression() -> Script.Word {
    let start = position
    let base = openParts.count
    var literal = position
    var open = 0
    reading: while position < end {
      switch bytes[position] {
      case UInt8(ascii: "("):
        open += 1
        position += 1
      case UInt8(ascii: ")"):
        if open == 0 { break reading }
        open -= 1
        position += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"):
        if open == 0 { break reading }
        position += 1
      case UInt8(ascii: "&") where open == 0 && peek(1) == UInt8(ascii: "&"):
        break reading
      default:
        if !special(&literal, isQuoted: false) { position += 1 }
      }
    }
    flush(&literal)
    return closeWord(from: base, SourceRange(start, position))
  }
}
