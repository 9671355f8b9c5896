extension Note {
  /// Whether other notes would find the same in this one as in `other`: what it is called and about, its sections, where
  /// it stands. Then they link as before, though its text reads otherwise.
  package func hasFace(of other: Note) -> Bool {
    path == other.path && file == other.file && title == other.title && summary == other.summary
      && frontMatter == other.frontMatter && part == other.part && isOverview == other.isOverview
      && moved == other.moved && anchors == other.anchors && cards.isEmpty == other.cards.isEmpty
      && headings.elementsEqual(other.headings) { $0.id == $1.id && $0.text == $1.text && $0.level == $1.level }
      && inner.elementsEqual(other.inner) { $0.isSameTopic(as: $1) }
  }
}

extension InnerTopic {
  /// Whether it is the same topic, wherever its name stands.
  fileprivate func isSameTopic(as other: InnerTopic) -> Bool {
    var moved = self
    moved.range = other.range
    return moved == other
  }
}
