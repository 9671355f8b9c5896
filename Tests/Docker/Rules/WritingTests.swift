import Testing

/// Rules about how a file is written: what the builder silently takes for something else.
@Suite struct WritingTests {
  @Test(arguments: [
    RulePlaces("misplaced-directive", "# hello\n1️⃣# syntax=docker/dockerfile:12️⃣\nFROM a"),
    RulePlaces("misplaced-directive", "FROM a\n  1️⃣#Escape = `2️⃣\n"),
    RulePlaces("misplaced-directive", "FROM a\nRUN b \\\n1️⃣# escape=`2️⃣\n  c"),
    RulePlaces("misplaced-directive", "\n1️⃣# check=error=true2️⃣\nFROM a"),
    RulePlaces("misplaced-directive", "#!/usr/bin/env builder\n# syntax=docker/dockerfile:1\nFROM a"),
    RulePlaces("misplaced-directive", "FROM a\n# check=skip=JSONArgsRecommended\nCMD b"),
    RulePlaces("misplaced-directive", "FROM a\n1️⃣# check=skip=JSONArgsRecommended2️⃣\n\nCMD b"),
    RulePlaces("misplaced-directive", "# escape=`\n# syntax=docker/dockerfile:1\nFROM a"),
    RulePlaces("misplaced-directive", "# a\n# syntax = what the file looks like, and/or more\n# escape=yes\nFROM a"),
  ]) func `a directive below the top is found`(file: RulePlaces) {
    file.expect()
  }

  @Test(arguments: [
    RulePlaces("link-with-chmod", "FROM a\nCOPY 1️⃣--link2️⃣ --chmod=755 a /b"),
    RulePlaces("link-with-chmod", "FROM a\nADD --chmod=u+x 1️⃣--link=TRUE2️⃣ a /b"),
    RulePlaces("link-with-chmod", "FROM a\nCOPY --link=false --chmod=755 a /b\nCOPY --link a /b\nCOPY --chmod=1 a /b"),
  ]) func `a linked copy that sets modes is found`(file: RulePlaces) {
    file.expect()
  }

  @Test(arguments: [
    RulePlaces("typographic-marks", "FROM 1️⃣—platform=x2️⃣ a\nRUN b 3️⃣–yes4️⃣ 5️⃣–y6️⃣ 'c —d' \"—e\""),
    RulePlaces("typographic-marks", "FROM a\nRUN echo a – b — c 1–2 x—y"),
    RulePlaces("typographic-marks", "FROM a\nCMD [1️⃣“2️⃣b”, “c”]\nENV A=3️⃣‘4️⃣b’"),
    RulePlaces("typographic-marks", "FROM a\nRUN echo it’s \\“c ’tis\nENV A=\"“b”\""),
    RulePlaces("typographic-marks", "FROM a\nRUN <<E\necho —b “c”\nE\n# —d"),
    RulePlaces("typographic-marks", "FROM a\nRUN echo \"b\\"),
  ]) func `marks that were made pretty are found`(file: RulePlaces) {
    file.expect()
  }
}
