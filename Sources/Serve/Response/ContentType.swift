/// What a file is, by its name.
public struct ContentType: Equatable, Sendable {
  /// The value of the header.
  public let text: String
  /// Whether it becomes smaller when it is compressed.
  public let isCompressible: Bool

  /// A type with its parameters, such as `text/html; charset=utf-8`.
  public init(_ text: String, isCompressible: Bool = true) {
    self.text = text
    self.isCompressible = isCompressible
  }

  /// The type of the file at `path`; bytes without a meaning where its ending is not known.
  public init(ofFile path: String) {
    let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    self = Self.types[ending] ?? .bytes
  }

  /// Plain text.
  public static let plainText = ContentType("text/plain; charset=utf-8")
  /// JSON.
  public static let json = ContentType("application/json")
  /// An HTML page.
  public static let html = ContentType("text/html; charset=utf-8")

  static let events = ContentType("text/event-stream", isCompressible: false)
  private static let bytes = ContentType("application/octet-stream", isCompressible: false)
  private static let xml = ContentType("application/xml")
  private static let javascript = ContentType("text/javascript; charset=utf-8")
  private static let markdown = ContentType("text/markdown; charset=utf-8")
  private static let yaml = ContentType("application/yaml")

  private static let types: [String: ContentType] = [
    "html": html, "htm": html, "txt": plainText, "log": plainText, "json": json, "map": json, "ipynb": json,
    "css": ContentType("text/css; charset=utf-8"), "js": javascript, "mjs": javascript,
    "csv": ContentType("text/csv; charset=utf-8"), "tsv": ContentType("text/tab-separated-values; charset=utf-8"),
    "md": markdown, "markdown": markdown, "yaml": yaml, "yml": yaml, "toml": ContentType("application/toml"),
    "jsonl": ContentType("application/jsonl"), "sh": plainText, "ics": ContentType("text/calendar; charset=utf-8"),
    "xml": xml, "xsl": xml, "rss": ContentType("application/rss+xml"), "atom": ContentType("application/atom+xml"),
    "webmanifest": ContentType("application/manifest+json"), "wasm": ContentType("application/wasm"),
    "svg": ContentType("image/svg+xml"), "ico": ContentType("image/vnd.microsoft.icon"),
    "png": small("image/png"), "jpg": small("image/jpeg"), "jpeg": small("image/jpeg"), "gif": small("image/gif"),
    "webp": small("image/webp"), "avif": small("image/avif"), "jxl": small("image/jxl"),
    "bmp": ContentType("image/bmp"), "apng": small("image/apng"),
    "woff2": small("font/woff2"), "woff": small("font/woff"), "ttf": ContentType("font/ttf"),
    "otf": ContentType("font/otf"),
    "mp4": small("video/mp4"), "webm": small("video/webm"), "mov": small("video/quicktime"), "ogv": small("video/ogg"),
    "vtt": ContentType("text/vtt; charset=utf-8"),
    "mp3": small("audio/mpeg"), "ogg": small("audio/ogg"), "oga": small("audio/ogg"), "opus": small("audio/ogg"),
    "wav": ContentType("audio/wav"), "flac": small("audio/flac"), "m4a": small("audio/mp4"),
    "pdf": small("application/pdf"), "zip": small("application/zip"), "gz": small("application/gzip"),
    "tgz": small("application/gzip"), "xz": small("application/x-xz"), "zst": small("application/zstd"),
    "7z": small("application/x-7z-compressed"), "tar": ContentType("application/x-tar"),
    "apkg": small("application/octet-stream"),
  ]

  private static func small(_ text: String) -> ContentType {
    ContentType(text, isCompressible: false)
  }
}
