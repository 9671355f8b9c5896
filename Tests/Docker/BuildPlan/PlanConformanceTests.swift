import Foundation
import Source
import TestSupport
import Testing

@testable import Docker

/// What BuildKit makes of Dockerfiles: `corpus/docker` of the shared folder.
@Suite struct PlanConformanceTests {
  struct Config: Decodable {
    struct Health: Decodable {
      let Test: [String]?
      let Interval: Int64?
      let Timeout: Int64?
      let StartPeriod: Int64?
      let StartInterval: Int64?
      let Retries: Int64?
    }
    struct Nothing: Decodable {}
    let User: String?
    let ExposedPorts: [String: Nothing]?
    let Env: [String]?
    let Entrypoint: [String]?
    let Cmd: [String]?
    let Volumes: [String: Nothing]?
    let WorkingDir: String?
    let Labels: [String: String]?
    let StopSignal: String?
    let ArgsEscaped: Bool?
    let Healthcheck: Health?
    let Shell: [String]?
    let OnBuild: [String]?
  }

  private struct Image: Decodable {
    let config: Config
    let arch: String
    let os: String
    let variant: String
  }

  private struct ParseCase: Decodable {
    let id: String
    let dockerfile: String
    let instructions: String?
    let build: String?
    let image: Image?
  }

  private struct EvalCase: Decodable {
    struct Outcome: Decodable {
      let ok: Bool
      let config: Config?
      let arch: String?
      let os: String?
      let variant: String?
    }
    struct Base: Decodable {}
    let id: String
    let dockerfile: String
    let buildArgs: [String: String]?
    let platform: String?
    let target: String?
    let bases: [String: Base]?
    let eval: Outcome
  }

  @Test(.needsShared) func `a build is refused where the builder refuses it`() throws {
    var misses: [String] = []
    let lines = try Shared.lines("corpus/docker/parse_cases.jsonl")
    for line in lines {
      let row = try JSONDecoder().decode(ParseCase.self, from: Data(line.utf8))
      guard row.instructions == "ok" else { continue }
      let plan = BuildPlan(of: Dockerfile(parsing: SourceText(path: "Dockerfile", bytes: Array(row.dockerfile.utf8))))
      let said = (plan.file.problems + plan.problems).map(\.message)
      if said.isEmpty != (row.build == "ok") { misses.append("\(row.id) \(row.build ?? "-"): \(said)") }
      if let image = row.image, said.isEmpty, let found = plan.image, let fault = difference(found, image.config) {
        misses.append("\(row.id): \(fault)")
      }
    }
    #expect(misses.count <= lines.count / 200, "\(misses.joined(separator: "\n"))")
  }

  @Test(.needsShared) func `an image is what the builder makes it`() throws {
    var misses: [String] = []
    let lines = try Shared.lines("corpus/docker/eval_cases.jsonl")
    for line in lines {
      let row = try JSONDecoder().decode(EvalCase.self, from: Data(line.utf8))
      if row.bases != nil { continue }
      var options = BuildOptions()
      options.arguments = (row.buildArgs ?? [:]).map { BuildArgument(bytes($0.key), bytes($0.value)) }
      if let platform = row.platform { options.platform = try Platform(bytes(platform)) }
      options.target = row.target.map { bytes($0) }
      let file = Dockerfile(parsing: SourceText(path: "Dockerfile", bytes: Array(row.dockerfile.utf8)))
      let plan = BuildPlan(of: file, with: options)
      if plan.problems.isEmpty != row.eval.ok { misses.append("\(row.id): \(plan.problems.map(\.message))") }
      guard let config = row.eval.config, let image = plan.image else { continue }
      #expect(image.platform.os[...].string == row.eval.os, "\(row.id)")
      #expect(image.platform.architecture[...].string == row.eval.arch, "\(row.id)")
      #expect(image.platform.variant[...].string == row.eval.variant, "\(row.id)")
      if let fault = difference(image, config) { misses.append("\(row.id): \(fault)") }
    }
    #expect(misses.isEmpty, "\(misses.joined(separator: "\n"))")
  }

  private struct BootCase: Decodable {
    let id: String
    let kind: String
    let dockerfile: String
    let run_args: [String]?
    let entrypoint_flag: String?
    let argv: [String]?
  }

