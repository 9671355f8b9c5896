import Source

/// Takes the endings off English words, so that `scheduling`, `scheduled` and `schedules` meet in `schedul`.
///
/// The algorithm is M. F. Porter's, "An algorithm for suffix stripping", Program 14 (1980), with the two departures of its
/// author's own program: `logi` becomes `log`, and `bli` becomes `ble`.
package struct Stemmer: Sendable {
  /// The word as far as it is stemmed.
  private var word: [UInt8] = []
  /// Where the ending that was matched begins.
  private var stemEnd = 0

  package init() {}

  /// The stem of a folded word. What has other characters than `a` to `z`, or fewer than three, stays as it is.
  package mutating func stem(_ text: [UInt8]) -> [UInt8] {
    guard text.count > 2, text.count <= 40 else { return text }
    for byte in text where !byte.isSmall { return text }
    word = text
    plural()
    pastAndParticiple()
    if ends("y"), hasVowel(stemEnd) { replace("i") }
    doubleSuffix()
    suffix()
    longSuffix()
    finalLetters()
    return word
  }

  // Step 1a.
  private mutating func plural() {
    guard word[word.count - 1] == UInt8(ascii: "s") else { return }
    if ends("sses") || ends("ies") {
      word.removeLast(2)
    } else if word[word.count - 2] != UInt8(ascii: "s") {
      word.removeLast()
    }
  }

  // Step 1b.
  private mutating func pastAndParticiple() {
    if ends("eed") {
      if measure(stemEnd) > 0 { word.removeLast() }
      return
    }
    guard ends("ed") || ends("ing"), hasVowel(stemEnd) else { return }
    word.removeLast(word.count - stemEnd)
    if ends("at") || ends("bl") || ends("iz") {
      word.append(UInt8(ascii: "e"))
    } else if endsInDouble(word.count), !endsWith("lsz") {
      word.removeLast()
    } else if measure(word.count) == 1, endsInShort(word.count) {
      word.append(UInt8(ascii: "e"))
    }
  }

  // Step 2.
  private mutating func doubleSuffix() {
    _ =
      turns("ational", "ate") || turns("tional", "tion") || turns("enci", "ence") || turns("anci", "ance")
      || turns("izer", "ize") || turns("bli", "ble") || turns("alli", "al") || turns("entli", "ent")
      || turns("eli", "e")
      || turns("ousli", "ous") || turns("ization", "ize") || turns("ation", "ate") || turns("ator", "ate")
      || turns("alism", "al") || turns("iveness", "ive") || turns("fulness", "ful") || turns("ousness", "ous")
      || turns("aliti", "al") || turns("iviti", "ive") || turns("biliti", "ble") || turns("logi", "log")
  }

  // Step 3.
  private mutating func suffix() {
    _ =
      turns("icate", "ic") || turns("ative", "") || turns("alize", "al") || turns("iciti", "ic") || turns("ical", "ic")
      || turns("ful", "") || turns("ness", "")
  }

  // Step 4.
  private mutating func longSuffix() {
    let matched =
      ends("al") || ends("ance") || ends("ence") || ends("er") || ends("ic") || ends("able") || ends("ible")
      || ends("ant") || ends("ement") || ends("ment") || ends("ent") || endsInIon() || ends("ou") || ends("ism")
      || ends("ate") || ends("iti") || ends("ous") || ends("ive") || ends("ize")
    if matched, measure(stemEnd) > 1 { word.removeLast(word.count - stemEnd) }
  }

  // Step 5.
  private mutating func finalLetters() {
    if ends("e") {
      let count = measure(stemEnd)
      if count > 1 || count == 1 && !endsInShort(stemEnd) { word.removeLast() }
    }
    if ends("ll"), measure(word.count) > 1 { word.removeLast() }
  }

  /// Whether the word ends with `ending`, and then replaces it where something of a word stands before it.
  private mutating func turns(_ ending: StaticString, _ replacement: StaticString) -> Bool {
    guard ends(ending) else { return false }
    if measure(stemEnd) > 0 { replace(replacement) }
    return true
  }

  private mutating func endsInIon() -> Bool {
    guard ends("ion"), stemEnd > 0 else { return false }
    return word[stemEnd - 1] == UInt8(ascii: "s") || word[stemEnd - 1] == UInt8(ascii: "t")
  }

  private mutating func replace(_ replacement: StaticString) {
    word.removeLast(word.count - stemEnd)
    for index in 0..<replacement.utf8CodeUnitCount { unsafe word.append(replacement.utf8Start[index]) }
  }

  /// Whether the word ends with `ending`; then `stemEnd` is where it begins.
  private mutating func ends(_ ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    guard count <= word.count else { return false }
    let start = word.count - count
    for index in 0..<count where unsafe word[start + index] != ending.utf8Start[index] { return false }
    stemEnd = start
    return true
  }

  private func endsWith(_ letters: StaticString) -> Bool {
    for index in 0..<letters.utf8CodeUnitCount where unsafe word[word.count - 1] == letters.utf8Start[index] {
      return true
    }
    return false
  }

  private func isConsonant(_ index: Int) -> Bool {
    switch word[index] {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): false
    case UInt8(ascii: "y"): index == 0 || !isConsonant(index - 1)
    default: true
    }
  }

  /// How many times consonants follow vowels in the first `count` letters.
  private func measure(_ count: Int) -> Int {
    var (measure, wasVowel) = (0, false)
    for index in 0..<count {
      let isVowel = !isConsonant(index)
      if wasVowel, !isVowel { measure += 1 }
      wasVowel = isVowel
    }
    return measure
  }

  private func hasVowel(_ count: Int) -> Bool {
    for index in 0..<count where !isConsonant(index) { return true }
    return false
  }

  private func endsInDouble(_ count: Int) -> Bool {
    count > 1 && word[count - 1] == word[count - 2] && isConsonant(count - 1)
  }

  /// Whether the first `count` letters end with consonant, vowel, consonant, the last none of `w`, `x` and `y`.
  private func endsInShort(_ count: Int) -> Bool {
    guard count > 2, isConsonant(count - 1), !isConsonant(count - 2), isConsonant(count - 3) else { return false }
    let last = word[count - 1]
    return last != UInt8(ascii: "w") && last != UInt8(ascii: "x") && last != UInt8(ascii: "y")
  }
}
