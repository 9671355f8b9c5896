import Foundation
import Pages
import Source
import TestSupport
import Testing

/// A test of the public Mustache specification.
struct MustacheCase: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  let data: MustacheData
  let template: String
  let partials: [String: String]?
  let expected: String
  var file = ""

  var testDescription: String { "\(file): \(name)" }

  private enum CodingKeys: String, CodingKey { case name, data, template, partials, expected }

  /// All tests of the specification but those of lambdas.
  static func all() throws -> [MustacheCase] {
    struct File: Decodable { let tests: [MustacheCase] }
    let files = [
      "comments", "delimiters", "interpolation", "sections", "inverted", "partials", "inheritance", "dynamic-names",
    ]
    return try files.flatMap { file in
      let text = try Shared.text("corpus/mustache/\(file).json")
      return try JSONDecoder().decode(File.self, from: Data(text.utf8)).tests.map { test in
        var test = test
        test.file = file
        return test
      }
    }
  }

  /// The template and its partials, by name.
  var sources: [String: SourceText] {
    var sources = (partials ?? [:]).mapValues { SourceText(path: "partial.mustache", bytes: Array($0.utf8)) }
    sources["main template"] = SourceText(path: "main.mustache", bytes: Array(template.utf8))
    return sources
  }

  func render() throws -> String {
    let model = MustacheModel(self)
    let templates = try TemplateSet(sources, pages: ["main template": model.shape])
    var output = ByteWriter()
    templates.render("main template", model.record, into: &output)
    return String(decoding: output.bytes, as: UTF8.self)
  }
}

/// Data of a test.
enum MustacheData: Decodable, Sendable {
  case null
  case flag(Bool)
  case whole(Int)
  case decimal(Double)
  case text(String)
  case list([MustacheData])
  case object([String: MustacheData])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let whole = try? value.decode(Int.self) {
      self = .whole(whole)
    } else if let decimal = try? value.decode(Double.self) {
      self = .decimal(decimal)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([MustacheData].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: MustacheData].self))
    }
  }
}

/// A page model made from the data of a test, as an author of templates would have it: names that stand in triple
/// braces are finished HTML, names that partials are chosen with are choices.
struct MustacheModel {
  private(set) var shape = Shape("data", [])
  private(set) var record = Record([])
  private let htmlNames: Set<String>
  private let choiceNames: Set<String>
  private let templates: [String]

  init(_ test: MustacheCase) {
    let text = test.template + (test.partials ?? [:]).values.joined()
    htmlNames = Set(text.matches(of: /\{\{\{\s*([^\s}]+)\s*\}\}\}/).map { Self.lastPart($0.output.1) })
    choiceNames = Set(text.matches(of: /[<>]\s*\*\s*([^\s}]+)\s*\}\}/).map { Self.lastPart($0.output.1) })
    templates = (test.partials ?? [:]).keys.sorted()
    if case .object(let members) = test.data {
      (shape, record) = object([members], "data", [])[0]
    } else {
      let (field, value) = field(".", test.data, "data[]", [])
      (shape, record) = (Shape("data", [field]), Record([value]))
    }
  }

  private static func lastPart(_ name: Substring) -> String {
    name == "." ? "." : String(name.split(separator: ".").last ?? "")
  }

  /// The records of a list, with one shape for all.
  private func object(
    _ records: [[String: MustacheData]], _ path: String, _ around: [String]
  ) -> [(Shape, Record)] {
    let names = Set(records.flatMap(\.keys)).sorted()
    let columns = names.map { name in
      let known = records.compactMap { $0[name] }
      return known.map { field(name, $0, path + "." + name, around + [path]) }
    }
    let shape = Shape(path, columns.map { $0[0].0 })
    return records.map { record in
      let values = zip(names, columns).map { name, column in
        record[name].map { field(name, $0, path + "." + name, around + [path]).1 } ?? .absent
      }
      return (shape, Record(values))
    }
  }

  private func field(
    _ name: String, _ data: MustacheData, _ path: String, _ around: [String]
  ) -> (Field, Value) {
    switch data {
    case .null: return (htmlNames.contains(name) ? .html(name) : .text(name), .absent)
    case .flag(let flag): return (.flag(name), .flag(flag))
    case .whole(let number): return (.number(name), .number(number))
    case .decimal(let number): return text(name, "\(number)")
    case .text(let content): return text(name, content)
    case .object(let members):
      let (shape, record) = object([members], path, around)[0]
      return (.record(name, shape), .record(record))
    case .list(let items): return list(name, items, path, around)
    }
  }

  private func text(_ name: String, _ content: String) -> (Field, Value) {
    if choiceNames.contains(name) { return (.choice(name, among: templates), .text(content)) }
    if htmlNames.contains(name) { return (.html(name), .html(Array(content.utf8))) }
    return (.text(name), .text(content))
  }

  private func list(
    _ name: String, _ items: [MustacheData], _ path: String, _ around: [String]
  ) -> (Field, Value) {
    let members = items.compactMap { if case .object(let members) = $0 { members } else { nil } }
    if !members.isEmpty {
      let records = object(members, path, around)
      return (.list(name, records[0].0), .list(records.map(\.1)))
    }
    if items.isEmpty, let outer = around.last(where: { $0.hasSuffix("." + name) }) {
      return (.list(name, named: outer), .list([]))
    }
    let fields = items.map { item in
      if case .whole(let number) = item { return text(".", "\(number)") }
      return field(".", item, path + "[]", around)
    }
    let shape = Shape(path, fields.isEmpty ? [] : [fields[0].0])
    return (.list(name, shape), .list(fields.map { Record([$0.1]) }))
  }
}
