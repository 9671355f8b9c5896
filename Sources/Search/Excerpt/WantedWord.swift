/// A word that is looked for in a text, to show where it stands.
package struct WantedWord: Sendable {
  /// It as folded: a word, a whole token of code as ``CodeToken`` gives it, or two ideographs.
  package let form: [UInt8]
  /// Its stem; words of the same stem will do. Empty where none will.
  package let stem: [UInt8]
  /// Whether words that begin with it will do: it is still being typed.
  package let goesOn: Bool
  /// How much it tells, from 1 to 255: the rarer a word, the more.
  package let weight: Int

  package init(form: [UInt8], stem: [UInt8] = [], goesOn: Bool = false, weight: Int = 1) {
    (self.form, self.stem, self.goesOn) = (form, stem, goesOn)
    self.weight = min(max(weight, 1), 255)
  }
}
