import Notes
import Source

extension Site {
  static let manifestFile = "manifest.webmanifest"

  /// `manifest.webmanifest`, by the W3C's Web Application Manifest: lets the site be kept like an application.
  func webManifest() -> OutputFile {
    var json = JSONWriter()
    json.object { json in
      json.member("name", settings.title)
      json.member("short_name", settings.title)
      if let description = settings.description { json.member("description", description) }
      json.member("lang", settings.language)
      json.member("id", "./")
      json.member("start_url", "./")
      json.member("scope", "./")
      json.member("display", "standalone")
      json.member("background_color", "#fefdfa")
      json.member("theme_color", "#fefdfa")
      json.array("icons") { json in
        json.object { json in
          json.member("src", theme.icon)
          json.member("sizes", "any")
          json.member("type", "image/svg+xml")
          json.member("purpose", "any")
        }
      }
      let shortcuts = [("Study", hasStudyPage ? MadePage.study : nil), ("Map", map.isPublished ? .map : nil)]
        .compactMap { name, page in page.map { (name, $0.address.path) } }
      guard !shortcuts.isEmpty else { return }
      json.array("shortcuts") { json in
        for (name, path) in shortcuts {
          json.object { json in
            json.member("name", name)
            json.member("url", path)
          }
        }
      }
    }
    return OutputFile(path: Self.manifestFile, bytes: json.finish())
  }
}
