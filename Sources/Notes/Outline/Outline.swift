import Markdown
import Source

/// A note that is written as an outline: nested bullets that name things and say what they are.
struct Outline {
  /// Its topics.
  let tree: OutlineTree

  /// The outline that a document is; nil where it is an ordinary note.
  ///
  /// An outline has, beside headings, bullets and little else; at least a third of the bullets that stand directly under
  /// a heading name something, and at least three names are explained, by text or by bullets below them. A bullet of an
  /// outline is a line or two: where more than an eighth of them hold paragraphs, code or tables, the note is prose in
  /// the form of a list, such as a reference.
  ///
  /// - Parameters:
  ///   - title: What the note is called.
  ///   - wish: What the author says: whether it is one. Without bullets that name things it is none all the same.
  init?(_ document: Document, title: String, wish: Bool? = nil) {
    guard wish ?? Self.isMostlyBullets(document) else { return nil }
    let written = BulletReader.bullets(of: document)
    guard wish != nil || Self.isBrief(written) else { return nil }
    let bullets = BulletClassifier.classify(written, of: document)
    guard wish == nil ? Self.namesThings(bullets) : bullets.contains(where: \.isName) else { return nil }
    tree = OutlineTree(document, bullets, title: title)
  }

  /// Whether what stands beside headings and bullets is no more than an introduction: a tenth of the text, two blocks for
  /// each heading.
  private static func isMostlyBullets(_ document: Document) -> Bool {
    var (inBullets, beside, blocks, index) = (0, 0, 0, 1)
    while index < document.nodes.count {
      let node = document.nodes[index]
      switch node.kind {
      case .heading, .footnotes, .thematicBreak: break
      case .list where !node.flags.contains(.ordered): inBullets += node.range.count
      default:
        beside += node.range.count
        blocks += 1
      }
      index = max(Int(node.end), index + 1)
    }
    return inBullets > 0 && beside * 10 <= inBullets && blocks <= 2 * (document.headings.count + 1)
  }

  /// Whether hardly any bullet holds more than text and other bullets.
  private static func isBrief(_ bullets: [Bullet]) -> Bool {
    bullets.count(where: \.hasBlocks) * 8 <= bullets.count
  }

  private static func namesThings(_ bullets: [Bullet]) -> Bool {
    let top = bullets.filter { $0.parent == nil }
    let named = top.filter { $0.isName && !$0.isLinkedLabel }
    let explained = bullets.count { $0.kind == .topic && $0.label?.mark != .grammar && !$0.isLinkedLabel }
    return named.count * 3 >= top.count && explained >= 3
  }
}

extension Bullet {
  /// Whether it names something.
  var isName: Bool { kind == .topic || kind == .stub }

  /// Whether its label is a link, as in a list of things to read.
  var isLinkedLabel: Bool {
    guard let label else { return false }
    return text.pieces.first { $0.range.overlaps(label.range) }?.isLinked ?? false
  }
}