  @Test(.needsShared) func `a container runs what the engine runs`() throws {
    for line in try Shared.lines("corpus/docker/boot_cases.jsonl") {
      let row = try JSONDecoder().decode(BootCase.self, from: Data(line.utf8))
      let text = row.dockerfile.replacing("FROM BASE", with: "FROM scratch")
      let image = try #require(BuildPlan(of: Dockerfile(parsing: SourceText(path: "", bytes: Array(text.utf8)))).image)
      let command = try? BootCommand(
        of: image, arguments: (row.run_args ?? []).map(bytes), entrypoint: row.entrypoint_flag.map(bytes))
      if row.kind != "inherit" { #expect(command?.words.map(\.string) == row.argv, "\(row.id)") }
    }
  }

  private struct CacheCase: Decodable {
    struct Step: Decodable {
      let step: String
      let cached: Bool
    }
    let id: String
    let before: String
    let after: String
    let files_before: [String: String]?
    let args_before: [String: String]?
    let args_after: [String: String]?
    let steps_after: [Step]
  }

  @Test(.needsShared) func `steps are cached where the builder caches them`() throws {
    var misses: [String] = []
    var count = 0
    for line in try Shared.lines("corpus/docker/cache_cases.jsonl") {
      // Other contexts of the second build are left out, and so are its other options.
      guard let row = try? JSONDecoder().decode(CacheCase.self, from: Data(line.utf8)),
        line.contains(#""files_after": {}"#) || line.contains(#""files_after": null"#),
        line.contains(#""opts_after": []"#)
      else { continue }
      count += 1
      let cache = LayerCache(
        of: plan(row.after, row.args_after), in: contents(row.files_before, row.after),
        after: plan(row.before, row.args_before), in: contents(row.files_before, row.before))
      let found = cache.steps.map { $0.isCached ? 1 : 0 }.sorted()
      let wanted = row.steps_after.filter { $0.step.hasPrefix("[") }.map { $0.cached ? 1 : 0 }.sorted()
      if found != wanted {
        misses.append("\(row.id): want \(wanted), got \(cache.steps.map { "\($0.label) \($0.isCached)" })")
      }
    }
    #expect(count > 20)
    #expect(misses.count <= count / 20, "\(misses.joined(separator: "\n"))")
  }

  private func plan(_ text: String, _ arguments: [String: String]?) -> BuildPlan {
    var options = BuildOptions()
    options.arguments = (arguments ?? [:]).map { BuildArgument(bytes($0.key), bytes($0.value)) }
    return BuildPlan(of: Dockerfile(parsing: SourceText(path: "", bytes: Array(text.utf8))), with: options)
  }

  /// A context of some files and the Dockerfile.
  private func contents(_ files: [String: String]?, _ dockerfile: String) -> LayerCache.Contents {
    let files = (files ?? [:]).merging(["Dockerfile": dockerfile]) { $1 }
    return { path, _ in
      let path = path.string == "." ? "" : path.string
      let found = files.filter { $0.key == path || path.isEmpty || $0.key.hasPrefix(path + "/") }.sorted { $0 < $1 }
      return found.isEmpty ? nil : ContentHash(Array("\(found)".utf8))
    }
  }

  private func difference(_ image: ImageConfig, _ config: Config) -> String? {
    let text = { (bytes: Bytes) in bytes.string }
    let list = { (words: [Bytes]?) in (words ?? []).map(\.string) }
    let pairs: [(String, [String], [String])] = [
      ("User", [text(image.user)], [config.User ?? ""]),
      ("ExposedPorts", list(image.exposedPorts), (config.ExposedPorts ?? [:]).keys.sorted()),
      ("Env", image.environment.map { "\($0.name.string)=\($0.value.string)" }, config.Env ?? []),
      ("Entrypoint", list(image.entrypoint), config.Entrypoint ?? []), ("Cmd", list(image.command), config.Cmd ?? []),
      ("Volumes", list(image.volumes), (config.Volumes ?? [:]).keys.sorted()),
      ("WorkingDir", [text(image.workingDirectory)], [config.WorkingDir ?? ""]),
      (
        "Labels", image.labels.map { "\($0.name.string)=\($0.value.string)" }.sorted(),
        (config.Labels ?? [:]).map { "\($0.key)=\($0.value)" }.sorted()
      ), ("StopSignal", [text(image.stopSignal)], [config.StopSignal ?? ""]),
      ("ArgsEscaped", ["\(image.hasEscapedArguments)"], ["\(config.ArgsEscaped ?? false)"]),
      ("Shell", list(image.shell), config.Shell ?? []), ("OnBuild", list(image.onBuild), config.OnBuild ?? []),
      ("Healthcheck", words(image.healthCheck), words(config.Healthcheck)),
    ]
    return pairs.first { $0.1 != $0.2 }.map { "\($0): want \($2), got \($1)" }
  }

  private func words(_ check: HealthCheck?) -> [String] {
    guard let check else { return [] }
    return check.test.map(\.string)
      + [check.interval, check.timeout, check.startPeriod, check.startInterval, check.retries].map { "\($0)" }
  }

  private func words(_ check: Config.Health?) -> [String] {
    guard let check else { return [] }
    return (check.Test ?? [])
      + [check.Interval, check.Timeout, check.StartPeriod, check.StartInterval, check.Retries].map { "\($0 ?? 0)" }
  }
}
