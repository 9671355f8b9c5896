/// Where the names of a neighbourhood stand in its drawing, in pixels.
///
/// The topic stands in the middle. To the left and right its neighbours stand in columns, above and below in blocks side by
/// side. Widths are estimates on the safe side, so that nothing overlaps in whatever font.
struct LaneLayout {
  /// A text in its place.
  struct Label: Equatable {
    /// Which end of the text stands at `x`.
    enum Anchor: String {
      case start, middle, end
    }

    let text: String
    let x: Double
    /// The middle of its height.
    let y: Double
    let anchor: Anchor
    let width: Double
    let height: Double

    /// Where it begins.
    var left: Double {
      switch anchor {
      case .start: x
      case .middle: x - width / 2
      case .end: x - width
      }
    }
  }

  /// Neighbours of one kind, under a word for it.
  struct Group: Equatable {
    let label: Label
    /// In the order in which they were given.
    let names: [Label]
  }

  /// What is laid out: the names of one group.
  struct Names {
    let lane: Neighbourhood.Lane
    let label: String
    let names: [String]
  }

  /// A straight line.
  struct Line: Equatable {
    let from: (x: Double, y: Double)
    let to: (x: Double, y: Double)

    static func == (one: Line, other: Line) -> Bool { one.from == other.from && one.to == other.to }
  }

  /// How large names, words for groups and the middle are written.
  static let nameSize = 15.0
  static let labelSize = 14.0
  static let centreSize = 19.0
  /// How wide the drawing is at most.
  static let widest = 736.0

  static let rowHeight = 27.0
  static let labelHeight = 22.0
  static let groupGap = 10.0
  static let blockGap = 28.0
  /// The least room for names beside the middle.
  static let columnWidth = 205.0
  static let padding = 16.0
  static let boxHeight = 42.0
  /// From the box to the rail, and from the rail to the names.
  static let stem = 18.0
  static let tick = 14.0

  /// The topic's own name.
  private(set) var centre: Label
  /// The groups, in the order in which they were given.
  private(set) var groups: [Group] = []
  private(set) var lines: [Line] = []

  /// Lays out a topic called `name` among its neighbours.
  init(_ name: String, _ given: [Names]) {
    let room = Self.widest - 2 * (Self.columnWidth + Self.stem + Self.tick + Self.padding)
    let text = TextWidth.shortened(name, to: room, size: Self.centreSize)
    let width = TextWidth.of(text, size: Self.centreSize) + 2 * Self.padding
    centre = Label(text: text, x: 0, y: 0, anchor: .middle, width: width, height: Self.boxHeight)
    var placed: [[Group]] = []
    let sides = [Neighbourhood.Lane.left, .right].map { lane in Self.extent(given.filter { $0.lane == lane }) }
    let above = max(sides.map(\.above).max() ?? 0, Self.boxHeight / 2)
    let below = max(sides.map(\.below).max() ?? 0, Self.boxHeight / 2)
    for lane in Neighbourhood.Lane.allCases {
      let names = given.filter { $0.lane == lane }
      guard !names.isEmpty else { continue }
      switch lane {
      case .left, .right: placed.append(column(names, isLeft: lane == .left))
      case .above, .below:
        placed.append(blocks(names, isAbove: lane == .above, distance: lane == .above ? above : below))
      }
    }
    groups = placed.flatMap { $0 }
  }

  // MARK: Columns

  /// How far a column reaches above and below the middle, which is the middle of its names.
  private static func extent(_ groups: [Names]) -> (above: Double, below: Double) {
    guard !groups.isEmpty else { return (0, 0) }
    let rows = groups.reduce(0) { $0 + Double($1.names.count) * rowHeight + labelHeight }
    let height = rows + Double(groups.count - 1) * groupGap
    return ((height + labelHeight) / 2, (height - labelHeight) / 2)
  }

  /// The neighbours at one side, one below the other.
  private mutating func column(_ given: [Names], isLeft: Bool) -> [Group] {
    let sign = isLeft ? -1.0 : 1.0
    let rail = sign * (centre.width / 2 + Self.stem)
    let x = rail + sign * Self.tick
    let anchor: Label.Anchor = isLeft ? .end : .start
    let room = Self.widest / 2 - abs(x)
    var y = -Self.extent(given).above
    var ends: [Double] = []
    let groups = given.map { group in
      let label = Self.label(group.label, x: x, y: y + Self.labelHeight / 2, anchor)
      y += Self.labelHeight
      let names = group.names.map { name in
        defer { y += Self.rowHeight }
        ends.append(y + Self.rowHeight / 2)
        return Self.name(name, within: room, x: x, y: y + Self.rowHeight / 2, anchor)
      }
      y += Self.groupGap
      return Group(label: label, names: names)
    }
    lines += ends.map { Line(from: (rail, $0), to: (rail + sign * (Self.tick - 6), $0)) }
    lines.append(Line(from: (rail, min(0, ends.min() ?? 0)), to: (rail, max(0, ends.max() ?? 0))))
    lines.append(Line(from: (sign * centre.width / 2, 0), to: (rail, 0)))
    return groups
  }

