import Docker
import Source

extension BuildExplanation {
  /// What is told to programs: the JSON format that the manual describes.
  var json: [UInt8] {
    let lines = LineTable(plan.file.source.bytes)
    var json = JSONWriter()
    json.object { json in
      json.member("version", 1)
      json.member("ok", error == nil)
      if let error { write(error, lines, &json) }
      json.array("stages") { json in
        for stage in plan.stages { write(stage, lines, &json) }
      }
      json.object("image") { json in
        if let image = plan.image { image.write(to: &json) }
      }
      json.object("boot") { json in write(boot, &json) }
      json.array("rebuilds") { json in writeRebuilds(lines, &json) }
      if let cache {
        json.array("steps") { json in
          for step in cache.steps { write(step, &json) }
        }
      }
    }
    return json.finish() + [UInt8(ascii: "\n")]
  }

  private func write(_ error: Diagnostic, _ lines: LineTable, _ json: inout JSONWriter) {
    let start = lines.position(error.place.range.start)
    json.object("error") { json in
      json.member("rule", error.rule.id.name)
      json.member("message", error.message)
      json.member("line", start.line)
      json.member("column", start.column)
    }
  }

  private func write(_ stage: BuildStage, _ lines: LineTable, _ json: inout JSONWriter) {
    let layers = Set(plan.steps(of: stage).filter { $0.makesLayer && !$0.isTrigger }.map(\.index))
    json.object { json in
      json.member("name", stage.name?.string)
      json.member("base", base(of: stage))
      json.member("platform", (stage.platform ?? plan.options.platform).name)
      json.array("instructions") { json in
        for index in stage.instructions {
          let instruction = plan.file.instructions[index]
          json.object { json in
            json.member("line", line(of: instruction, in: lines))
            json.member("keyword", instruction.keyword?.name ?? plan.file[instruction.keywordRange].string)
            json.member("text", text(of: instruction))
            json.member("layer", layers.contains(index))
          }
        }
      }
    }
  }

  private func write(_ boot: Boot, _ json: inout JSONWriter) {
    switch boot {
    case .command(let command):
      json.array("argv") { json in
        for word in command.words { json.string(word.string) }
      }
      json.member("error", nil)
    case .unknown:
      json.member("argv", nil)
      json.member("error", "The base image says what is run")
    case .error(let message):
      json.member("argv", nil)
      json.member("error", message)
    }
  }

  private func write(_ step: LayerCache.Step, _ json: inout JSONWriter) {
    let text = (step.isLink ? "LINK " : "") + text(of: plan.file.instructions[step.index])
    json.object { json in
      json.member("step", "[\(step.label)] \(text)")
      json.member("cached", step.isCached)
    }
  }

  private func writeRebuilds(_ lines: LineTable, _ json: inout JSONWriter) {
    guard let graph = RebuildGraph(plan) else { return }
    for node in graph.nodes.indices {
      let instruction = plan.file.instructions[graph.nodes[node].instruction]
      guard graph.nodes[node].step != nil || instruction.keyword == .from else { continue }
      let rebuilt = graph.rebuilt(by: node)
      let numbers = { (instructions: [Int]) in
        instructions.map { line(of: plan.file.instructions[$0], in: lines) }
      }
      json.object { json in
        json.member("line", line(of: instruction, in: lines))
        json.numbers("again", numbers(rebuilt.surely))
        json.numbers("againIfFilesDiffer", numbers(rebuilt.perhaps))
      }
    }
  }
}

extension JSONWriter {
  /// Writes a member that is an array of numbers.
  fileprivate mutating func numbers(_ name: String, _ numbers: [Int]) {
    array(name) { json in
      for number in numbers { json.number(number) }
    }
  }
}

extension ImageConfig {
  /// Writes what the image says, with Docker's names for it.
  fileprivate func write(to json: inout JSONWriter) {
    json.array("Env") { json in
      for (name, value) in environment { json.string("\(name.string)=\(value.string)") }
    }
    Self.write("Entrypoint", entrypoint, &json)
    Self.write("Cmd", command, &json)
    json.member("WorkingDir", workingDirectory.string)
    json.member("User", user.string)
    Self.writeSet("ExposedPorts", exposedPorts, &json)
    Self.writeSet("Volumes", volumes, &json)
    json.object("Labels") { json in
      for (name, value) in labels { json.member(name.string, value.string) }
    }
    json.member("StopSignal", stopSignal.string)
    Self.write("Shell", shell, &json)
    Self.write("OnBuild", onBuild, &json)
    if hasEscapedArguments { json.member("ArgsEscaped", true) }
    if let healthCheck {
      json.object("Healthcheck") { json in healthCheck.write(to: &json) }
    } else {
      json.member("Healthcheck", nil)
    }
  }

  private static func write(_ name: String, _ words: [Bytes]?, _ json: inout JSONWriter) {
    guard let words else { return json.member(name, nil) }
    json.array(name) { json in
      for word in words { json.string(word.string) }
    }
  }

  /// A set, as Go writes it: an object whose members are empty ones.
  private static func writeSet(_ name: String, _ words: [Bytes], _ json: inout JSONWriter) {
    json.object(name) { json in
      for word in words { json.object(word.string) { _ in } }
    }
  }
}

extension HealthCheck {
  fileprivate func write(to json: inout JSONWriter) {
    json.array("Test") { json in
      for word in test { json.string(word.string) }
    }
    let numbers = [
      ("Interval", interval), ("Timeout", timeout), ("StartPeriod", startPeriod), ("StartInterval", startInterval),
      ("Retries", retries),
    ]
    for (name, number) in numbers where number != 0 { json.member(name, Int(number)) }
  }
}
