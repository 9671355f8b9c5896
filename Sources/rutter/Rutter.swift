import ArgumentParser

/// The program: a table of its commands.
@main
struct Rutter: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "rutter",
    abstract: "Turns notes on Docker, Kubernetes and Istio into a site, and checks them.",
    discussion: """
      Exit codes: 0 all is well, 1 something was found, 2 a wrong use of the program or of its surroundings.
      """,
    version: "rutter \(version)",
    subcommands: [
      BuildCommand.self, CheckCommand.self, ExplainCommand.self, GraphCommand.self, RelatedCommand.self,
      RunCommand.self, SearchCommand.self, ServeCommand.self, StudyCommand.self, ReportCommand.self,
    ])

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      Terminal.error.write("rutter: \(failure.message)\n")
      if let advice = failure.advice { Terminal.error.write("  \(advice)\n") }
      endProgram(withCode: 2)
    } catch let code as ExitCode {
      endProgram(withCode: code.rawValue)
    } catch {
      fail(error)
    }
  }

  /// A wrong command line ends with 2, help and version with 0.
  private static func fail(_ error: any Error) -> Never {
    let text = fullMessage(for: error)
    if exitCode(for: error).isSuccess {
      Terminal.output.write(text + "\n")
      endProgram(withCode: 0)
    }
    Terminal.error.write(text + "\n")
    endProgram(withCode: 2)
  }
}
