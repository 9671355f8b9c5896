import Testing

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
}
