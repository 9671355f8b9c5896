/// The shapes that templates are compiled against, each known by its number.
struct Schema: Sendable {
  /// What stands behind a name, with shapes by number.
  enum Kind: Hashable, Sendable {
    case text(among: [String]?)
    case html
    case flag
    case number
    case record(Int)
    case list(Int)
    case texts(among: [String]?)

    /// How messages call it.
    var description: String {
      switch self {
      case .text: "plain text"
      case .html: "finished HTML"
      case .flag: "a flag"
      case .number: "a number"
      case .record: "a record"
      case .list: "a list"
      case .texts: "a list of texts"
      }
    }
  }

  struct Slot: Sendable {
    let index: Int
    let kind: Kind
  }

  struct Form: Sendable {
    let name: String
    /// The names, in order.
    fileprivate(set) var names: [String] = []
    fileprivate(set) var kinds: [Kind] = []
    fileprivate var slots: [String: Slot] = [:]

    /// Where the value called `name` is.
    func slot(_ name: String) -> Slot? { slots[name] }
  }

  private(set) var forms: [Form] = []
  private var numbers: [String: Int] = [:]

  /// The number of a shape; two shapes with one name are one shape.
  mutating func add(_ shape: Shape) -> Int {
    if let number = numbers[shape.name] {
      assert(forms[number].names == shape.fields.map(\.name), "two shapes are called '\(shape.name)'")
      return number
    }
    let number = forms.count
    numbers[shape.name] = number
    forms.append(Form(name: shape.name, names: shape.fields.map(\.name)))
    for (index, field) in shape.fields.enumerated() {
      let kind = kind(of: field)
      forms[number].kinds.append(kind)
      forms[number].slots[field.name] = Slot(index: index, kind: kind)
    }
    return number
  }

  private mutating func kind(of field: Field) -> Kind {
    switch field.kind {
    case .text(let choices): .text(among: choices)
    case .html: .html
    case .flag: .flag
    case .number: .number
    case .record(let shape): .record(add(shape))
    case .list(let shape): .list(add(shape))
    case .texts(let choices): .texts(among: choices)
    case .recordNamed(let name): .record(number(of: name, for: field))
    case .listNamed(let name): .list(number(of: name, for: field))
    }
  }

  private func number(of name: String, for field: Field) -> Int {
    guard let number = numbers[name] else {
      preconditionFailure("'\(field.name)' refers to the shape '\(name)', which is not around it")
    }
    return number
  }
}

extension Schema {
  /// What does not fit where `record` stands for a record of the form `root`: the first place, in words.
  ///
  /// The compiler cannot check that values stand in the order of their fields, so debug builds do.
  func misfit(of record: Record, _ root: Int) -> String? {
    var pending = [(record: record, form: root, path: forms[root].name)]
    while let (record, form, path) = pending.popLast() {
      guard record.values.count == forms[form].kinds.count else {
        return "\(path): \(record.values.count) values for \(forms[form].kinds.count) fields of '\(forms[form].name)'"
      }
      for (index, value) in record.values.enumerated() {
        let path = path + "." + forms[form].names[index]
        switch (forms[form].kinds[index], value) {
        case (_, .absent), (.text, .text), (.html, .html), (.flag, .flag): continue
        case (.number, .number), (.texts, .texts): continue
        case (.record(let inner), .record(let record)): pending.append((record, inner, path))
        case (.list(let inner), .list(let records)): pending += records.map { ($0, inner, path) }
        case (let kind, _): return "\(path): the value is not \(kind.description)"
        }
      }
    }
    return nil
  }
}
