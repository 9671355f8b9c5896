import Source

/// The image that a FROM starts a stage from.
struct BaseImage {
  /// Where it is kept; nothing where only the build knows.
  let registry: Bytes?
  /// What it is called there, without tag and digest.
  let name: Bytes
  /// Its tag.
  let tag: Bytes?
  /// Whether a digest says which one it is.
  let hasDigest: Bool
  /// The word of the FROM.
  let word: Word
  /// Where the tag stands: the whole word where a variable gives it.
  let tagRange: SourceRange
}

extension Inspection {
  /// The images that stages start from, with the defaults of arguments filled in. Left out are other stages, `scratch`,
  /// and names that only the build knows.
  var baseImages: [BaseImage] {
    var images: [BaseImage] = []
    var arguments = Environment()
    var expander = Expander(escape: file.escape)
    for occurrence in occurrences where !occurrence.isTrigger {
      let instruction = occurrence.instruction
      if case .pairs(let pairs) = instruction.arguments, occurrence.stage == nil, instruction.keyword == .arg {
        for pair in pairs { define(pair, in: &arguments, &expander) }
      } else if instruction.keyword == .from, let stage = occurrence.stage, graph.bases[stage] == nil,
        let word = file.stages[stage].base, let image = baseImage(word, arguments, &expander)
      {
        images.append(image)
      }
    }
    return images
  }

  /// Sets an argument to its default; one without, or with one that is not known, has no value.
  private func define(_ argument: Pair, in arguments: inout Environment, _ expander: inout Expander) {
    guard let value = argument.value else { return }
    let expansion = try? expander.expand(file[value], in: arguments)
    let isKnown = expansion?.uses.allSatisfy { $0.isSet } ?? false
    arguments.set(file[argument.name], to: isKnown ? expansion?.value : nil, by: .argument)
  }

  private func baseImage(_ word: Word, _ arguments: Environment, _ expander: inout Expander) -> BaseImage? {
    guard let expansion = try? expander.expand(file[word], in: arguments) else { return nil }
    guard expansion.uses.allSatisfy({ $0.isSet || $0.hasAlternative }) else { return taggedImage(word) }
    guard !ImageReference.isScratch(expansion.value), let reference = try? ImageReference(expansion.value) else {
      return nil
    }
    let isWritten = expansion.uses.isEmpty && expansion.value.range == word.range
    return BaseImage(
      registry: reference.registry ?? ImageReference.hub, name: reference.repository, tag: reference.tag,
      hasDigest: reference.digest != nil, word: word,
      tagRange: isWritten ? reference.tag?.range ?? word.range : word.range)
  }

  /// An image of whose name a part is not known, but the tag is.
  private func taggedImage(_ word: Word) -> BaseImage? {
    let written = file[word]
    guard let colon = written.lastIndex(of: UInt8(ascii: ":")), !written[colon...].contains(UInt8(ascii: "}")),
      !written[colon...].contains(UInt8(ascii: "$")), !written[colon...].contains(UInt8(ascii: "/"))
    else { return nil }
    let tag = written[(colon + 1)...]
    return BaseImage(
      registry: nil, name: written[..<colon], tag: tag, hasDigest: written.contains(UInt8(ascii: "@")), word: word,
      tagRange: tag.range)
  }
}

extension ImageReference {
  /// Where images are kept that name no registry.
  static let hub = Array("docker.io".utf8)[...]
}
