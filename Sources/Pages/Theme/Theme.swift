import CAssets
package import Source

/// What a site looks like: templates, style and scripts. The default is built into the program; a site's own files of
/// the same name take the place of single ones.
public struct Theme: Sendable {
  /// The templates that pages are rendered with.
  enum Frame: String, CaseIterable {
    case page
    case home
    case map
    case stubs
    case study
    case notFound = "not-found"
    case redirect
  }

  /// The theme's own files, named by their content so that browsers may keep them for good.
  let files: [OutputFile]
  let style: String
  let script: String
  let scheme: String
  let icon: String
  /// The script that searches, in which the names of what it loads are still missing.
  let searchScript: [UInt8]?
  /// The modules that it runs: the search, and what cuts excerpts.
  let searchModule: [UInt8]?
  let excerptModule: [UInt8]?
  /// What only the page to study at needs.
  let study: StudyAssets
  /// The script by which a browser keeps pages, in which the names of what it keeps are still missing.
  let workerScript: [UInt8]?
  private let templates: TemplateSet

  /// The default theme with a site's own files in the place of its own.
  ///
  /// - Parameter overrides: Files by their path in the templates folder, such as `partials/footer.mustache` or
  ///   `assets/rutter.css`.
  /// - Throws: What is wrong with the templates, with places.
  package init(overrides: [String: SourceText] = [:]) throws(TemplateProblems) {
    var sources = Self.builtIn
    for (name, text) in overrides { sources[name] = text }

    var templates: [String: SourceText] = [:]
    var files: [OutputFile] = []
    var names: [String: String] = [:]
    for (name, text) in sources.sorted(by: { $0.key < $1.key }) {
      if name.hasSuffix(Self.templateEnding) {
        templates[String(name.dropLast(Self.templateEnding.count))] = text
      } else if name.hasPrefix("assets/"), !Self.ownPlaces.contains(name) {
        let file = OutputFile(path: Self.fingerprinted(name, text.bytes), bytes: text.bytes)
        names[name] = file.path
        files.append(file)
      }
    }
    self.templates = try TemplateSet(templates, pages: Self.shapes)
    self.files = files
    style = names["assets/rutter.css"] ?? ""
    script = names["assets/rutter.js"] ?? ""
    scheme = names["assets/scheme.js"] ?? ""
    icon = names["assets/favicon.svg"] ?? ""
    searchScript = sources[Self.searchAssets[0]]?.bytes
    searchModule = sources[Self.searchAssets[1]]?.bytes
    excerptModule = sources[Self.searchAssets[2]]?.bytes
    workerScript = sources[Self.workerAsset]?.bytes
    study = StudyAssets { name in
      sources["assets/" + name].map {
        OutputFile(path: Self.fingerprinted("assets/" + name, $0.bytes), bytes: $0.bytes)
      }
    }
  }

  /// Renders a page.
  func render(_ frame: Frame, _ page: PageModel, into output: inout ByteWriter) {
    templates.render(frame.rawValue, page.record, into: &output)
  }

  private static let shapes = Dictionary(
    uniqueKeysWithValues: Frame.allCases.map { ($0.rawValue, PageModel.shape) })

  /// What is published beside the index and not among the assets.
  private static let searchAssets = ["assets/search.js", "assets/search.wasm", "assets/excerpt.wasm"]
  private static let workerAsset = "assets/offline.js"
  /// What no page loads by the name of its content: that, and what only `rutter serve` hands out.
  private static let ownPlaces =
    searchAssets + [workerAsset, "assets/live.js"] + StudyAssets.names.map { "assets/" + $0 }
  private static let templateEnding = ".mustache"

  /// `assets/rutter.css` → `assets/rutter.1f2e3d4c.css`.
  private static func fingerprinted(_ name: String, _ bytes: [UInt8]) -> String {
    guard let dot = name.lastIndex(of: ".") else { return name }
    return name[..<dot] + "." + ContentHash(bytes).short + name[dot...]
  }
}
