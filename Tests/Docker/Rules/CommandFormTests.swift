import Testing

/// Rules about the two forms of a command, and about arrays that are none.
@Suite struct CommandFormTests {
  @Test(arguments: [
    RulePlaces("almost-json", "FROM a\nCMD [1️⃣'2️⃣a', 'b']"),
    RulePlaces("almost-json", "FROM a\nCMD [\"a\", \"b\"1️⃣,2️⃣]"),
    RulePlaces("almost-json", "FROM a\nENTRYPOINT [\"a\", 1️⃣\"2️⃣b]"),
    RulePlaces("almost-json", "FROM a\nENTRYPOINT [\"a\"] 1️⃣# b2️⃣"),
    RulePlaces("almost-json", "FROM a\nCOPY [\"a b\", 1️⃣'2️⃣c']\nVOLUME [3️⃣'4️⃣/d']"),
    RulePlaces("almost-json", "FROM a\nHEALTHCHECK CMD [\"a\", \"b\"1️⃣,2️⃣]"),
    RulePlaces("almost-json", "FROM a\nCMD [1️⃣n2️⃣ginx, -g]"),
    RulePlaces("almost-json", "FROM a\nRUN [\"a\", \"b\"] 1️⃣&& c2️⃣"),
  ]) func `what keeps an array from being JSON is found`(file: RulePlaces) {
    file.expect()
  }

  @Test(arguments: [
    "CMD [\"a\"]", "CMD []", "RUN [ -f a ] && b", "RUN [ \"$a\" = b ]", "RUN [ \"$a\" ] || b", "RUN [ 'a' = \"$b\" ]",
    "RUN [[ a ]]", "COPY [ab].txt c", "CMD [ -f a ] && b", "CMD [\"a\", ...]", "CMD a", "ENV A=['b']", "VOLUME /a",
  ]) func `what is no array is left alone`(line: String) {
    RulePlaces("almost-json", "FROM a\n" + line).expect()
  }

  @Test(arguments: [
    RulePlaces("ignored-command", "FROM a\nENTRYPOINT b\n1️⃣CMD2️⃣ [\"c\"]"),
    RulePlaces("ignored-command", "FROM a\n1️⃣CMD2️⃣ [\"c\"]\nENTRYPOINT b"),
    RulePlaces("ignored-command", "FROM a AS x\nENTRYPOINT b\nFROM x\n1️⃣CMD2️⃣ c\nFROM x"),
    RulePlaces("ignored-command", "FROM a AS x\nCMD c\nFROM x\nENTRYPOINT b"),
    RulePlaces("ignored-command", "FROM a AS x\nENTRYPOINT b\nFROM a\nCMD c"),
    RulePlaces("ignored-command", "FROM a\nENTRYPOINT b\nCMD c\nENTRYPOINT [\"b\"]"),
    RulePlaces("ignored-command", "FROM a\nENTRYPOINT b\nCMD []"),
    RulePlaces("ignored-command", "FROM a\nENTRYPOINT exec b \"$@\"\nCMD c"),
    RulePlaces("ignored-command", "FROM a\nENTRYPOINT b\nONBUILD CMD c"),
    RulePlaces("ignored-command", "CMD a\nENTRYPOINT b"),
  ]) func `a CMD that a shell swallows is found`(file: RulePlaces) {
    file.expect()
    file.expect(isFragment: true)
  }
}
