import Source
import TestSupport
import Testing

@testable import Docker

@Suite("What instructions lack is said")
struct InstructionStageTests {
  private static func check(_ text: MarkedText, isFragment: Bool = false) -> [Diagnostic] {
    let file = Dockerfile(parsing: text.source(path: "Dockerfile"), isFragment: isFragment)
    return InstructionStage.refusals(in: file, isFragment: isFragment)
  }

  /// A file with the place of what is wrong between marks 1 and 2, the words, and what is to be put there.
  static let refusals: [(String, String, String?)] = [
    ("FROM a\n1️⃣RUNN2️⃣ x", "Instruction 'RUNN' is unknown, did you mean 'RUN'?", "RUN"),
    ("FROM a\nRUN x\n  1️⃣curl2️⃣ git", "Instruction 'curl' is unknown; does the line above lack its '\\'?", nil),
    (
      "# escape=`\nFROM a\nRUN x\n  1️⃣curl2️⃣ git",
      "Instruction 'curl' is unknown; does the line above lack its '`'?", nil
    ),
    ("FROM a\n1️⃣INCLUDE2️⃣ b", "Instruction 'INCLUDE' is unknown", nil),
    ("ARG A\n1️⃣ENV2️⃣ B=1", "ENV stands before the first FROM", nil),
    ("1️⃣RUN2️⃣ x\nRUN y", "RUN stands before the first FROM", nil),
    ("1️⃣FRMO2️⃣ a\nRUN y", "Instruction 'FRMO' is unknown, did you mean 'FROM'?", "FROM"),

    ("1️⃣FROM2️⃣", "FROM lacks an image", nil),
    ("FROM a 1️⃣build2️⃣", "'build' follows the image of FROM; a stage is named with 'AS build'", "AS build"),
    ("FROM a 1️⃣AS2️⃣", "AS lacks the name of a stage", nil),
    ("FROM a 1️⃣b c2️⃣", "'b c' follows the image of FROM, where nothing may", nil),
    ("FROM a AS b 1️⃣c d2️⃣", "'c d' follows the name of the stage, where nothing may", nil),
    ("FROM a 1️⃣# comment2️⃣", "'# comment' is no comment here; a comment has a line of its own", nil),
    ("FROM a AS b 1️⃣#c2️⃣", "'#c' is no comment here; a comment has a line of its own", nil),
    (
      "FROM a 1️⃣--platform=linux2️⃣", "Flag '--platform=linux' follows the image of FROM; it belongs before the image",
      nil
    ),
    ("FROM a AS 1️⃣1st2️⃣", "Stage name '1st' does not begin with a letter", nil),

    ("FROM a\nCOPY 1️⃣--form2️⃣=b /c /d", "Flag '--form' is unknown, did you mean '--from'?", "--from"),
    ("FROM a\nADD 1️⃣--from2️⃣=b /c /d", "Flag '--from' belongs to COPY, not to ADD", nil),
    ("FROM a\nWORKDIR 1️⃣--x2️⃣ /d", "Flag '--x' is unknown; WORKDIR takes none", nil),
    ("FROM a\nCOPY 1️⃣--recursive2️⃣ /c /d", "Flag '--recursive' is unknown to COPY", nil),
    ("FROM a\nCOPY --link 1️⃣--link=false2️⃣ /c /d", "Flag '--link' is given twice", nil),
    ("FROM a\nCOPY 1️⃣--chown2️⃣ /c /d", "Flag '--chown' lacks its '=value'", nil),
    ("FROM a\nCOPY 1️⃣--link=2️⃣ /c /d", "Flag '--link' lacks the value behind '='", "--link"),
    ("FROM a\nCOPY --link=1️⃣yes2️⃣ /c /d", "Flag '--link' is 'true' or 'false', not 'yes'", "true"),
    ("FROM a\nCOPY --l\"in\"k=1️⃣\"yes\"2️⃣ /c /d", "Flag '--link' is 'true' or 'false', not 'yes'", "true"),

    ("FROM a\nRUN 1️⃣--mount=2️⃣ x", "Flag '--mount' lacks the value behind '='", nil),
    (
      "FROM a\nRUN --mount=from=1️⃣$b2️⃣,target=/c x",
      "Variable in 'from=$b' is not replaced; name a stage 'FROM … AS' and mount from that", nil
    ),
    (
      "FROM a\nRUN --mount=type=cache,1️⃣a\\\"b2️⃣ x".replacing("1️⃣a", with: "a").replacing("type", with: "1️⃣type"),
      "Quote within 'a\"b'; it belongs before the whole option", nil
    ),
    ("FROM a\nRUN --network=1️⃣hots2️⃣ x", "Network 'hots' is unknown, did you mean 'host'?", "host"),
    ("FROM a\nRUN --security=1️⃣off2️⃣ x", "Security 'off' is unknown; there are 'sandbox' and 'insecure'", nil),
    ("FROM a\nRUN --device=gpu,1️⃣fast2️⃣ x", "Device option 'fast' is unknown", nil),
    ("FROM a\nRUN --device=gpu,required=1️⃣maybe2️⃣ x", "'maybe' is neither true nor false", nil),

    ("FROM a\n1️⃣COPY2️⃣", "COPY lacks a source and a destination", nil),
    ("FROM a\nADD 1️⃣b2️⃣", "ADD 'b' lacks a destination", nil),
    ("FROM a\nCOPY 1️⃣[\"b\"]2️⃣", "COPY 'b' lacks a destination", nil),
    ("FROM a\nCOPY b 1️⃣<<EOF2️⃣\nEOF", "Heredoc '<<EOF' is the destination, where a path belongs", nil),
    ("FROM a\n1️⃣VOLUME2️⃣", "VOLUME lacks a path", nil),
    ("FROM a\nVOLUME [\"/b\", 1️⃣\" \"2️⃣]", "Path of VOLUME is empty", nil),
    ("FROM a\n1️⃣EXPOSE2️⃣", "EXPOSE lacks a port", nil),
    ("FROM a\n1️⃣WORKDIR2️⃣", "WORKDIR lacks a path", nil),
    ("FROM a\n1️⃣USER2️⃣", "USER lacks a user", nil),
    ("FROM a\n1️⃣STOPSIGNAL2️⃣", "STOPSIGNAL lacks a signal", nil),
    ("FROM a\n1️⃣MAINTAINER2️⃣", "MAINTAINER lacks a name", nil),
    ("FROM a\n1️⃣ENV2️⃣", "ENV lacks a name", nil),
    ("FROM a\nLABEL 1️⃣=b2️⃣", "LABEL '=b' lacks a name before '='", nil),
    ("1️⃣ARG2️⃣\nFROM a", "ARG lacks a name", nil),
    ("ARG A 1️⃣=b2️⃣\nFROM a", "ARG '=b' lacks a name before '='", nil),

    ("FROM a\n1️⃣SHELL2️⃣", "SHELL lacks a JSON array", nil),
    ("FROM a\nSHELL 1️⃣[]2️⃣", "SHELL '[]' lacks a program", nil),
    ("FROM a\nSHELL 1️⃣/bin/sh -c2️⃣", "SHELL '/bin/sh -c' is no JSON array; write it as '[\"/bin/sh\", \"-c\"]'", nil),
    (
      "FROM a\nSHELL [\"/bin/sh\"1️⃣,2️⃣]", "SHELL '[\"/bin/sh\",]' is no JSON array: a comma stands before nothing", nil
    ),
    ("FROM a\nSHELL [1️⃣'2️⃣a']", "SHELL '['a']' is no JSON array: its strings stand in double quotes", nil),

    ("FROM a\n1️⃣ONBUILD2️⃣", "ONBUILD lacks an instruction", nil),
    ("FROM a\nONBUILD 1️⃣onbuild2️⃣ RUN x", "ONBUILD stands behind ONBUILD, where it may not", nil),
    ("FROM a\nONBUILD 1️⃣FROM2️⃣ x", "FROM stands behind ONBUILD, where it may not", nil),

    ("FROM a\n1️⃣HEALTHCHECK2️⃣", "HEALTHCHECK lacks 'CMD' or 'NONE'", nil),
    ("FROM a\nHEALTHCHECK NONE 1️⃣x y2️⃣", "'x y' follows NONE, where nothing may", nil),
    ("FROM a\nHEALTHCHECK 1️⃣CDM2️⃣ x", "'CDM' of HEALTHCHECK is unknown, did you mean 'CMD'?", "CMD"),
    ("FROM a\nHEALTHCHECK 1️⃣curl2️⃣ x", "'curl' of HEALTHCHECK is unknown; a command follows 'CMD'", nil),
    ("FROM a\nHEALTHCHECK 1️⃣CMD2️⃣", "CMD of HEALTHCHECK lacks a command", nil),
    ("FROM a\nHEALTHCHECK 1️⃣CMD2️⃣ []", "CMD of HEALTHCHECK lacks a command", nil),
    ("FROM a\nHEALTHCHECK --interval=1️⃣302️⃣ CMD x", "Duration '30' lacks a unit", "30s"),
    ("FROM a\nHEALTHCHECK --timeout=1️⃣5us2️⃣ CMD x", "Duration '5us' is shorter than '1ms'", nil),
    ("FROM a\nHEALTHCHECK --start-period=1️⃣-1s2️⃣ CMD x", "Duration '-1s' is shorter than '1ms'", nil),
    ("FROM a\nHEALTHCHECK --retries=1️⃣1.52️⃣ CMD x", "Retries '1.5' are no number", nil),
    ("FROM a\nHEALTHCHECK --retries=1️⃣-12️⃣ CMD x", "Retries '-1' are below zero", nil),
  ]

