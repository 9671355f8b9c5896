/// A connection from one topic to another.
public struct Edge: Sendable, Hashable {
  /// How the two belong together.
  public enum Kind: UInt8, CaseIterable, Sendable {
    /// It is one of the other: "A Pod is a workload".
    case isA
    /// It is a piece of the other.
    case partOf
    /// It is not understood, or does not work, without the other.
    case requires
    /// It is easily taken for the other.
    case contrasts
    /// It makes the other and takes it along when it goes.
    case owns
    /// It finds the other by its labels.
    case selects
    /// It sends traffic to the other.
    case routesTo
    /// It shows the other in a file system.
    case mounts
    /// It sets how the other behaves.
    case configures
    /// The other is where it runs.
    case runsOn
    /// The other is what to learn after it.
    case next
    /// The other is worth a look.
    case see
    /// Its text links to the other.
    case links
    /// Its text names the other.
    case mentions
  }

  /// Where a connection comes from.
  public enum Origin: UInt8, Sendable {
    /// The note's front matter says it.
    case frontMatter
    /// The way in which the note is nested says it.
    case nesting
    /// The first sentence says it.
    case definition
    /// It stands in a section on what is needed first.
    case prerequisites
    /// It stands in the text.
    case text
  }

  private let source: UInt32
  private let target: UInt32
  private let offset: UInt32
  private let times: UInt16
  /// How the two belong together.
  public let kind: Kind
  /// Where that comes from.
  public let origin: Origin

  /// A connection that is written `count` times, first at byte `offset` of the note's file.
  public init(from: Int, to: Int, _ kind: Kind, _ origin: Origin, count: Int = 1, at offset: Int) {
    source = UInt32(clamping: from)
    target = UInt32(clamping: to)
    self.kind = kind
    self.origin = origin
    times = UInt16(clamping: count)
    self.offset = UInt32(clamping: offset)
  }

  /// The topic that it goes out from.
  public var from: Int { Int(source) }
  /// The topic that it leads to.
  public var to: Int { Int(target) }
  /// How often it is written.
  public var count: Int { Int(times) }
  /// Where it is written first: a byte of the file of the note that `from` is in.
  public var place: Int { Int(offset) }
}

extension Edge.Kind {
  /// Its name in front matter and in reports, such as `part-of`.
  public var name: String {
    switch self {
    case .isA: "is-a"
    case .partOf: "part-of"
    case .requires: "requires"
    case .contrasts: "contrasts"
    case .owns: "owns"
    case .selects: "selects"
    case .routesTo: "routes-to"
    case .mounts: "mounts"
    case .configures: "configures"
    case .runsOn: "runs-on"
    case .next: "next"
    case .see: "see"
    case .links: "links"
    case .mentions: "mentions"
    }
  }

  /// Whether somebody has thought of it as a relation, rather than just named the other.
  public var isRelation: Bool { self != .links && self != .mentions }

  init(_ relation: FrontMatter.Relation.Kind) {
    self =
      switch relation {
      case .partOf: .partOf
      case .requires: .requires
      case .contrasts: .contrasts
      case .see: .see
      case .next: .next
      case .owns: .owns
      case .selects: .selects
      case .routesTo: .routesTo
      case .mounts: .mounts
      case .configures: .configures
      case .runsOn: .runsOn
      }
  }
}
