/// Code in a note: what a finding in it names beside its place.
public struct Snippet: Sendable {
  /// The name that its fence gives it, `name=web`.
  public let name: String?
  /// Its language as its fence names it.
  public let language: String
  /// The address of its page below the site's root, such as `docker/volume/`.
  public let page: String

  /// The code of a fence.
  public init(name: String?, language: String, page: String) {
    self.name = name
    self.language = language
    self.page = page
  }
}
