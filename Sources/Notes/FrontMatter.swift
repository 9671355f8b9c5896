public import Source

/// What a note says about itself before its text. Every key is optional.
public struct FrontMatter: Hashable, Sendable {
  /// What sort of thing a note explains.
  public enum Kind: String, CaseIterable, Sendable {
    /// A notion: an image, a layer.
    case concept
    /// An instruction of a file format: `FROM`.
    case instruction
    /// A kind of object of an API: Pod.
    case object
    /// A command: `docker run`.
    case command
    /// A field of an object or a setting.
    case field
    /// A way to reach an aim.
    case guide
    /// Anything else.
    case note
    /// A rule of the checker.
    case rule
  }

  /// How readily mentions of a note's topic become links.
  public enum Linking: String, CaseIterable, Sendable {
    /// As far as they are not in doubt.
    case auto
    /// Even where another topic would do.
    case strong
    /// Not at all.
    case never
  }

  /// What is made into cards.
  public enum Cards: String, CaseIterable, Sendable {
    /// The cards in its text, and what is known of its topics.
    case all = "true"
    /// The cards in its text alone.
    case written
    /// Nothing; what looks like a card is text.
    case none = "false"
  }

  /// How one topic stands to another.
  public struct Relation: Hashable, Sendable {
    /// The sort of relation, by the key that states it.
    public enum Kind: String, CaseIterable, Sendable {
      /// It is a piece of the other.
      case partOf = "part-of"
      /// It is not understood, or does not work, without the other.
      case requires
      /// It is easily taken for the other.
      case contrasts
      /// The other is worth a look.
      case see
      /// The other is what to learn after it.
      case next
      /// It makes the other and takes it along when it goes.
      case owns
      /// It finds the other by its labels.
      case selects
      /// It sends traffic to the other.
      case routesTo = "routes-to"
      /// It shows the other in a file system.
      case mounts
      /// It sets how the other behaves.
      case configures
      /// The other is where it runs.
      case runsOn = "runs-on"
    }

    /// The sort of relation.
    public let kind: Kind
    /// The other topic's name, as written, without the brackets of a wikilink.
    public let target: String
    /// Where the other is named.
    public let range: SourceRange
  }

  /// Something a note rests on.
  public struct Citation: Hashable, Sendable {
    /// What it is called.
    public let title: String?
    /// Its address.
    public let address: String
    /// Where it is named.
    public let range: SourceRange
  }

  /// `title`: what the note is called.
  public package(set) var title: String?
  /// `aliases`: what else its topic is called.
  public package(set) var aliases: [PlacedText] = []
  /// `summary`: the note in a sentence.
  public package(set) var summary: String?
  /// `kind`: the sort of thing it explains.
  public package(set) var kind: Kind?
  /// `domain`: the field it belongs to, such as `docker`.
  public package(set) var domain: String?
  /// `tags`: words to gather notes by.
  public package(set) var tags: [PlacedText] = []
  /// How its topic stands to others, in the order written.
  public package(set) var relations: [Relation] = []
  /// `draft`: whether it is not for readers yet.
  public package(set) var draft = false
  /// `outline`: whether its bullets become pages of their own; nothing where its form decides.
  public package(set) var outline: Bool?
  /// `date`: when it was first published.
  public package(set) var date: CalendarDate?
  /// `updated`: when it last changed in what it says.
  public package(set) var updated: CalendarDate?
  /// `order`: its place among its siblings, the smallest first.
  public package(set) var order: Double?
  /// `redirect-from`: addresses it had before.
  public package(set) var redirectFrom: [PlacedText] = []
  /// `link`: how readily mentions of its topic become links.
  public package(set) var linking = Linking.auto
  /// `not`: phrases in which its name means something else.
  public package(set) var collocations: [PlacedText] = []
  /// `cards`: what is made into cards.
  public package(set) var cards = Cards.all
  /// `sources`: what it rests on.
  public package(set) var sources: [Citation] = []
  /// Where each value is written, by key.
  private var places: [Place] = []

  private struct Place: Hashable, Sendable {
    let key: Key
    let range: SourceRange
  }

  /// Front matter that says nothing.
  public init() {}

  /// Where the value of a key is written; none if the key is not.
  public func range(of key: Key) -> SourceRange? {
    places.first { $0.key == key }?.range
  }

  package mutating func place(_ key: Key, at range: SourceRange) {
    places.append(Place(key: key, range: range))
  }
}
