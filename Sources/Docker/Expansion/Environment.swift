public import Source

/// The variables at a point of a build.
///
/// A copy costs nothing, and setting a variable in it little, however many there are.
public struct Environment: Sendable {
  private var map = NameMap<Variable>()
  /// How often a variable was set: what was set later comes later.
  private var clock = 0

  /// No variables.
  public init() {}

  /// The variable of this name; nothing where it was never set nor declared.
  public subscript(name: Bytes) -> Variable? {
    map[name]
  }

  /// Sets a variable; where `value` is nothing it is known and has none.
  public mutating func set(_ name: Bytes, to value: Bytes?, by origin: Variable.Origin) {
    clock &+= 1
    let known = map[name]
    let isKept = origin == .environment || origin == .base
    map.set(
      name,
      to: Variable(
        name: name, value: value, origin: origin, isDeclared: origin == .argument || known?.isDeclared == true,
        order: clock, kept: isKept ? value : known?.kept,
        keptOrder: isKept ? known?.keptOrder ?? clock : known?.keptOrder))
  }

  /// Notes that an ARG declares a variable and gives it no value: it keeps one that it has.
  public mutating func declare(_ name: Bytes) {
    let known = map[name]
    map.set(
      name,
      to: Variable(
        name: name, value: known?.value, origin: known?.origin ?? .argument, isDeclared: true,
        order: known?.order ?? clock, kept: known?.kept, keptOrder: known?.keptOrder))
  }

  /// All variables, in the order in which each was set last; those without a value too.
  public var variables: [Variable] {
    map.all.map { $0.value }.sorted { $0.order < $1.order }
  }

  /// The variables that the image has, in the order in which each was set first.
  var kept: [(name: Bytes, value: Bytes)] {
    map.all.filter { $0.value.kept != nil }
      .sorted { ($0.value.keptOrder ?? 0) < ($1.value.keptOrder ?? 0) }
      .map { ($0.name, $0.value.kept ?? []) }
  }
}

/// A variable of a build.
public struct Variable: Sendable {
  /// What gave it its value.
  public enum Origin: Sendable {
    /// The builder, without being asked: the platform.
    case builder
    /// The image at the bottom, as far as it is known: PATH.
    case base
    /// An ARG, or the build argument that stands in for its value.
    case argument
    /// An ENV, of this stage or one that it is built on.
    case environment
  }

  /// Its name.
  public let name: Bytes
  /// Its value; nothing for an ARG that has none.
  public let value: Bytes?
  /// What gave it its value.
  public let origin: Origin
  /// Whether an ARG declares it, whatever gave it its value.
  public let isDeclared: Bool
  /// Its place in the order in which variables were set.
  let order: Int
  /// Its value in the image, which an ARG may hide.
  let kept: Bytes?
  /// Its place in the order in which the variables of the image were set first.
  let keptOrder: Int?
}
