import Docker
import Source

/// Checks a Dockerfile for a page.
///
/// - Parameters:
///   - start: The file, in UTF-8.
///   - count: How many bytes it has.
///   - isFragment: Whether it may lack a FROM.
/// - Returns: A block that the caller frees: the length of what follows as four bytes, lowest first, then the findings
///   as JSON, `{"diagnostics":[…]}`, each as `rutter check --format json` writes it but without path and page.
@_cdecl("rutter_check_dockerfile")
public func checkDockerfile(
  _ start: UnsafePointer<UInt8>?, _ count: UInt32, _ isFragment: Bool
) -> UnsafeMutablePointer<UInt8>? {
  var surroundings = Surroundings()
  surroundings.isFragment = isFragment
  let bytes = unsafe array(start, count)
  let found = DockerfileRules.check(SourceText(path: "", bytes: bytes), in: surroundings)
  return unsafe block(DiagnosticsJSON.bytes(found, of: bytes))
}
