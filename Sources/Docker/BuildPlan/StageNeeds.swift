import Source

/// What stages take from each other.
extension Planner {
  /// Finds the stages that COPY and RUN take files from, in all stages, and behind ONBUILD where a stage runs it.
  mutating func findNeeds() {
    for stage in stages.indices {
      for index in stages[stage].instructions { findNeeds(of: file.instructions[index], in: stage) }
    }
    refuseCircles()
    for stage in stages.indices {
      guard case .stage(let base) = stages[stage].base else { continue }
      current = stage
      for index in stages[base].onBuild {
        guard case .trigger(let trigger) = file.instructions[index].arguments else { continue }
        guard charge(32, at: trigger.range) else { break }
        findNeeds(of: trigger, in: stage)
      }
    }
    current = nil
    markNeeded()
  }

  private mutating func findNeeds(of instruction: Instruction, in stage: Int) {
    switch instruction.keyword {
    case .copy:
      guard let value = instruction.flag("from", in: file)?.value, !file[value].isEmpty else { return }
      if let fault = faultOfStageName(value) {
        report(fault, at: value.range)
        return
      }
      need(origin(named: file[value]), at: value.range, in: stage)
    case .run:
      for flag in instruction.flags {
        guard file[flag.name] == "mount", let value = flag.value, let (name, range) = source(of: value) else {
          continue
        }
        need(origin(ofMountFrom: name), at: range, in: stage)
      }
    default: break
    }
  }

  private mutating func need(_ origin: BuildStep.Origin, at range: SourceRange, in stage: Int) {
    switch origin {
    case .stage(let other): stages[stage].needs.append(BuildStage.Need(stage: other, range: range))
    case .image(let image): images.append((image, range))
    case .context: break
    }
  }

  /// Where `COPY --from` takes files from: a stage by its name or number, else an image.
  func origin(named name: Bytes) -> BuildStep.Origin {
    guard let index = name.signed() else { return names[name.lowercased[...]].map { .stage($0) } ?? .image(name) }
    if let index = Int(exactly: index), index >= 0 {
      if index < stages.count { return .stage(index) }
      if index - stages.count < images.count { return .image(images[index - stages.count].name) }
    }
    return .image(name)
  }

  /// Where a mount takes files from: a stage by its name, else an image. A number is the name of an image.
  func origin(ofMountFrom name: Bytes) -> BuildStep.Origin {
    names[name.lowercased[...]].map { .stage($0) } ?? .image(name)
  }

  private mutating func faultOfStageName(_ value: Word) -> String? {
    let name = file[value]
    if let index = name.signed() {
      let count = stages.count + images.count
      guard index < 0 || index >= Int64(count) else { return nil }
      return count == 1
        ? "Stage '\(name.excerpt)' is none, there is '0' only"
        : "Stage '\(name.excerpt)' is none, there are '0' to '\(count - 1)'"
    }
    guard name.contains(UInt8(ascii: "$")) else { return nil }
    guard let expanded = expand(value, in: Environment()) else { return nil }
    return expanded.value.elementsEqual(name)
      ? nil : "Variable in '\(name.excerpt)', where a name must stand; use a stage 'FROM \(name.excerpt) AS …' instead"
  }

  /// What a mount takes files from as it is written, and where that stands; a cache without it starts from nothing.
  private func source(of value: Word) -> (Bytes, SourceRange)? {
    guard let options = try? MountOption.read(file[value]) else { return nil }
    var from: (Bytes, SourceRange)?
    var kind: Bytes = Bytes("bind")
    for option in options {
      guard let text = option.value else { continue }
      if option.key.equalsIgnoringCase("type") { kind = text }
      if option.key.equalsIgnoringCase("from") { from = (text, value.decoded == nil ? option.valueRange : value.range) }
    }
    if kind.equalsIgnoringCase("tmpfs") { return nil }
    if let from, !from.0.isEmpty { return from }
    return kind.equalsIgnoringCase("cache") ? (Bytes("scratch"), value.range) : nil
  }

  /// Refuses stages that take files from each other in a circle.
  private mutating func refuseCircles() {
    enum Mark { case new, open, done }
    var marks = [Mark](repeating: .new, count: stages.count)
    for start in stages.indices where marks[start] == .new {
      marks[start] = .open
      var path = [(stage: start, next: 0)]
      while let (stage, next) = path.last {
        guard next < stages[stage].needs.count else {
          marks[stage] = .done
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let need = stages[stage].needs[next]
        switch marks[need.stage] {
        case .new:
          marks[need.stage] = .open
          path.append((need.stage, 0))
        case .open:
          let circle = Array(path.map { $0.stage }.drop { $0 != need.stage }) + [need.stage]
          reportCircle(circle, at: need.range)
          isCircular = true
        case .done: break
        }
      }
    }
  }

  private mutating func reportCircle(_ circle: [Int], at range: SourceRange) {
    let names = circle.prefix(6).map { "'\(stages[$0].title)'" }.joined(separator: ", which needs ")
    if circle.count == 2 {
      report("Stage '\(stages[circle[0]].title)' takes files from itself", at: range)
    } else {
      report("Stage needs itself: \(names)\(circle.count > 6 ? ", …" : "")", at: range)
    }
  }

  /// Marks the stages that the target is built from.
  private mutating func markNeeded() {
    var open = target.map { [$0] } ?? Array(stages.indices)
    while let index = open.popLast() {
      guard !stages[index].isNeeded else { continue }
      stages[index].isNeeded = true
      if case .stage(let base) = stages[index].base { open.append(base) }
      open += stages[index].needs.map { $0.stage }
    }
  }

  /// Refuses the names of images that are none.
  mutating func checkImages() {
    for (name, range) in images where name != "scratch" {
      do throws(ValueFault) {
        _ = try ImageReference(name)
      } catch {
        let isWritten = name.range == range
        add(
          isWritten ? error.diagnostic(Refusal.stage, in: file) : error.diagnostic(Refusal.stage, in: file, at: range))
      }
    }
  }
}