  // MARK: Blocks

  /// The neighbours above or below, block by block, `distance` away from the middle.
  private mutating func blocks(_ given: [Names], isAbove: Bool, distance: Double) -> [Group] {
    let grid = BlockGrid(given)
    // Narrow blocks fit between the columns, close to the middle.
    let isNarrow = grid.width / 2 < centre.width / 2 + Self.stem
    let distance = isNarrow ? Self.boxHeight / 2 : distance
    let sign = isAbove ? -1.0 : 1.0
    let rail = sign * (distance + Self.stem)
    let labels = rail + sign * (Self.tick + Self.labelHeight / 2)
    var left = -grid.width / 2
    var middles: [Double] = []
    let groups = given.enumerated().map { number, group in
      let columns = grid.columns(of: group.names.count)
      let cell = grid.cells[number]
      let middle = left + cell * Double(columns) / 2
      middles.append(middle)
      let names = group.names.enumerated().map { place, name in
        let row = place / columns
        let inRow = min(columns, group.names.count - row * columns)
        let x = middle + (Double(place % columns) - Double(inRow - 1) / 2) * cell
        let y = labels + sign * (Self.labelHeight / 2 + (Double(row) + 0.5) * Self.rowHeight)
        return Self.name(name, within: cell - BlockGrid.cellGap, x: x, y: y, .middle)
      }
      left += cell * Double(columns) + Self.blockGap
      return Group(label: Self.label(group.label, x: middle, y: labels, .middle), names: names)
    }
    lines += middles.map { Line(from: ($0, rail), to: ($0, rail + sign * (Self.tick - 4))) }
    lines.append(Line(from: (min(0, middles.min() ?? 0), rail), to: (max(0, middles.max() ?? 0), rail)))
    lines.append(Line(from: (0, sign * Self.boxHeight / 2), to: (0, rail)))
    return groups
  }

  // MARK: Texts

  private static func name(_ text: String, within width: Double, x: Double, y: Double, _ anchor: Label.Anchor) -> Label
  {
    let text = TextWidth.shortened(text, to: width, size: nameSize)
    return Label(
      text: text, x: x, y: y, anchor: anchor, width: TextWidth.of(text, size: nameSize), height: rowHeight - 4)
  }

  private static func label(_ text: String, x: Double, y: Double, _ anchor: Label.Anchor) -> Label {
    Label(
      text: text, x: x, y: y, anchor: anchor, width: TextWidth.of(text, size: labelSize), height: labelHeight - 4)
  }

  /// Everything that is written.
  var labels: [Label] { [centre] + groups.flatMap { [$0.label] + $0.names } }
}

/// How many columns blocks of names need to stand side by side, and how wide these are.
struct BlockGrid {
  static let cellGap = 20.0
  private static let widestName = 190.0
  private static let narrowestName = 70.0
  private static let mostRows = 4

  private let rows: Int
  /// The width of each block's columns.
  let cells: [Double]
  /// The width of all blocks together.
  let width: Double

  /// The grid of these blocks.
  init(_ blocks: [LaneLayout.Names]) {
    var rows = 1
    var fit = Self.fit(blocks, rows: rows, widest: Self.widestName)
    while fit.width > LaneLayout.widest, rows < Self.mostRows {
      rows += 1
      fit = Self.fit(blocks, rows: rows, widest: Self.widestName)
    }
    if fit.width > LaneLayout.widest {
      let columns = blocks.reduce(0) { $0 + Self.columns(of: $1.names.count, rows: rows) }
      let gaps = Double(blocks.count - 1) * LaneLayout.blockGap
      let room = (LaneLayout.widest - gaps) / Double(max(columns, 1)) - Self.cellGap
      fit = Self.fit(blocks, rows: rows, widest: max(room, Self.narrowestName))
    }
    self.rows = rows
    (cells, width) = fit
  }

  /// How many columns a block of `count` names has.
  func columns(of count: Int) -> Int { Self.columns(of: count, rows: rows) }

  private static func columns(of count: Int, rows: Int) -> Int { (count + rows - 1) / rows }

  private static func fit(_ blocks: [LaneLayout.Names], rows: Int, widest: Double) -> (cells: [Double], width: Double) {
    var cells: [Double] = []
    var width = Double(blocks.count - 1) * LaneLayout.blockGap
    for block in blocks {
      let columns = Double(columns(of: block.names.count, rows: rows))
      let names = block.names.map { TextWidth.of($0, size: LaneLayout.nameSize) }.max() ?? 0
      let label = (TextWidth.of(block.label, size: LaneLayout.labelSize)) / columns
      cells.append(max(min(names, widest), label) + cellGap)
      width += columns * (cells.last ?? 0)
    }
    return (cells, width)
  }
}
