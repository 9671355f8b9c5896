import Source
import TestSupport

@testable import Docker

/// The plan of a Dockerfile in a test.
func buildPlan(_ text: String, _ arguments: [String] = [], target: String? = nil, isFragment: Bool = false) -> BuildPlan
{
  var options = BuildOptions()
  options.arguments = arguments.map { argument in
    let name = argument.prefix { $0 != "=" }
    return BuildArgument(bytes(String(name)), bytes(String(argument.dropFirst(name.count + 1))))
  }
  options.target = target.map { bytes($0) }
  options.isFragment = isFragment
  let source = SourceText(path: "Dockerfile", bytes: Array(text.utf8))
  return BuildPlan(of: Dockerfile(parsing: source, isFragment: isFragment), with: options)
}

extension ImageConfig {
  /// The variables as `name=value`.
  var variables: [String] {
    environment.map { "\($0.name.string)=\($0.value.string)" }.filter { !$0.hasPrefix("PATH=") }
  }
}
