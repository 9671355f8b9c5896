import Search
import Source

/// The files that a search reads, below the site.
package enum SearchFiles {
  /// Whether a path is that of one.
  package static func hold(_ path: String) -> Bool { path.hasPrefix(folder) }

  /// The folder that they lie in.
  static let folder = "search/"
  /// The one that has the same name in every build; it knows the names of the others.
  static let script = folder + "search.js"

  /// A file, and the script that hands it to pages on a disk.
  static func withTwin(_ name: String, _ bytes: [UInt8]) -> [OutputFile] {
    [
      OutputFile(path: folder + name, bytes: bytes),
      OutputFile(path: folder + ScriptTwin.name(of: name), bytes: ScriptTwin.script(name: name, bytes: bytes)),
    ]
  }

  /// A script with names in the place of marks such as `@names@`.
  static func fill(_ script: [UInt8], _ mark: StaticString, with name: String) -> [UInt8] {
    var filled: [UInt8] = []
    var rest = script[...]
    while let place = rest.firstRange(of: mark) {
      filled += rest[..<place.lowerBound] + Array(name.utf8)
      rest = rest[place.upperBound...]
    }
    return filled + rest
  }
}

extension Site {
  /// What a build writes for those who search.
  ///
  /// - Parameter texts: What the notes' texts gave, by note.
  package func searchFiles(_ texts: [PageText]) -> [OutputFile] {
    let documents = searchDocuments(texts)
    let index = SearchIndex(documents)
    let titles = Self.titles(documents)
    var files = index.files.map { OutputFile(path: SearchFiles.folder + $0.name, bytes: $0.bytes) }
    var names = (titles: "titles-\(ContentHash(titles).short).json", module: "", excerpt: "")
    files += SearchFiles.withTwin(names.titles, titles)
    if let module = theme.searchModule {
      names.module = "search-\(ContentHash(module).short).wasm"
      files += SearchFiles.withTwin(names.module, module)
    }
    // Pages on a disk cannot read the texts that excerpts are cut from.
    if let module = theme.excerptModule {
      names.excerpt = "excerpt-\(ContentHash(module).short).wasm"
      files.append(OutputFile(path: SearchFiles.folder + names.excerpt, bytes: module))
    }
    if var script = theme.searchScript {
      script = SearchFiles.fill(script, "@names@", with: index.namesFile)
      script = SearchFiles.fill(script, "@titles@", with: names.titles)
      script = SearchFiles.fill(script, "@wasm@", with: names.module)
      script = SearchFiles.fill(script, "@excerpt@", with: names.excerpt)
      files.append(OutputFile(path: SearchFiles.script, bytes: script))
    }
    return files
  }

  /// Addresses and titles, for browsers that cannot run the search.
  private static func titles(_ documents: [SearchDocument]) -> [UInt8] {
    var json = JSONWriter()
    json.array { json in
      for document in documents {
        json.array { json in
          json.string(document.path)
          json.string(document.title)
        }
      }
    }
    return json.finish()
  }
}
