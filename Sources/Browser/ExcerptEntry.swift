import Search

// The excerpts of a page's text. They are a module of their own: nobody waits for them to see what was found.

/// Cuts the words out of a page's text that show why it was found.
///
/// - Parameters:
///   - start: The words to look for, as an answer names them.
///   - count: How many bytes they have.
///   - markdown: The page as Markdown.
///   - length: How many bytes that has.
/// - Returns: A block that the caller frees, as that of an answer: the excerpt and the heading above it; empty where the
///   page does not have the words.
@_cdecl("rutter_excerpt")
public func excerpt(
  _ start: UnsafePointer<UInt8>?, _ count: UInt32, _ markdown: UnsafePointer<UInt8>?, _ length: UInt32
) -> UnsafeMutablePointer<UInt8> {
  var text = AnswerText()
  if let excerpt = unsafe Excerpt(of: array(markdown, length), for: wantedWords(array(start, count))) {
    text.append(excerpt)
    text.endField()
    text.append(excerpt.heading)
  }
  return unsafe block(text.bytes)
}

/// The words that ``AnswerText`` wrote.
private func wantedWords(_ text: [UInt8]) -> [WantedWord] {
  var words: [WantedWord] = []
  var fields: [[UInt8]] = []
  var field: [UInt8] = []
  for byte in text {
    if byte != AnswerText.field {
      field.append(byte)
      continue
    }
    fields.append(field)
    field = []
    if fields.count == 4 {
      words.append(
        WantedWord(
          form: fields[0], stem: fields[1], goesOn: fields[2] == [UInt8(ascii: "1")], weight: number(fields[3])))
      fields = []
    }
  }
  return words
}

private func number(_ digits: [UInt8]) -> Int {
  var number = 0
  for digit in digits { number = min(number * 10 + Int(digit & 0x0F), 255) }
  return number
}
