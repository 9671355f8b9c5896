import Notes
import Source

extension Site {
  /// `robots.txt`, by RFC 9309: everything may be read.
  func robots() -> OutputFile {
    var output = ByteWriter()
    output.append("User-agent: *\nAllow: /\n")
    if settings.baseURL != nil {
      output.append("\nSitemap: ")
      output.append(absolute(path: "sitemap.xml"))
      output.append("\n")
    }
    return OutputFile(path: "robots.txt", bytes: output.finish())
  }
}
