/// What is known of English words without a dictionary: the closed classes, and how words end.
enum WordClasses {
  /// Verbs that are verbs wherever they stand: forms of be, have and do, modals, and their contractions.
  static let finiteVerbs: Set<String> = [
    "is", "are", "was", "were", "am", "has", "have", "had", "does", "do", "did", "can", "could", "will",
    "would", "shall", "should", "may", "might", "must", "cannot", "isn't", "aren't", "wasn't", "weren't", "doesn't",
    "don't", "didn't", "can't", "won't", "wouldn't", "shouldn't", "hasn't", "haven't", "it's", "that's", "there's",
    "let's", "lets", "means", "i'm", "you're", "they're", "we're", "i've", "you've", "we've", "i'll", "you'll",
  ]

  /// Verbs that agree with one subject (`lets`) and with several (`let`), where they begin what is said of a name.
  static let singularVerbs: Set<String> = ["is", "lets", "means", "has", "does", "allows", "enables", "makes"]
  static let pluralVerbs: Set<String> = ["are", "let", "mean", "have", "do", "allow", "enable", "make"]
  static let modals: Set<String> = [
    "can", "could", "will", "would", "shall", "should", "may", "might", "must", "cannot",
  ]

  static let pronouns: Set<String> = [
    "i", "you", "we", "they", "it", "he", "she", "this", "that", "these", "those", "there", "here", "its", "their",
    "them",
    "your", "my", "our", "what", "which", "who", "whose", "where", "how", "why", "one's", "everything", "nothing",
    "something", "anything", "everybody", "nobody",
  ]

  static let determiners: Set<String> = [
    "the", "a", "an", "all", "every", "each", "most", "some", "any", "many", "few", "both", "either", "neither", "no",
    "several", "another", "other", "such", "only", "just", "more", "less", "much",
  ]

  static let prepositions: Set<String> = [
    "for", "to", "with", "without", "by", "in", "on", "at", "from", "of", "into", "onto", "over", "under", "between",
    "through", "during", "against", "per", "via", "within", "across", "behind", "beyond", "about", "among", "upon",
    "like",
    "than", "as", "off", "out", "up", "down",
  ]

  static let conjunctions: Set<String> = [
    "if", "when", "whenever", "while", "unless", "until", "till", "once", "because", "since", "after", "before",
    "although",
    "though", "whereas", "whether", "and", "or", "but", "nor", "so", "then", "else", "otherwise", "however", "also",
    "therefore", "thus", "instead", "except", "even", "too", "very", "not", "never", "always", "usually", "often",
    "sometimes", "maybe", "perhaps", "typically", "normally", "generally", "again", "still", "already", "now", "etc",
  ]

  /// What begins a remark about something else, not the name of something.
  static let remarks: Set<String> = [
    "note", "notes", "nb", "n.b", "warning", "caution", "important", "attention", "tip", "tips", "hint", "hints",
    "example",
    "examples", "eg", "e.g", "ie", "i.e", "todo", "to-do", "fixme", "see", "remember", "reminder", "question",
    "answer", "q", "a", "ps", "edit", "result", "output", "source", "sources", "reference", "references", "ref", "link",
    "links", "careful", "beware", "exception", "exceptions", "pro", "pros", "con", "cons", "why", "advantage",
    "advantages", "disadvantage", "disadvantages", "caveat", "caveats", "gotcha", "gotchas", "limitation",
    "limitations",
    "summary", "conclusion", "steps", "problem", "solution", "reason",
  ]

  /// Verbs that begin most advice, and are hardly ever nouns.
  static let imperatives: Set<String> = [
    "use", "avoid", "add", "keep", "make", "put", "create", "remove", "enable", "disable", "prefer", "do", "get", "try",
    "consider", "learn", "install", "give", "take", "go", "choose", "don't", "never", "always", "be", "ensure",
    "verify",
    "delete", "reduce", "increase", "minimize", "minimise", "simplify", "configure", "define", "specify", "think",
    "ask",
    "replace", "reuse", "apply", "leave", "set", "look", "let", "automate", "stop",
  ]