  @Test(arguments: refusals) func `the words and the place fit`(marked: String, message: String, meaning: String?) {
    let text = MarkedText(marked)
    let found = Self.check(text)
    #expect(found.map(\.message) == [message])
    #expect(found.map(\.place.range) == [text.range(1, 2)])
    #expect(found.first?.fix?.edits.map(\.text) == meaning.map { [$0] })
    #expect(found.allSatisfy { $0.rule.id == "dockerfile/instruction" && $0.fix?.isSafe != true })
  }

  @Test(arguments: [
    "FROM a", "from a as B-1_c.d", "FROM --platform=x a", "ARG A B=c d=\nFROM a", "ARG --x A\nFROM a",
    "FROM a\nRUN", "FROM a\nCMD", "FROM a\nCMD []", "FROM a\nENTRYPOINT []", "FROM a\nRUN --mount=type=foo,ro x",
    "FROM a\nRUN --network=none --security=insecure --device=a,required --mount=a --mount=b x",
    "FROM a\nRUN --device=name=a,required=1 x", "FROM a\nRUN --mount=from=a$,target=b x",
    "FROM a\nCOPY --link --parents=TRUE --exclude=a --exclude=b --from=c --chown=1 --chmod=x d e f",
    "FROM a\nADD --unpack=False --keep-git-dir --checksum=x --link b c", "FROM a\nCOPY <<EOF /b\nEOF",
    "FROM a\nCOPY -- --from b", "FROM a\nVOLUME []\nVOLUME [\"/b\"]".replacing("VOLUME []\n", with: ""),
    "FROM a\nSTOPSIGNAL --x TERM", "FROM a\nSTOPSIGNAL none", "FROM a\nEXPOSE http", "FROM a\nUSER a b",
    "FROM a\nHEALTHCHECK --x NONE", "FROM a\nhealthcheck --interval= --retries=+3 --timeout=0 cmd x",
    "FROM a\nONBUILD WHATEVER x", "FROM a\nONBUILD COPY", "FROM a\nSHELL [\"sh\"]", "FROM a\nENV A=b \"\"=c",
    "FROM a\nLABEL a b c",
  ])
  func `what the builder takes is silent`(text: String) {
    #expect(Self.check(MarkedText(text)).map(\.message) == [])
  }

