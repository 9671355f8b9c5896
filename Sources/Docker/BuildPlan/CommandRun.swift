import Source

/// RUN.
extension Planner {
  mutating func runCommand(_ instruction: Instruction, _ step: inout BuildStep, _ state: StageState) {
    step.makesLayer = true
    for flag in instruction.flags {
      if file[flag.name] == "mount", let value = flag.value { takeMount(value, &step, state) }
      if file[flag.name] == "device", !isExperimental {
        report("Flag '--device' is only known to 'docker/dockerfile:1-labs'", at: flag.range)
      }
    }
  }

  /// Whether a directive asks for the builder's experimental features.
  private var isExperimental: Bool {
    file.directives.contains { $0.key == .syntax && file.source.bytes($0.value).hasSuffix("-labs") }
  }

  private mutating func takeMount(_ value: Word, _ step: inout BuildStep, _ state: StageState) {
    do throws(ValueFault) {
      var options = try MountOption.read(file[value])
      for index in options.indices where !options[index].key.equalsIgnoringCase("from") {
        guard let text = options[index].value else { continue }
        let range = value.decoded == nil ? options[index].valueRange : value.range
        guard let word = expand(text, at: range, in: state.environment) else { continue }
        step.words.append(word)
        options[index].value = word.value
      }
      let mount = try Mount(options)
      checkTarget(of: mount, at: value, state)
      step.mounts.append((mount, origin(of: mount, at: value, step)))
    } catch {
      // What cannot even be read is refused with the instruction, unless that stands behind ONBUILD.
      let isSaid = !step.isTrigger && (try? MountOption.read(file[value])) == nil
      if !isSaid { add(error.located(in: value).diagnostic(Refusal.stage, in: file)) }
    }
  }

  private mutating func origin(of mount: Mount, at value: Word, _ step: BuildStep) -> BuildStep.Origin? {
    switch mount.kind {
    case .secret, .ssh, .tmpfs: return nil
    case .cache where mount.from.isEmpty: return .image(Bytes("scratch"))
    case .bind where mount.from.isEmpty: return .context
    case .bind, .cache:
      let origin = origin(ofMountFrom: mount.from)
      refuseLaterStage(origin, at: value.decoded == nil ? mount.from.range : value.range, in: step)
      return origin
    }
  }

  /// A mount cannot hide everything.
  private mutating func checkTarget(of mount: Mount, at value: Word, _ state: StageState) {
    switch mount.kind {
    case .secret, .ssh: return
    case .bind, .cache, .tmpfs: break
    }
    let isAbsolute = mount.target.first == UInt8(ascii: "/")
    let target = WorkingDirectory.joined(isAbsolute ? [] : state.directory, mount.target)
    if target == "/" {
      report(
        mount.target.isEmpty
          ? "Mount without a target; where no WORKDIR is set it would hide all files"
          : "Mount target '\(mount.target.excerpt)' hides all files", at: value.range)
    }
  }
}
