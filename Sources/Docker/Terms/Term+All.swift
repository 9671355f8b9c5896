import Source

extension Term {
  /// All of them. The instructions come first, in the order of ``Keyword``.
  public static let all: [Term] =
    Keyword.allCases.map(instruction) + words + flags + mountTypes + mountOptions + directives + arguments

  /// The number of an instruction.
  static func number(of keyword: Keyword) -> Int {
    Int(keyword.rawValue)
  }

  /// The number of what is written as `word` and is of this kind; nothing where there is no such thing.
  static func number(of word: Bytes, as kind: Kind) -> Int? {
    let numbers = numbers(of: kind)
    return all[numbers].firstIndex { $0.isWritten(word) }
  }

  /// The numbers of all that are of a kind: they stand side by side.
  private static func numbers(of kind: Kind) -> Range<Int> {
    switch kind {
    case .instruction(let keyword): Int(keyword.rawValue)..<Int(keyword.rawValue) + 1
    case .word(let keyword): wordNumbers[Int(keyword.rawValue)]
    case .flag(let keyword): flagNumbers[Int(keyword.rawValue)]
    case .mountType: mountTypeNumbers
    case .mountOption: mountOptionNumbers
    case .directive: directiveNumbers
    case .argument: argumentNumbers
    case .heredoc: heredocNumber..<heredocNumber + 1
    }
  }

  private static let wordNumbers = Keyword.allCases.map { span(of: .word($0)) }
  private static let flagNumbers = Keyword.allCases.map { span(of: .flag($0)) }
  private static let mountTypeNumbers = span(of: .mountType)
  private static let mountOptionNumbers = span(of: .mountOption)
  private static let directiveNumbers = span(of: .directive)
  private static let argumentNumbers = span(of: .argument)
  /// The number of what opens a heredoc.
  static let heredocNumber = span(of: .heredoc).lowerBound

  private static func span(of kind: Kind) -> Range<Int> {
    let first = all.firstIndex { $0.kind == kind } ?? all.endIndex
    return first..<first + all[first...].prefix { $0.kind == kind }.count
  }

  private static func instruction(_ keyword: Keyword) -> Term {
    let (spelling, sentence) = instructionWords(keyword)
    return Term(.instruction(keyword), spelling, sentence)
  }

  private static func instructionWords(_ keyword: Keyword) -> (StaticString, StaticString) {
    switch keyword {
    case .add: ("ADD", "Copies files into the image, fetches URLs and Git repositories, and unpacks local archives")
    case .arg: ("ARG", "Declares a variable of the build, which 'docker build --build-arg' sets")
    case .cmd:
      ("CMD", "Sets the command of the container, or the arguments of its entrypoint, where 'docker run' gives none")
    case .copy: ("COPY", "Copies files from the build context, another stage or another image into the image")
    case .entrypoint: ("ENTRYPOINT", "Sets the program that the container always starts; CMD gives its arguments")
    case .env: ("ENV", "Sets environment variables, for the rest of the build and in the container")
    case .expose: ("EXPOSE", "Says which ports the program listens on; it does not publish them")
    case .from: ("FROM", "Begins a build stage on top of an image, an earlier stage, or nothing")
    case .healthcheck:
      ("HEALTHCHECK", "Sets the command by which the engine finds out whether the container still works")
    case .label: ("LABEL", "Adds metadata to the image, as keys with values")
    case .maintainer: ("MAINTAINER", "Names the author of the image; deprecated in favour of a label")
    case .onbuild:
      ("ONBUILD", "Keeps an instruction for later: it is carried out when another image is built on this one")
    case .run: ("RUN", "Runs a command during the build and keeps the files that it changed as a layer")
    case .shell: ("SHELL", "Sets the shell that runs the commands written without brackets")
    case .stopsignal: ("STOPSIGNAL", "Sets the signal that asks the container's program to stop")
    case .user: ("USER", "Sets the user, for the instructions that follow and in the container")
    case .volume: ("VOLUME", "Marks directories that a container keeps in volumes instead of its own layer")
    case .workdir:
      ("WORKDIR", "Sets the working directory, for what follows and in the container, and makes it if missing")
    }
  }

  private static let words: [Term] = [
    Term(.word(.from), "AS", "Gives the stage a name, by which COPY --from, FROM and --target find it"),
    Term(
      .word(.from), "scratch", called: ["scratch", "scratch image"],
      "The empty base: a stage without files and settings, not an image that is pulled"),
    Term(.word(.healthcheck), "CMD", "Runs this command in the container: exit code 0 means healthy, 1 unhealthy"),
    Term(.word(.healthcheck), "NONE", "Turns off the health check of the base image"),
    Term(
      .heredoc, "heredoc", called: ["here-document"],
      "A heredoc: the lines below, up to the one that is this word, are a script or the content of a file"),
  ]

  private static let directives: [Term] = [
    Term(.directive, "syntax", "Names the frontend, as an image, that reads this Dockerfile"),
    Term(
      .directive, "escape", "Sets the character that continues lines: a backslash or, for Windows paths, a backtick"),
    Term(.directive, "check", "Says which of BuildKit's checks run, and whether what they find fails the build"),
  ]
}
