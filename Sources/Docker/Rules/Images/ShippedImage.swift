import Source

/// The image that a file ends in: its last stage, with those of the file that this one starts from.
///
/// What stands in other stages is left behind when they are built.
struct ShippedImage: Sendable {
  /// For each stage whether its layers are part of the image.
  let stages: [Bool]
  /// The image that it starts from, which another file has built.
  let base: Word?
  /// The command that a container runs: the last CMD or ENTRYPOINT.
  let command: Instruction?
  /// Whether the file plainly builds a program that is to run: it is whole, runs something, copies something and says
  /// what a container starts. Wishes for a good image ask no less; anything shorter is an example, or a base for others.
  let isApplication: Bool

  init(_ occurrences: [Occurrence], _ references: StageReferences, in file: Dockerfile, isFragment: Bool) {
    var stages = [Bool](repeating: false, count: file.stages.count)
    var bases = [Int?](repeating: nil, count: file.stages.count)
    for reference in references.all where reference.kind == .base { bases[reference.stage] = reference.target }
    var next = file.stages.indices.last
    var root: Int?
    while let stage = next {
      stages[stage] = true
      root = stage
      next = bases[stage]
    }
    var (command, copies, runs) = (nil as Instruction?, false, false)
    for occurrence in occurrences where !occurrence.isTrigger {
      guard let stage = occurrence.stage else { continue }
      switch occurrence.instruction.keyword {
      case .run: runs = true
      case .copy, .add: copies = copies || stages[stage]
      case .cmd, .entrypoint: command = stages[stage] ? occurrence.instruction : command
      default: continue
      }
    }
    self.stages = stages
    base = root.flatMap { file.stages[$0].base }
    self.command = command
    isApplication = !isFragment && copies && runs && (command.map { !Self.isForPeople($0, in: file) } ?? false)
  }

  /// Whether a container does nothing but start a shell or the prompt of a language: others build on such an image.
  private static func isForPeople(_ command: Instruction, in file: Dockerfile) -> Bool {
    let words = words(of: command, in: file)
    guard let program = words.first, words.count == 1 || words.count == 2 && words[1].isPromptFlag else { return false }
    switch program {
    case "sh", "bash", "zsh", "ash", "fish", "node", "python", "python2", "python3", "irb", "jshell", "ghci", "iex",
      "erl", "julia", "pwsh", "perl", "lua", "R", "pypy", "pypy3", "deno", "bun", "swift", "php", "clj", "sbt":
      return true
    default: return false
    }
  }

  /// The words of a command in either form, as far as they can be told without a shell; of the first its last part alone:
  /// `bash` of `/bin/bash`.
  static func words(of command: Instruction, in file: Dockerfile) -> [Bytes] {
    var words = file[command.argumentsRange].split {
      $0.isSpace || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]")
        || $0 == UInt8(ascii: ",")
    }
    if let first = words.first, let slash = first.lastIndex(of: UInt8(ascii: "/")) { words[0] = first[(slash + 1)...] }
    return words
  }

  /// Whether what an instruction does is part of the image.
  func includes(_ occurrence: Occurrence) -> Bool {
    guard let stage = occurrence.stage, !occurrence.isTrigger else { return false }
    return stages[stage]
  }
}

extension Bytes {
  /// Whether it is a flag that asks for a prompt, as in `php -a` and `bash -l`.
  fileprivate var isPromptFlag: Bool {
    self == "-a" || self == "-i" || self == "-l" || self == "-il" || self == "--login"
  }
}
