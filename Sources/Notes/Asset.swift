/// A file of the content folder that is published as it is: an image, a download.
public struct Asset: Sendable {
  /// Its path below the content folder, and below the site's root.
  public let path: String
  /// Width and height in CSS pixels, if it is an image that tells.
  public let size: (width: Int, height: Int)?

  /// The file at `path`.
  public init(path: String, size: (width: Int, height: Int)? = nil) {
    self.path = path
    self.size = size
  }

  /// Whether a path ends like an image's.
  public static func isImage(_ path: some StringProtocol) -> Bool {
    let name = path.lowercased()
    return imageEndings.contains { name.hasSuffix($0) }
  }

  private static let imageEndings = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif"]
}
