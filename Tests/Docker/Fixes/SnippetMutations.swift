import TestSupport

/// Makes Dockerfiles that are nearly those of others: spelt, spaced, wrapped and mixed in other ways.
struct SnippetMutations {
  /// Lines of other Dockerfiles, to put between.
  let lines: [String]

  /// `text` with a few changes.
  func mutate(_ text: String, _ random: inout Random) -> String {
    var text = text
    for _ in 0..<random.int(1...4) { text = step(text, &random) }
    return random.once(in: 6)
      ? text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n") : text
  }

  private func step(_ text: String, _ random: inout Random) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let at = random.int(0...max(0, lines.count - 1))
    let line = lines.isEmpty ? "" : lines[at]
    switch random.int(0...12) {
    case 0: lines[at] = Self.recased(line, &random)
    case 1: lines.insert(random.pick(self.lines), at: at)
    case 2: lines.insert(line, at: at)
    case 3: lines.remove(at: at)
    case 4:
      lines[at] = line.replacing(
        " ", with: random.pick([" \\\n\n  ", " \\\n  ", "  ", "\t", " \\\n# why\n  "]), times: random.int(1...2))
    case 5: lines[at] = line.replacing("=", with: " ", times: 1)
    case 6: lines[at] = random.pick(["ONBUILD ", "RUN ", "  ", "# ", "ENV A "]) + line
    case 7:
      lines[at] =
        line
        + random.pick([
          " \\", " \\\n", " && apt install curl", " && yum install x", " é", " 'b", " \"c\"", " AS Base", " $A",
          " # hadolint",
        ])
    case 8: lines[at] = line.words { $0.dropLast() }
    case 9: lines[at] = Self.swapped(line, &random)
    case 10: lines.insert(random.pick(Self.own), at: at)
    case 11: lines[at] = Self.recased(line, &random)
    default:
      lines[at] = line.words { words in
        var words = words
        words.insert(random.pick(Self.words)[...], at: random.int(0...words.count))
        return words[...]
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func recased(_ line: String, _ random: inout Random) -> String {
    line.words { words in
      var words = words
      guard !words.isEmpty else { return words[...] }
      let at = random.once(in: 2) ? 0 : random.int(0...(words.count - 1))
      let word = words[at]
      words[at] =
        random.pick([word.lowercased(), word.uppercased(), word.prefix(1).uppercased() + word.dropFirst()])[...]
      return words[...]
    }
  }

  private static func swapped(_ line: String, _ random: inout Random) -> String {
    let pairs = [
      ("apt-get", "apt"), (" -y", ""), ("RUN ", "RUN <<E\n"), ("\"", "'"), ("--no-cache", ""), ("pip", "pip3"),
      (" --no-cache-dir", ""), ("FROM ", "FROM --platform=$TARGETPLATFORM "), ("&&", ";"), ("COPY ", "COPY a "),
    ]
    let (old, new) = random.pick(pairs)
    return line.replacing(old, with: new, times: 1)
  }

  private static let words = [
    "-y", "-qq", "--no-cache", "&&", "|", ";", "install", "a=b", "a", "\"b c\"", "'d", "$E", "${F:-g}", "8080:80/TCP",
    "80/tcp", "AS", "as", "<<EOF", "\\", "`", "é", "--from=build", "./", "/x", "apt", "apk add", "pip install x",
  ]

  private static let own = [
    "ENV key value", "ENV KEY some value here", "LABEL a b", "LABEL a \"b c\"", "EXPOSE 80:8080", "EXPOSE 53/UDP",
    "COPY a b /c", "COPY a b ./c", "ADD [\"a\", \"b\", \"/c\"]", "FROM alpine:3.22 as Build", "from alpine:3.22 AS x",
    "FROM --platform=$TARGETPLATFORM alpine:3.22", "RUN apt install -y curl", "RUN apt update && apt upgrade",
    "RUN apk add curl", "RUN apk update && apk add --virtual .x gcc", "RUN pip install flask", "RUN dnf install git",
    "RUN yum install git && yum clean all", "RUN zypper install git", "RUN a \\\n\n b", "COPY --from=Build /a /b",
    "RUN apt-get install curl \\\n  git", "SHELL [\"bash\", \"-c\"]",
    "RUN --mount=type=cache,target=/root/.cache pip install x",
    "ENV A=1 b", "# escape=`", "ARG A\nEXPOSE ${A}:80", "MAINTAINER me", "HEALTHCHECK cmd a",
    "onbuild run apt install x",
  ]
}

extension String {
  /// The text with the first few occurrences of `old` replaced.
  fileprivate func replacing(_ old: String, with new: String, times: Int) -> String {
    var parts: [Substring] = []
    var rest = self[...]
    while parts.count < times, let range = rest.firstRange(of: old) {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return (parts + [rest]).joined(separator: new)
  }

  /// The words between blanks, changed.
  fileprivate func words(_ change: ([Substring]) -> ArraySlice<Substring>) -> String {
    change(split(separator: " ", omittingEmptySubsequences: false)).joined(separator: " ")
  }
}
