public import Source

/// What a container runs first.
///
/// Reference: <https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact>
public struct BootCommand: Sendable {
  /// The program and its arguments.
  public let words: [Bytes]
  /// How many words at the end a shell takes and ignores: those behind the text of an entrypoint in its shell form.
  public let ignoredCount: Int

  /// Why a container does not start.
  public enum Failure: Error {
    /// Neither the image nor the command line says what to run.
    case noCommand

    /// Why, in words.
    public var message: String {
      "No command: the image has neither ENTRYPOINT nor CMD, and none is given"
    }
  }

  /// What `docker run IMAGE arguments…` runs.
  ///
  /// - Parameter entrypoint: The value of `--entrypoint`, which stays one word; with an empty one the image's own is
  ///   forgotten. The image's CMD is forgotten with it.
  public init(of image: ImageConfig, arguments: [Bytes] = [], entrypoint: Bytes? = nil) throws(Failure) {
    let first = entrypoint.map { $0.isEmpty ? [] : [$0] } ?? image.entrypoint ?? []
    let rest = arguments.isEmpty && entrypoint == nil ? image.command ?? [] : arguments
    words = first + rest
    guard !words.isEmpty else { throw .noCommand }
    let isShell = entrypoint == nil && first.count == 3 && first[1].last == UInt8(ascii: "c") && first[1].hasPrefix("-")
    ignoredCount = isShell ? rest.count : 0
  }
}
