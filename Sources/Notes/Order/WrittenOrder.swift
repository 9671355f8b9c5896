/// What front matter demands of the order of a section's pages: `requires`, `part-of` and `next` between them.
struct WrittenOrder {
  private let prerequisites: [[Int]]
  private let next: [[Int]]
  private let isEmpty: Bool

  init(
    _ children: [Section.Child], of section: Int, _ index: SiteIndex, _ relations: Relations, _ tree: SectionPlaces
  ) {
    func places(_ notes: [Int]) -> [Int] { notes.compactMap { tree.position(of: $0, in: section) } }
    prerequisites = children.map { child in
      index.note(of: child).map { places(relations.prerequisites(of: $0)) } ?? []
    }
    // A page with a place of its own is not drawn away from it.
    let isDrawn = children.map { child in
      index.note(of: child).map { index.notes[$0].frontMatter.order == nil } ?? false
    }
    next = children.map { child in
      index.note(of: child).map { places(relations.next(of: $0)).filter { isDrawn[$0] } } ?? []
    }
    isEmpty = prerequisites.allSatisfy(\.isEmpty)
  }

  /// The order nearest to `order` in which each page comes after those that it requires, and what is next right after the
  /// page that says so, unless it has an `order`.
  ///
  /// In a circle, the page that came first in `order` comes last: what it requires is put before it, except itself.
  func apply(to order: [Int]) -> [Int] {
    guard !isEmpty else { return order }
    var placed: [Int] = []
    var isStarted = [Bool](repeating: false, count: order.count)
    var pending: [(page: Int, isReady: Bool)] = order.reversed().map { ($0, false) }
    while let (page, isReady) = pending.popLast() {
      if isReady {
        placed.append(page)
        pending += next[page].reversed().filter { !isStarted[$0] }.map { ($0, false) }
      } else if !isStarted[page] {
        isStarted[page] = true
        pending.append((page, true))
        pending += prerequisites[page].reversed().filter { !isStarted[$0] }.map { ($0, false) }
      }
    }
    return placed
  }
}
