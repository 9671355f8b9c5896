extension Sanitizer {
  /// What the sanitiser knows about an allowed element.
  struct Element: Sendable {
    /// It has neither content nor an end tag.
    var isVoid = false
    /// It cannot stand in a line of text.
    var isBlock = false
    /// A block that follows it ends it.
    var endsAtBlocks = false
    /// Elements right around it that end where it starts.
    var replaces: [String] = []
    /// Its attributes beside those that all have.
    var attributes: [String: Value] = [:]

    /// Whether an open element ends where this one starts.
    func ends(_ name: String, _ other: Element) -> Bool {
      isBlock && other.endsAtBlocks || replaces.contains(name)
    }

    /// How the value of an attribute is treated; nil where the element may not have it.
    func attribute(_ name: String) -> Value? {
      attributes[name] ?? Self.common[name]
    }
  }

  /// How an attribute's value is treated.
  enum Value: Sendable {
    /// It passes, escaped.
    case text
    /// It passes if a link could lead there.
    case address
    /// It says nothing; the attribute's presence does.
    case flag
  }
}

extension Sanitizer.Element {
  private static let common: [String: Sanitizer.Value] = [
    "id": .text, "title": .text, "lang": .text, "dir": .text, "align": .text, "aria-label": .text,
    "aria-hidden": .text,
  ]

  /// The elements that may pass.
  static let allowed: [String: Sanitizer.Element] = {
    var elements: [String: Sanitizer.Element] = [:]
    for name in inlineNames { elements[name] = Self() }
    for name in blockNames { elements[name] = Self(isBlock: true) }
    for name in ["p", "h1", "h2", "h3", "h4", "h5", "h6"] { elements[name] = Self(isBlock: true, endsAtBlocks: true) }
    elements.merge(special) { $1 }
    return elements
  }()

  private static let inlineNames = [
    "abbr", "b", "bdi", "bdo", "cite", "code", "dfn", "em", "i", "kbd", "mark", "picture", "rp", "rt", "ruby", "s",
    "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var",
  ]

  private static let blockNames = ["caption", "center", "div", "dl", "figcaption", "figure", "pre", "summary", "ul"]

  private static let cell: [String: Sanitizer.Value] = [
    "colspan": .text, "rowspan": .text, "headers": .text, "scope": .text, "valign": .text, "width": .text,
  ]

  private static let special: [String: Sanitizer.Element] = [
    "a": Self(replaces: ["a"], attributes: ["href": .address, "name": .text]),
    "blockquote": Self(isBlock: true, attributes: ["cite": .address]),
    "br": Self(isVoid: true),
    "col": Self(isVoid: true, isBlock: true, attributes: ["span": .text, "width": .text]),
    "colgroup": Self(isBlock: true, attributes: ["span": .text]),
    "dd": Self(isBlock: true, replaces: ["dd", "dt"]),
    "del": Self(attributes: ["cite": .address, "datetime": .text]),
    "details": Self(isBlock: true, attributes: ["open": .flag]),
    "dt": Self(isBlock: true, replaces: ["dd", "dt"]),
    "hr": Self(isVoid: true, isBlock: true),
    "img": Self(
      isVoid: true,
      attributes: ["src": .address, "alt": .text, "width": .text, "height": .text, "loading": .text]),
    "ins": Self(attributes: ["cite": .address, "datetime": .text]),
    "li": Self(isBlock: true, replaces: ["li"], attributes: ["value": .text]),
    "ol": Self(isBlock: true, attributes: ["start": .text, "reversed": .flag, "type": .text]),
    "q": Self(attributes: ["cite": .address]),
    "source": Self(isVoid: true, attributes: ["srcset": .address, "media": .text, "type": .text]),
    "table": Self(isBlock: true, attributes: ["width": .text]),
    "tbody": Self(isBlock: true, replaces: rowParts + groups),
    "td": Self(isBlock: true, replaces: ["td", "th"], attributes: cell),
    "tfoot": Self(isBlock: true, replaces: rowParts + groups),
    "th": Self(isBlock: true, replaces: ["td", "th"], attributes: cell),
    "thead": Self(isBlock: true, replaces: rowParts + groups),
    "tr": Self(isBlock: true, replaces: rowParts),
    "wbr": Self(isVoid: true),
  ]

  private static let rowParts = ["td", "th", "tr"]
  private static let groups = ["thead", "tbody", "tfoot"]
}
