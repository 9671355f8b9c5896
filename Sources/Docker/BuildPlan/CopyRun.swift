import Source

/// COPY and ADD.
extension Planner {
  mutating func runCopy(_ instruction: Instruction, _ step: inout BuildStep, _ state: StageState) {
    step.makesLayer = true
    takeOrigin(instruction, &step)
    let isAdd = instruction.keyword == .add
    for name in ["chown", "chmod"] as [StaticString] { _ = expandFlag(name, of: instruction, &step) }
    let checksum = isAdd ? expandFlag("checksum", of: instruction, &step) : nil
    checkMode(instruction, step)
    let paths = expandPaths(instruction, &step)
    expandBodies(instruction, &step)
    let sources = paths.dropLast()
    if let checksum { checkSum(checksum, of: sources, in: instruction) }
    for source in sources { checkSource(source, isAdd: isAdd, instruction) }
  }

  private mutating func takeOrigin(_ instruction: Instruction, _ step: inout BuildStep) {
    guard instruction.keyword == .copy, let value = instruction.flag("from", in: file)?.value, !file[value].isEmpty
    else { return }
    step.origin = origin(named: file[value])
    refuseLaterStage(step.origin, at: value.range, in: step)
  }

  /// Refuses to take files from a stage that is not built before; one in a circle is refused already.
  mutating func refuseLaterStage(_ origin: BuildStep.Origin, at range: SourceRange, in step: BuildStep) {
    guard case .stage(let other) = origin, let own = step.stage, other >= own, !isCircular else { return }
    report("Stage '\(stages[other].title)' is not built before this one; move it up", at: range)
  }

  private mutating func expandFlag(
    _ name: StaticString, of instruction: Instruction, _ step: inout BuildStep
  ) -> ExpandedWord? {
    guard let value = instruction.flag(name, in: file)?.value, let word = expand(value, in: step.state.environment)
    else { return nil }
    step.words.append(word)
    return word
  }

  private mutating func checkMode(_ instruction: Instruction, _ step: BuildStep) {
    guard let value = instruction.flag("chmod", in: file)?.value, let mode = step.expansion(of: value),
      !mode.value.isEmpty
    else { return }
    do throws(ValueFault) {
      _ = try FileMode(mode.value)
    } catch {
      report(error, in: mode)
    }
  }

  /// The sources and the target; what opens a heredoc is none of them.
  private mutating func expandPaths(_ instruction: Instruction, _ step: inout BuildStep) -> [ExpandedWord] {
    guard case .words(let words, _) = instruction.arguments else { return [] }
    var tokens = instruction.heredocs[...]
    var paths: [ExpandedWord] = []
    for word in words {
      while let token = tokens.first?.token, token.end <= word.range.start { tokens.removeFirst() }
      let opensHeredoc = tokens.first.map { $0.token.start <= word.range.start } ?? false
      if opensHeredoc { continue }
      // A quote that is open in one word is likely closed in the next: one finding is enough.
      guard let path = expand(word, in: step.state.environment) else { return [] }
      paths.append(path)
    }
    step.words += paths
    return paths
  }

  private mutating func expandBodies(_ instruction: Instruction, _ step: inout BuildStep) {
    for heredoc in instruction.heredocs where heredoc.isExpanded {
      guard let body = expand(Word(heredoc.body), as: .body, in: step.state.environment) else { continue }
      step.words.append(body)
    }
  }

  private mutating func checkSum(_ sum: ExpandedWord, of sources: ArraySlice<ExpandedWord>, in instruction: Instruction)
  {
    guard !sum.value.isEmpty, !sources.isEmpty else { return }
    guard sources.count == 1, let source = sources.first else {
      report("Checksum of \(sources.count) sources, where it belongs to one", at: sum.word.range)
      return
    }
    switch kind(of: source, in: instruction) {
    case .local:
      report("Checksum of '\(source.value.excerpt)', which is no address of a file or repository", at: sum.word.range)
    case .git: break
    case .http:
      do throws(ValueFault) {
        _ = try Checksum(sum.value)
      } catch {
        report(error, in: sum)
      }
    }
  }

  private func kind(of source: ExpandedWord, in instruction: Instruction) -> SourceKind {
    let kind = SourceKind(source.value)
    if case .http = kind, instruction.flag("keep-git-dir", in: file) != nil { return .git }
    return kind
  }

  private mutating func checkSource(_ source: ExpandedWord, isAdd: Bool, _ instruction: Instruction) {
    switch kind(of: source, in: instruction) {
    case .local: return
    case .http:
      if !isAdd { report("Address '\(source.value.excerpt)' in COPY; only ADD fetches files", at: source.word.range) }
    case .git:
      guard isAdd else {
        report("Repository '\(source.value.excerpt)' in COPY; only ADD fetches repositories", at: source.word.range)
        return
      }
      checkRepository(source, instruction)
    }
  }

  private mutating func checkRepository(_ source: ExpandedWord, _ instruction: Instruction) {
    do throws(ValueFault) {
      let address = try GitAddress(source.value)
      guard let keeps = address.keepsGitDirectory, let flag = instruction.flag("keep-git-dir", in: file),
        keeps != flag.isOn(in: file)
      else { return }
      report("Flag '--keep-git-dir' says otherwise than the address '\(source.value.excerpt)'", at: flag.range)
    } catch {
      report(error, in: source)
    }
  }
}

extension Flag {
  /// Whether a flag without a value, or with `true` or `false`, is on.
  func isOn(in file: Dockerfile) -> Bool {
    value.map { file[$0].equalsIgnoringCase("true") } ?? true
  }
}