  /// Participles that do not end in `ed`.
  static let participles: Set<String> = [
    "sent", "made", "built", "written", "kept", "held", "shown", "given", "taken", "known", "found", "bound", "drawn",
    "seen",
    "done", "gone", "paid", "told", "meant", "lost", "chosen", "begun", "driven", "hidden", "broken", "thrown", "grown",
  ]

  /// Nouns that name a side of something: `default: 8080` is a property of what stands above.
  static let attributes: Set<String> = [
    "default", "defaults", "type", "types", "port", "ports", "license", "licence", "version", "since", "syntax",
    "format",
    "range", "size", "limit", "limits", "max", "min", "maximum", "minimum", "unit", "units", "value", "values", "path",
    "location", "file", "interval", "setting", "settings", "language", "author", "authors", "scope", "price", "length",
    "name", "id", "protocol", "shortcut", "alias", "aliases", "abbreviation", "founded", "released", "release", "url",
    "website", "homepage", "created", "deprecated", "required", "optional", "example", "complexity", "date", "encoding",
    "timeout", "weight", "height", "width", "colour", "color", "plural", "pronunciation", "status", "owner", "year",
  ]

  /// Names that end in `s` and are no plurals.
  private static let invariable: Set<String> = [
    "kubernetes", "postgres", "jenkins", "windows", "keras", "pandas", "sass", "series", "species", "news", "canvas",
    "alias", "bias", "atlas", "lens", "chaos", "always", "besides", "nagios", "gas", "yes", "ios", "macos", "os",
    "means",
    "headquarters", "crossroads", "maths", "https", "dns", "tls", "aws", "nfs", "iops", "ops", "devops", "gitops",
  ]

  /// Whether a word says nothing by itself: an article, a preposition, a conjunction, a pronoun.
  static func isFunctionWord(_ word: String) -> Bool {
    determiners.contains(word) || prepositions.contains(word) || conjunctions.contains(word) || pronouns.contains(word)
  }

  /// Whether a word describes and does not name: `immutable`, `lightweight`, `quickly`.
  static func isDescriptive(_ word: String) -> Bool {
    guard word.utf8.count > 4 else { return ["fast", "slow", "easy", "hard", "free", "cheap"].contains(word) }
    let endings = [
      "able", "ible", "ive", "ous", "ful", "less", "ly", "ed", "weight", "ish", "proof", "friendly", "free", "cheap",
      "simple", "fresh", "fine", "safe",
    ]
    return endings.contains { word.hasSuffix($0) }
  }

  /// Whether a word may be a verb's third person: it ends in one `s`.
  static func isThirdPerson(_ word: String) -> Bool {
    word.utf8.count > 2 && word.hasSuffix("s") && !word.hasSuffix("ss") && !word.hasSuffix("us")
      && word.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
  }

  /// The singular of a noun; the word itself where it is none that ends as plurals do.
  ///
  ///     WordClasses.singular(of: "registries")  // "registry"
  static func singular(of word: String) -> String {
    let folded = word.lowercased()
    guard folded.utf8.count > 3, folded.hasSuffix("s"), !invariable.contains(folded) else { return word }
    // An initialism takes a small s for its plural: `IDs`, but `DNS`.
    let capitals = word.utf8.dropLast().allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
    if capitals { return word.hasSuffix("s") ? String(word.dropLast()) : word }
    for ending in ["ss", "us", "is", "ics", "ous", "sys", "'s", "ess"] where folded.hasSuffix(ending) { return word }
    if folded.hasSuffix("ies"), folded.utf8.count > 4, !isEndedByIE(folded) { return String(word.dropLast(3)) + "y" }
    let losesTwo = ["sses", "shes", "ches", "xes", "zzes", "iases", "tuses", "buses"].contains { folded.hasSuffix($0) }
    return String(word.dropLast(losesTwo && !folded.hasSuffix("caches") ? 2 : 1))
  }

  /// Whether the singular of a plural in `ies` ends in `ie`: `cookies`.
  private static func isEndedByIE(_ word: String) -> Bool {
    ["ookies", "ovies", "ombies", "elfies", "ewbies", "oodies", "rownies", "enies", "alories", "ooties", "ndies"]
      .contains { word.hasSuffix($0) } || word.utf8.count == 4
  }
}
