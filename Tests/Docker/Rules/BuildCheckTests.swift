import Source
import Testing

@testable import Docker

/// The checks of BuildKit, where they find something and where they do not.
@Suite struct BuildCheckTests {
  @Test(arguments: [
    RulePlaces("as-casing", "FROM a 1️⃣as2️⃣ b\nfrom c 3️⃣As4️⃣ d"),
    RulePlaces("as-casing", "FROM a AS b\nfrom c as d\nFrom e aS f"),
    RulePlaces("lowercase-stage-name", "FROM a AS 1️⃣Build2️⃣\nFROM b AS c-1.x_y"),
    RulePlaces("duplicate-stage-name", "FROM a AS b\nFROM a AS c\nFROM a AS 1️⃣B2️⃣\nFROM a AS 3️⃣b4️⃣"),
    RulePlaces("reserved-stage-name", "FROM a AS 1️⃣Scratch2️⃣\nFROM a AS 3️⃣context4️⃣\nFROM scratch AS contexts"),
    RulePlaces("keyword-casing", "ARG A\nFROM a\n1️⃣Run2️⃣ b\n3️⃣cmd4️⃣ c"),
    RulePlaces("keyword-casing", "arg A\nfrom a\nrun b\n1️⃣CMD2️⃣ c"),
    RulePlaces("keyword-casing", "FROM a\n1️⃣run2️⃣ b"),
    RulePlaces("keyword-casing", "FROM a\nONBUILD run b"),
  ]) func `names and letter case are looked at`(file: RulePlaces) {
    file.expect()
  }

  @Test(arguments: [
    RulePlaces("empty-continuation", "FROM a\nRUN b \\\n1️⃣2️⃣\n\n  c"),
    RulePlaces("empty-continuation", "FROM a\nRUN b \\\n1️⃣ \t2️⃣\r\n  c"),
    RulePlaces("empty-continuation", "FROM a\nRUN b \\\n# c\n  d\n\nRUN e"),
    RulePlaces("key-value-form", "FROM a\nENV 1️⃣A2️⃣ b c\nLABEL 3️⃣d4️⃣ e\nENV F=g H=i\nARG j"),
    RulePlaces("exec-form-command", "FROM a\n1️⃣CMD2️⃣ b\n3️⃣ENTRYPOINT4️⃣ [\"c\",]\nRUN d"),
    RulePlaces("exec-form-command", "FROM a\nCMD [\"b\"]\nENTRYPOINT []\nONBUILD CMD c"),
    RulePlaces("exec-form-command", "FROM a AS b\n1️⃣CMD2️⃣ c\nSHELL [\"d\"]\nCMD e\nFROM b\nCMD f\nFROM a\n3️⃣CMD4️⃣ g"),
    RulePlaces("exec-form-healthcheck", "FROM a\nHEALTHCHECK --interval=3s 1️⃣CMD2️⃣ b -c /d"),
    RulePlaces(
      "exec-form-healthcheck", "FROM a\nHEALTHCHECK CMD b || exit 1\nHEALTHCHECK CMD [\"c\"]\nHEALTHCHECK NONE"),
  ]) func `forms are looked at`(file: RulePlaces) {
    file.expect()
  }

  @Test(arguments: [
    RulePlaces("one-cmd", "FROM a\n1️⃣CMD2️⃣ [\"b\"]\n3️⃣cmd4️⃣ []\nCMD c\nFROM a\nCMD d"),
    RulePlaces("one-entrypoint", "FROM a\n1️⃣ENTRYPOINT2️⃣ b\nENTRYPOINT c\nFROM a\nENTRYPOINT d"),
    RulePlaces("one-healthcheck", "FROM a\n1️⃣HEALTHCHECK2️⃣ NONE\nHEALTHCHECK CMD b"),
    RulePlaces("absolute-workdir", "FROM a\nWORKDIR 1️⃣b2️⃣\nWORKDIR c\nFROM a\nWORKDIR /d\nWORKDIR e"),
    RulePlaces("absolute-workdir", "FROM a AS b\nWORKDIR /c\nFROM b\nWORKDIR d\nFROM a\nWORKDIR \"/e\""),
    RulePlaces("secret-variable", "ARG TOKEN\nFROM a\nARG 1️⃣Token2️⃣\nENV 3️⃣DB_PASSWD4️⃣=b C=d\nENV KEY_FILE=e KEYS=f"),
    RulePlaces("secret-like-variable", "ARG 1️⃣TOKEN2️⃣\nFROM a\nENV 3️⃣dbPassword4️⃣=b PASSWORD_FILE=c TOKENIZER=d TOKEN=e"),
  ]) func `what a stage sets is looked at`(file: RulePlaces) {
    file.expect()
  }

