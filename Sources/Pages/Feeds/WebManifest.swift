import Notes
import Source

extension Site {
  /// `manifest.webmanifest`, by the W3C's Web Application Manifest: lets the site be kept like an application.
  func webManifest() -> OutputFile {
    var json = JSONWriter()
    json.object { json in
      json.member("name", settings.title)
      json.member("short_name", settings.title)
      if let description = settings.description { json.member("description", description) }
      json.member("lang", settings.language)
      json.member("start_url", "./")
      json.member("scope", "./")
      json.member("display", "standalone")
      json.array("icons") { json in
        json.object { json in
          json.member("src", theme.icon)
          json.member("sizes", "any")
          json.member("type", "image/svg+xml")
        }
      }
    }
    return OutputFile(path: "manifest.webmanifest", bytes: json.finish())
  }
}
