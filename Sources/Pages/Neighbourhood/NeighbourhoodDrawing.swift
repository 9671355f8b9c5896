import Notes
import Source

/// Writes a laid out neighbourhood as SVG. What it looks like is the style sheet's matter.
struct NeighbourhoodDrawing {
  private let layout: LaneLayout
  private let groups: [(label: String, links: [LinkModel])]
  /// Room around what is written, for the ring around a name that has the focus.
  private static let margin = 6.0

  /// The drawing of a topic called `name` with links to its neighbours.
  init(_ name: String, _ groups: [(lane: Neighbourhood.Lane, label: String, links: [LinkModel])]) {
    self.groups = groups.map { ($0.label, $0.links) }
    layout = LaneLayout(
      name, groups.map { LaneLayout.Names(lane: $0.lane, label: $0.label, names: $0.links.map(\.title)) })
  }

  /// The drawing as HTML.
  var html: [UInt8] {
    var output = ByteWriter(capacity: 1 << 12)
    start(&output)
    output.append("<path d=\"")
    for line in layout.lines {
      point("M", line.from, &output)
      point("L", line.to, &output)
    }
    output.append("\"/>")
    centre(&output)
    for (group, placed) in zip(groups, layout.groups) {
      text(placed.label, " class=\"lane\"", &output)
      for (link, name) in zip(group.links, placed.names) { node(link, group.label, name, &output) }
    }
    output.append("</svg>")
    return output.finish()
  }

  private func start(_ output: inout ByteWriter) {
    let labels = layout.labels
    let left = (labels.map(\.left).min() ?? 0) - Self.margin
    let right = (labels.map { $0.left + $0.width }.max() ?? 0) + Self.margin
    let top = (labels.map { $0.y - $0.height / 2 }.min() ?? 0) - Self.margin
    let bottom = (labels.map { $0.y + $0.height / 2 }.max() ?? 0) + Self.margin
    let (x, y) = (Int(left.rounded(.down)), Int(top.rounded(.down)))
    let (width, height) = (Int((right - left).rounded(.up)), Int((bottom - top).rounded(.up)))
    output.append("<svg viewBox=\"")
    for (number, value) in [x, y, width, height].enumerated() {
      if number > 0 { output.append(" ") }
      output.append(value)
    }
    output.append("\" width=\"")
    output.append(width)
    output.append("\" height=\"")
    output.append(height)
    output.append("\">")
  }

  private func centre(_ output: inout ByteWriter) {
    let box = layout.centre
    output.append("<rect")
    number(" x=\"", box.left, &output)
    number(" y=\"", box.y - box.height / 2, &output)
    number(" width=\"", box.width, &output)
    number(" height=\"", box.height, &output)
    output.append(" rx=\"4\"/>")
    text(box, " class=\"here\"", &output)
  }

  private func node(_ link: LinkModel, _ label: String, _ name: LaneLayout.Label, _ output: inout ByteWriter) {
    output.append(link.isStub ? "<a class=\"stub\" href=\"" : "<a href=\"")
    output.append(escaping: link.href)
    output.append("\" aria-label=\"")
    output.append(escaping: label)
    output.append(" ")
    output.append(escaping: link.title)
    output.append("\">")
    if name.text != link.title {
      output.append("<title>")
      output.append(escaping: link.title)
      output.append("</title>")
    }
    text(name, "", &output)
    output.append("</a>")
  }

  private func text(_ label: LaneLayout.Label, _ attributes: StaticString, _ output: inout ByteWriter) {
    output.append("<text")
    output.append(attributes)
    number(" x=\"", label.x, &output)
    // Letters stand on a line a third of their size below the middle.
    number(" y=\"", label.y + 5, &output)
    if label.anchor != .start {
      output.append(" text-anchor=\"")
      output.append(label.anchor.rawValue)
      output.append("\"")
    }
    output.append(">")
    output.append(escaping: label.text)
    output.append("</text>")
  }

  private func point(_ command: StaticString, _ point: (x: Double, y: Double), _ output: inout ByteWriter) {
    output.append(command)
    decimal(point.x, &output)
    output.append(" ")
    decimal(point.y, &output)
  }

  private func number(_ start: StaticString, _ value: Double, _ output: inout ByteWriter) {
    output.append(start)
    decimal(value, &output)
    output.append("\"")
  }

  /// Half pixels are exact enough, and keep lines sharp.
  private func decimal(_ value: Double, _ output: inout ByteWriter) {
    let halves = Int((value * 2).rounded())
    if halves % 2 == 0 { return output.append(halves / 2) }
    output.append(Double(halves) / 2, places: 1)
  }
}
