public import Source
internal import YAML

extension Settings {
  /// A key that `site.yaml` may have.
  enum Key: String, CaseIterable {
    case title, description, language, author, footer, search, offline, run
    case baseURL = "base-url"
    case rawHTML = "raw-html"
    case editURL = "edit-url"
    case frontMatter = "front-matter"
    case externalLinks = "external-links"
  }

  /// Reads a `site.yaml`. What does not fit keeps its default, with a problem beside it.
  ///
  /// ```swift
  /// let (settings, problems) = Settings.read(source)
  /// ```
  public static func read(_ source: SourceText) -> (settings: Settings, problems: [MetadataProblem]) {
    let stream = YAMLStream(source, dialect: .core)
    var reader = SettingsReader()
    for problem in stream.problems { reader.values.add(MetadataProblem(problem)) }
    if let root = stream.documents.first, root.kind != .null { reader.read(root) }
    for document in stream.documents.dropFirst() {
      reader.values.add(MetadataProblem(.syntax("Settings after the end of the settings"), at: document.range))
    }
    return (reader.settings, reader.values.problems)
  }
}

/// Fills settings from YAML.
private struct SettingsReader {
  var settings = Settings()
  var values = MetadataReader()
  private var seen: Set<Settings.Key> = []

  mutating func read(_ root: YAMLNode) {
    guard root.kind == .mapping else {
      values.add(MetadataProblem(.notAMapping(found: MetadataReader.name(of: root)), at: root.range))
      return
    }
    for entry in root.entries {
      guard let key = Settings.Key(rawValue: entry.key.text) else {
        let names = Settings.Key.allCases.map(\.rawValue)
        values.add(MetadataProblem(.unknownKey(entry.key.text), at: entry.key.range, allowed: names))
        continue
      }
      if seen.insert(key).inserted, !entry.value.isNull { read(key, entry.value) }
    }
  }

  private mutating func read(_ key: Settings.Key, _ node: YAMLNode) {
    let name = key.rawValue
    switch key {
    case .title: settings.title = values.text(node, of: name) ?? settings.title
    case .description: settings.description = values.text(node, of: name)
    case .language: readLanguage(node)
    case .author: settings.author = values.text(node, of: name)
    case .footer: settings.footer = values.text(node, of: name)
    case .baseURL: readBaseURL(node)
    case .rawHTML: settings.rawHTML = values.choice(node, of: name) ?? .escaped
    case .editURL: readEditURL(node)
    case .search: settings.search = values.bool(node, of: name) ?? settings.search
    case .offline: settings.offline = values.bool(node, of: name) ?? settings.offline
    case .externalLinks: settings.externalLinks.read(node, &values)
    case .run: settings.run = RunPolicy.read(node, &values)
    case .frontMatter: settings.frontMatterKeys = Set(values.texts(node, of: name).map(\.text))
    }
  }

  private mutating func readLanguage(_ node: YAMLNode) {
    guard let language = values.text(node, of: "language") else { return }
    let parts = language.split(separator: "-", omittingEmptySubsequences: false)
    let isLanguage = parts.allSatisfy { part in
      (1...8).contains(part.utf8.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
    guard isLanguage else { return values.refuse(node, "language", expected: "a language such as en or pt-BR") }
    settings.language = language
  }

  private mutating func readBaseURL(_ node: YAMLNode) {
    guard let address = values.text(node, of: "base-url") else { return }
    if !settings.setBaseURL(address) {
      values.refuse(node, "base-url", expected: "an address such as https://example.org/notes/")
    }
  }

  private static func namesPath(_ pattern: String) -> Bool {
    let bytes = pattern.utf8
    return bytes.indices.contains { bytes[$0...].starts(with: "{path}".utf8) }
  }

  private mutating func readEditURL(_ node: YAMLNode) {
    guard let pattern = values.text(node, of: "edit-url") else { return }
    guard Settings.isWebAddress(pattern), Self.namesPath(pattern)
    else {
      return values.refuse(node, "edit-url", expected: "an address with {path} in it")
    }
    settings.editURL = pattern
  }
}
