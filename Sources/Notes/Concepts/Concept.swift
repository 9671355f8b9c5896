import Source

/// What is known of a topic before any text is looked at. It holds no text of its own, so copies cost nothing.
struct Concept: Sendable {
  /// The note that it is in, and whether the note as a whole is about it.
  let note: Int
  let isPage: Bool
  /// How good its claim to its name is.
  let claim: Claim
  /// The field that it belongs to.
  let domain: Int?
  /// How readily its mentions become links.
  let linking: FrontMatter.Linking
  /// Whether its name is a single word that any text might use: `Label`, but not `kubelet-config`, `ConfigMap` or `DNS`.
  let isOrdinary: Bool
  /// Whether one of its names is a single word with a shape of its own: `ConfigMap`, `DNS`.
  let hasShape: Bool
  /// Whether its name is a plural: `Endpoints`.
  let isPlural: Bool
  /// How many other topics' definitions name it.
  var uses = 0
  /// Whether its definition, or those of the topics that it names, speak of nothing that only its domain has, so that it
  /// means the same elsewhere.
  var isCommon = false

  init(_ topic: Topic, claim: Claim, domain: Int?) {
    note = topic.note
    isPage = topic.isPage
    self.claim = claim
    self.domain = domain
    linking = topic.linking
    let names = ConceptNames.spellings(of: topic).map { NameForms.words(of: Array($0.utf8)) }.filter { !$0.isEmpty }
    hasShape = names.contains { $0.count == 1 && NameForms.hasShape($0[0]) }
    isOrdinary = names.first?.count == 1 && !hasShape
    let last = names.first?.last.map { $0[...].lowercased } ?? []
    isPlural = English.singular(last) != last
  }

  /// Whether the definitions of its domain use it, so that it is a word of the trade rather than one among many.
  var isCore: Bool { uses >= 2 }
}
