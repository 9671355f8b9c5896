/// What a ranking counts, and how much. All are round on purpose: nothing here fits single queries.
enum Weight {
  // How well a word of the index fits a word of the query; a word itself counts 1.
  /// Another word of the same stem: `scheduled` for `scheduler`.
  static let stem: Float = 0.85
  /// Two words of the query written together: `config map` for `ConfigMap`.
  static let joined: Float = 0.9
  /// A word that has the query's as a part, or the other way round.
  static let part: Float = 0.4
  /// What a word loses that goes on behind the query's last one: all of this if it were endless.
  static let rest: Float = 0.4
  /// One and two letters wrong, left out, too many, or swapped; more where the first letter is right.
  static let edit: Float = 0.7
  static let twoEdits: Float = 0.35
  static let editOfUnfinished: Float = 0.4
  static let (rightStart, wrongStart): (Float, Float) = (1.15, 0.8)
  /// From here on a word of the index is taken for what is meant.
  static let meant: Float = 0.8
  /// A word that holds sentences together beside one that says something.
  static let functionWord: Float = 0.2

  // How much it tells of a page that a word stands in a field.
  static let body: Float = 0.2
  /// How soon more of it tells no more.
  static let saturation: Float = 1.2

  static func field(_ field: TextField) -> Float {
    switch field {
    case .title, .alias, .inbound: 6
    case .path: 2.5
    case .definition: 1.5
    case .heading, .topic: 1
    default: 0
    }
  }

  // How much it tells that one text has the query's words, and few others: a title or alias, a heading, the text of a link
  // that leads there, the address.
  static let (title, heading, link, address): (Float, Float, Float, Float) = (1.5, 0.8, 0.8, 0.7)
  /// A text that is the query, word by word, tells that much more.
  static let equality: Float = 1
  /// The share of it that is lost if no two words stand side by side as in the query.
  static let order: Float = 0.5
  /// What a text has to have of the query to tell anything as a whole.
  static let leastShare: Float = 0.3
  /// How texts raise what words tell, and what they tell on their own.
  static let (textFactor, textTerm): (Float, Float) = (0.5, 0.75)

  /// A whole token of code beside a word.
  static let code: Float = 3
  /// What links from elsewhere tell of how much looked for a page is.
  static let prior: Float = 0.08
}
