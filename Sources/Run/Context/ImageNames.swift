import Docker
import Source

/// What images are called in notes, and what the engine calls them.
package struct ImageNames: Sendable {
  private var names: [String: String] = [:]
  /// What notes call the images, by what the engine calls them.
  private(set) var written: [String: String] = [:]

  /// No names.
  package init() {}

  /// Makes `name`, as notes write it, lead to what the engine calls `local`.
  package mutating func set(_ name: String, to local: String) {
    names[Self.normalized(name)] = local
    written[local] = name
  }

  /// What the engine calls an image; nothing for one that is neither built here nor given.
  package subscript(name: String) -> String? {
    names[Self.normalized(name)]
  }

  /// Names that mean the same are one: `debian` and `docker.io/library/debian:latest`.
  private static func normalized(_ name: String) -> String {
    do throws(ValueFault) {
      return try ImageReference(Array(name.utf8)[...]).normalized[...].string
    } catch {
      return name
    }
  }
}
