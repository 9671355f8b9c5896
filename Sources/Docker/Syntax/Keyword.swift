public import Source

/// What an instruction begins with.
///
/// Reference: <https://docs.docker.com/reference/dockerfile/#overview>
public enum Keyword: UInt8, CaseIterable, Sendable {
  case add, arg, cmd, copy, entrypoint, env, expose, from, healthcheck, label, maintainer, onbuild, run, shell
  case stopsignal, user, volume, workdir

  /// The keyword as it is usually written: in capitals.
  public var name: String { spelling.description }

  /// The keyword that `word` is, in any letter case.
  public init?(_ word: Bytes) {
    guard let keyword = Keyword.allCases.first(where: { word.equalsIgnoringCase($0.lowercase) }) else { return nil }
    self = keyword
  }

  private var spelling: StaticString {
    switch self {
    case .add: "ADD"
    case .arg: "ARG"
    case .cmd: "CMD"
    case .copy: "COPY"
    case .entrypoint: "ENTRYPOINT"
    case .env: "ENV"
    case .expose: "EXPOSE"
    case .from: "FROM"
    case .healthcheck: "HEALTHCHECK"
    case .label: "LABEL"
    case .maintainer: "MAINTAINER"
    case .onbuild: "ONBUILD"
    case .run: "RUN"
    case .shell: "SHELL"
    case .stopsignal: "STOPSIGNAL"
    case .user: "USER"
    case .volume: "VOLUME"
    case .workdir: "WORKDIR"
    }
  }

  private var lowercase: StaticString {
    switch self {
    case .add: "add"
    case .arg: "arg"
    case .cmd: "cmd"
    case .copy: "copy"
    case .entrypoint: "entrypoint"
    case .env: "env"
    case .expose: "expose"
    case .from: "from"
    case .healthcheck: "healthcheck"
    case .label: "label"
    case .maintainer: "maintainer"
    case .onbuild: "onbuild"
    case .run: "run"
    case .shell: "shell"
    case .stopsignal: "stopsignal"
    case .user: "user"
    case .volume: "volume"
    case .workdir: "workdir"
    }
  }
}
