import Testing

/// COPY and ADD.
@Suite struct CopyTests {
  @Test(arguments: [
    RulePlaces("destination-slash", "FROM a:1\nCOPY b c 1️⃣d2️⃣\nADD b c 3️⃣\"d\"4️⃣"),
    RulePlaces("destination-slash", "FROM a:1\nCOPY b c d/\nCOPY b c .\nCOPY b c ../..\nCOPY b c $D\nCOPY b c"),
    RulePlaces("destination-slash", #"FROM a:1\#nCOPY ["b", "c", "1️⃣/d2️⃣"]"#),
    RulePlaces("relative-destination", "FROM a:1\nCOPY b 1️⃣c2️⃣\nWORKDIR /d\nCOPY b c"),
    RulePlaces("relative-destination", "FROM a:1 AS b\nWORKDIR /c\nFROM b\nCOPY d e\nFROM a:1\nCOPY d 1️⃣e2️⃣"),
    RulePlaces("relative-destination", "FROM a:1\nCOPY b /c\nCOPY b $C\nCOPY b C:/d\nCOPY b \"/c\""),
    RulePlaces("needless-add", "FROM a:1\n1️⃣ADD2️⃣ b /\nADD b.tar.gz /\nADD https://c.d/e /\nADD git@c.d:e/f.git /"),
    RulePlaces("needless-add", "FROM a:1\nADD $B /\nADD b/$C /\nADD ${B}.tgz /\n1️⃣ADD2️⃣ b-$C.jar /"),
    RulePlaces("needless-add", "FROM a:1\nADD --keep-git-dir=true b /\n1️⃣ADD2️⃣ --chown=c b /"),
    RulePlaces("whole-file-system", "FROM a:1 AS b\nFROM scratch\nCOPY --from=b 1️⃣/2️⃣ /\nCOPY / /\nCOPY --from=b / /c"),
    RulePlaces("unknown-source", "FROM a:1\nCOPY --from=1️⃣tools2️⃣ b /\nRUN --mount=type=bind,from=3️⃣more4️⃣,target=/c d"),
    RulePlaces("unknown-source", "FROM a:1 AS b\nFROM a:1\nCOPY --from=B c /\nCOPY --from=0 c /\nCOPY --from=d:1 c /"),
    RulePlaces("unknown-source", "FROM a:1\nCOPY --from=1️⃣later2️⃣ b /\nFROM a:1 AS later"),
    RulePlaces("unpacked-archive", "FROM a:1\nCOPY 1️⃣b/c.tar.gz2️⃣ /tmp/\nRUN tar xzf /tmp/c.tar.gz"),
    RulePlaces("unpacked-archive", "FROM a:1\nCOPY 1️⃣b2️⃣ /tmp/c.tgz\nRUN cd /tmp && tar -xf c.tgz && tar -xf c.tgz"),
    RulePlaces(
      "unpacked-archive", "FROM a:1\nCOPY b.gz c.tar /\nRUN gunzip b.gz; tar -tf c.tar\nFROM a:1\nRUN tar -xf c.tar"),
    RulePlaces("same-instruction", "FROM a:1\nENV B=1 C=${1️⃣B2️⃣:-2}/$BB D='$B' E=\\$B"),
    RulePlaces("same-instruction", "FROM a:1\nARG B\nENV B=1 C=$B\nENV PATH=/d:$PATH\nENV E=1 F=2"),
    RulePlaces("same-instruction", "FROM a:1 AS b\nENV C=1\nFROM b\nENV C=2 D=$C\nFROM a:1\nENV C=2 D=$1️⃣C2️⃣"),
  ]) func `the word that is wrong is found`(file: RulePlaces) {
    file.expect()
  }

  @Test func `what an excerpt leaves out may be there`() {
    RulePlaces("relative-destination", "COPY a b").expect(isFragment: true)
    RulePlaces("root-user", "USER root").expect(isFragment: true)
    RulePlaces("unknown-source", "COPY --from=build a /b").expect(isFragment: true)
  }
}
