import Testing

/// Images, users and copies: where exactly the finding stands, and what keeps the rule silent.
@Suite struct BaseImageTests {
  @Test(arguments: [
    RulePlaces("latest-tag", "FROM debian:1️⃣latest2️⃣ AS a"),
    RulePlaces("latest-tag", "FROM localhost:5000/a"),
    RulePlaces("latest-tag", "FROM debian:latest@sha256:\(String(repeating: "0", count: 64))"),
    RulePlaces("latest-tag", "ARG TAG=latest\nFROM 1️⃣debian:$TAG2️⃣"),
    RulePlaces("latest-tag", "ARG TAG\nFROM debian:$TAG"),
    RulePlaces("latest-tag", "ARG HOST\nFROM ${HOST}/debian:1️⃣latest2️⃣"),
    RulePlaces("untagged-image", "FROM 1️⃣localhost:5000/a2️⃣"),
    RulePlaces("untagged-image", "FROM scratch\nFROM a:1 AS B\nFROM b"),
    RulePlaces("untagged-image", "ARG BASE=debian\nFROM 1️⃣${BASE}2️⃣"),
    RulePlaces("untagged-image", "ARG BASE\nFROM ${BASE}\nFROM ${OTHER}"),
    RulePlaces("untagged-image", "FROM a:1\nFROM base-$TARGETARCH"),
    RulePlaces(
      "untagged-image", "FROM a:1\nCOPY --from=1️⃣b/c2️⃣ d /\nCOPY --from=b/c:1 d /\nRUN --mount=from=3️⃣b/c4️⃣,target=/d e"),
  ]) func `a tag is missed where the name stands`(file: RulePlaces) {
    file.expect()
  }

  @Test(arguments: [
    RulePlaces("root-user", "FROM a:1\nUSER 1️⃣root:root2️⃣"),
    RulePlaces("root-user", "FROM a:1\nUSER 0\nUSER 1"),
    RulePlaces("root-user", "FROM a:1 AS b\nUSER root\nFROM a:1\nCOPY --from=b c /"),
    RulePlaces("root-user", "FROM a:1 AS b\nUSER 1️⃣root2️⃣\nFROM b\nRUN c"),
    RulePlaces("root-user", "FROM a:1 AS b\nUSER root\nFROM b\nUSER 1"),
    RulePlaces("root-user", "FROM a:1 AS b\nUSER 1️⃣02️⃣\nFROM a:1"),
    RulePlaces("root-user", "FROM a:1\nUSER 1\nONBUILD USER root"),
    RulePlaces("named-user", "FROM a:1\nUSER b\nUSER 1️⃣c:d2️⃣"),
    RulePlaces("named-user", "FROM a:1\nUSER 1:c"),
    RulePlaces("named-user", "FROM a:1\nARG UID\nUSER $UID"),
    RulePlaces("named-user", "FROM a:1\nUSER ContainerAdministrator"),
  ]) func `the last user of what ships counts`(file: RulePlaces) {
    file.expect()
  }
}
