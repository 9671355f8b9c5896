import Source

/// COPY and ADD, and what they find where they take files from.
extension LayerKeys {
  struct Copied {
    let key: UInt64
    let target: Bytes
    /// Whether what is copied is a layer of its own, whatever is below.
    let isLinked: Bool
  }

  func copy(_ instruction: Instruction, _ step: BuildStep) -> Copied {
    let file = plan.file
    let paths = step.paths(of: instruction)
    let target = Self.target(paths.last?.value ?? [], step.state)
    var mark = Fingerprint(instruction.keyword == .add ? "add" : "copy")
    mark.add(target)
    for name in ["chown", "chmod", "checksum"] as [StaticString] {
      let value = instruction.flag(name, in: file)?.value
      mark.add(value.flatMap { step.expansion(of: $0)?.value } ?? [])
    }
    for name in ["parents", "keep-git-dir", "unpack"] as [StaticString] {
      mark.add(instruction.flag(name, in: file).map { $0.isOn(in: file) } ?? false)
    }
    let excluded = instruction.flags.filter { file[$0.name] == "exclude" }.compactMap { $0.value.map { file[$0] } }
    mark.add(excluded)
    let keepsParents = instruction.flag("parents", in: file)?.isOn(in: file) ?? false
    for source in paths.dropLast() {
      let path = source.value
      let isLocal = if case .local = SourceKind(path) { true } else { false }
      mark.add(isLocal && !keepsParents ? Self.lastPart(of: path) : path)
      if isLocal { mark.add(content(of: path, in: step.origin, without: excluded)) }
    }
    for heredoc in instruction.heredocs {
      mark.add(file[heredoc.name])
      mark.add(step.expansion(of: Word(heredoc.body))?.value ?? file[heredoc.body])
    }
    let hasMode = instruction.flag("chmod", in: file) != nil
    let isLinked = instruction.flag("link", in: file)?.isOn(in: file) ?? false
    return Copied(key: mark.value, target: target, isLinked: isLinked && !hasMode)
  }

  /// Where files go; a slash at the end matters.
  private static func target(_ path: Bytes, _ state: StageState) -> Bytes {
    let joined = WorkingDirectory.joined(path.first == UInt8(ascii: "/") ? [] : state.directory, path)
    let isFolder = path.isEmpty || path == "." || path.hasSuffix("/") || path.hasSuffix("/.")
    return isFolder && joined != "/" ? joined + [UInt8(ascii: "/")] : joined
  }

  private static func lastPart(of path: Bytes) -> Bytes {
    var path = path
    while path.last == UInt8(ascii: "/") { path.removeLast() }
    return path.lastIndex(of: UInt8(ascii: "/")).map { path[($0 + 1)...] } ?? path
  }

  /// What stands for the files at a path.
  func content(of path: Bytes, in origin: BuildStep.Origin, without excluded: [Bytes]) -> UInt64 {
    switch origin {
    case .context: return contents(path, excluded)?.value ?? 0
    case .image(let name):
      var mark = Fingerprint("image")
      mark.add((try? ImageReference(name).normalized[...]) ?? name)
      mark.add(path)
      return mark.value
    case .stage(let index):
      return index < chains.count ? content(of: WorkingDirectory.joined([], path), inStage: index) : 0
    }
  }

  /// What stands for the files at a path of a stage: all steps that may have had to do with them.
  private func content(of path: Bytes, inStage index: Int) -> UInt64 {
    var line = [chains[index]]
    var count = line[0].changes.count
    while let base = line[line.count - 1].base {
      line.append(chains[base])
      count += chains[base].changes.count
      // To look at more would be quadratic; all files stand for the few then.
      if count + line.count > 4096 { return chains[index].content }
    }
    var mark = Fingerprint("files")
    let wildcard = path.firstIndex { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "[") }
    let fixed = path[..<(wildcard ?? path.endIndex)]
    for chain in line.reversed() {
      if chain.base == nil { mark.add(chain.start) }
      for change in chain.changes where Self.concerns(change, fixed, isPattern: wildcard != nil) {
        mark.add(change.content)
      }
    }
    return mark.value
  }

  private static func concerns(_ change: Change, _ path: Bytes, isPattern: Bool) -> Bool {
    guard var place = change.path else { return true }
    while place.count > 1, place.last == UInt8(ascii: "/") { place.removeLast() }
    return isPattern && place.starts(with: path) || contains(place, path) || contains(path, place)
  }

  /// Whether a path is another one or stands in its folder.
  private static func contains(_ folder: Bytes, _ path: Bytes) -> Bool {
    guard path.starts(with: folder) else { return false }
    return folder == "/" || path.count == folder.count || path[path.startIndex + folder.count] == UInt8(ascii: "/")
  }
}
