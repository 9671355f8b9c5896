/// Texts that each belong to a page or section, in the order of these.
struct OwnedTexts {
  private(set) var texts = Groups()
  /// By text.
  private(set) var owners: [Int] = []

  /// Adds a text behind the others.
  mutating func append(_ atoms: [UInt32], of owner: Int) {
    texts.append(contentsOf: atoms)
    texts.close()
    owners.append(owner)
  }
}