  @Test(arguments: [
    RulePlaces("redundant-platform", "FROM 1️⃣--platform=$TARGETPLATFORM2️⃣ a\nFROM 3️⃣--platform=\"${TARGETPLATFORM}\"4️⃣ b"),
    RulePlaces("redundant-platform", "FROM --platform=$BUILDPLATFORM a"),
    RulePlaces("constant-platform", "FROM --platform=1️⃣linux/amd642️⃣ a\nFROM --platform=3️⃣Linux4️⃣ a AS b"),
    RulePlaces(
      "constant-platform", "FROM --platform=linux/x86_64 a AS b-amd64\nFROM --platform=windows a AS on-windows"),
    RulePlaces("constant-platform", "FROM --platform=$A a\nFROM --platform=a/b/c/d e"),
    RulePlaces(
      "base-image-platform", "FROM --platform=1️⃣linux/amd642️⃣ arm64v8/a\nFROM --platform=linux/arm64/v8 arm64v8/a"),
    RulePlaces(
      "base-image-platform", "FROM --platform=1️⃣linux2️⃣ mcr.microsoft.com/windows/a\nFROM --platform=linux b/arm64v8"),
    RulePlaces("base-image-platform", "FROM --platform=linux/arm a AS b\nFROM b AS c\nFROM --platform=1️⃣linux2️⃣ c"),
    RulePlaces("base-image-platform", "FROM --platform=$A a AS b\nFROM --platform=linux b\nFROM --platform=linux c"),
    RulePlaces("expose-protocol-casing", "FROM a\nEXPOSE 80/1️⃣TCP2️⃣ 81-82/3️⃣Udp4️⃣ 83/sctp 84"),
    RulePlaces("expose-container-port", "FROM a\nEXPOSE 1️⃣8080:2️⃣80 80-90 3️⃣127.0.0.1::4️⃣80/udp"),
  ]) func `platforms and ports are looked at`(file: RulePlaces) {
    file.expect()
  }

  @Test(arguments: [
    RulePlaces("undefined-variable", "FROM scratch\nARG A\nENV B=$A C=$1️⃣D2️⃣"),
    RulePlaces("undefined-variable", "FROM scratch\nCOPY --chown=$1️⃣U2️⃣ a ${3️⃣D4️⃣}/${D}\nRUN echo $X\nEXPOSE $P"),
    RulePlaces("undefined-variable", "FROM scratch AS a\nENV A=1\nFROM a\nUSER $A\nFROM scratch\nUSER $1️⃣A2️⃣"),
    RulePlaces("undefined-variable", "ARG G=1\nFROM scratch\nUSER $1️⃣G2️⃣\nARG G\nWORKDIR /$G\nUSER $PATH"),
    RulePlaces("undefined-variable", "FROM scratch\nCOPY <<EOF /a\n$1️⃣X2️⃣ \\$Y\nEOF\nCOPY <<\"EOF\" /b\n$X\nEOF"),
    RulePlaces("undefined-variable", "FROM scratch\nUSER ${A:-1}\nONBUILD USER $B\nCMD $C"),
    RulePlaces("needless-alternative", "FROM scratch\nUSER ${1️⃣A2️⃣:-1}\nARG B\nUSER ${B:-1}"),
    RulePlaces("undefined-from-argument", "ARG V=1\nFROM --platform=$BUILDPLATFORM a:$V$1️⃣W2️⃣\nARG X\nFROM a:1$3️⃣X4️⃣"),
    RulePlaces("default-base-image", "ARG A\nARG B=1\nFROM a:$1️⃣A2️⃣\nFROM a:$B\nFROM a:${A:-1}\nFROM a:1$C"),
    RulePlaces(
      "absolute-workdir", "FROM a\nENV D=b E=/c\nWORKDIR 1️⃣$D2️⃣\nFROM a\nWORKDIR $F\nFROM scratch\nWORKDIR 3️⃣$F4️⃣"),
    RulePlaces("absolute-workdir", "FROM mcr.microsoft.com/windows/a\nWORKDIR C:\\b\nFROM a\nWORKDIR 1️⃣C:\\b2️⃣"),
    RulePlaces("expose-protocol-casing", "FROM a\nENV P=80/TCP\nEXPOSE 1️⃣$P2️⃣"),
  ]) func `variables are looked at`(file: RulePlaces) {
    file.expect()
  }

  @Test func `an excerpt may use what stands above it`() {
    RulePlaces("undefined-variable", "USER $A").expect(isFragment: true)
  }

  @Test func `a FROM that waits for an argument is an error unless it is meant so`() {
    RulePlaces("stage", "ARG A\nFROM 1️⃣$A2️⃣").expect()
    RulePlaces("stage", "# check=skip=InvalidDefaultArgInFrom\nARG A\nFROM $A\nFROM a:$A").expect()
    RulePlaces("stage", "ARG A\n# check=skip=InvalidDefaultArgInFrom\nFROM $A\nFROM a:1").expect()
    RulePlaces("stage", "# check=skip=InvalidDefaultArgInFrom\nARG A=\nFROM 1️⃣$A2️⃣").expect()
  }

  @Test func `a stage that only another target needs is looked at too`() {
    let file = Dockerfile(parsing: SourceText(path: "", bytes: Array("FROM a AS x\nENV A=${\nFROM b\n".utf8)))
    #expect(Inspection(file, in: Surroundings()).refusals.map(\.message) == ["Substitution '${' is not closed by '}'"])
  }
}