  @Test func `a fragment needs no FROM`() {
    #expect(Self.check(MarkedText("RUN x\nCOPY a b"), isFragment: true).isEmpty)
    #expect(
      Self.check(MarkedText("RUN x\nCOPY a"), isFragment: true).map(\.message) == ["COPY 'a' lacks a destination"])
  }

  @Test func `each instruction is looked at, and each says one thing`() {
    let found = Self.check(MarkedText("FROM a\nCOPY --form=x\nEXPOSE\nRUN x\nUSER"))
    #expect(
      found.map(\.message) == ["COPY lacks a source and a destination", "EXPOSE lacks a port", "USER lacks a user"])
  }

  @Test func `a command that is torn apart is said once`() {
    let found = Self.check(MarkedText("FROM a\nRUN apk add\n  1️⃣curl2️⃣ \\\n git\n  make\n  gcc\nUSR b"))
    #expect(
      found.map(\.message) == [
        "Instruction 'curl' is unknown; does the line above lack its '\\'?",
        "Instruction 'USR' is unknown, did you mean 'USER'?",
      ])
  }

  @Test func `what the parser cannot read is not said again`() {
    #expect(Self.check(MarkedText("FROM a\nENV A\nCMD [1]\nHEALTHCHECK CMD [1]\nLABEL a=b c")).isEmpty)
  }

  @Test func `whatever is in a file, findings stand in it`() {
    let pieces = [
      "FROM a", "FROM ", "RUN ", "COPY ", "ENV ", "ARG ", "ONBUILD ", "HEALTHCHECK ", "SHELL ", "VOLUME ", "<<EOF",
      "EOF",
      "\n", "\n", "\\\n", "# x\n", " ", "\"", "'", "[\"a\"", "]", ",", "--mount=", "--from=", "--interval=", "--", "=",
      "$a", "AS ", "CMD ", "\r\n", "é", "{", "# escape=`\n", "# check=", "a", "1s", "type=cache", "from=",
    ]
    for var random in Random.series(4000) {
      let text = random.text(of: pieces, upTo: 30)
      let isFragment = random.once(in: 2)
      let found = Self.check(MarkedText(text), isFragment: isFragment)
      let count = text.utf8.count
      #expect(found.allSatisfy { $0.place.range.end <= count }, "seed \(random.seed)")
      #expect(found.allSatisfy { $0.fix?.edits.allSatisfy { $0.range.end <= count } ?? true }, "seed \(random.seed)")
    }
  }
}
