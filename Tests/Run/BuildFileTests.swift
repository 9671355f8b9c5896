import Source
import Testing

@testable import Run

@Suite struct BuildFileTests {
  private func file(_ code: String, heredocs: Bool = false, arguments: [String] = []) -> BuildFile {
    var names = ImageNames()
    names.set("web", to: "localhost/ours/web")
    names.set("debian:bookworm-slim", to: "localhost/rutter-base/debian:1")
    return BuildFile(Array(code.utf8), arguments: arguments, names: names, hasHeredocs: heredocs)
  }

  /// A Dockerfile, and the one that an engine gets.
  @Test(arguments: [
    ("FROM web\nRUN a\n", "FROM localhost/ours/web\nRUN a\n"),
    (
      "FROM docker.io/library/debian:bookworm-slim AS x\nFROM x\n", "FROM localhost/rutter-base/debian:1 AS x\nFROM x\n"
    ),
    ("FROM busybox\nCOPY --from=web /a /b\n", "FROM busybox\nCOPY --from=localhost/ours/web /a /b\n"),
    (
      "FROM scratch AS web\nFROM scratch\nCOPY --from=web /a /b\n",
      "FROM scratch AS web\nFROM scratch\nCOPY --from=web /a /b\n"
    ),
    ("ARG V=bookworm\nFROM debian:$V-slim\n", "ARG V=bookworm\nFROM localhost/rutter-base/debian:1\n"),
    ("# syntax=docker/dockerfile:1\n# escape=`\nFROM web\n", "# escape=`\nFROM localhost/ours/web\n"),
    ("#- FROM web\nRUN a\n", "FROM localhost/ours/web\nRUN a\n"),
    (
      "FROM a\nRUN <<EOF\necho \"1\"\ntwo\nEOF\nRUN b\n",
      "FROM a\nRUN [\"/bin/sh\",\"-c\",\"echo \\\"1\\\"\\ntwo\\n\"]\nRUN b\n"
    ),
    ("FROM a\nRUN cat <<EOF >x\n1\nEOF\n", "FROM a\nRUN [\"/bin/sh\",\"-c\",\"cat \\u003c\\u003cEOF >x\\n1\\nEOF\"]\n"),
    (
      "FROM a\nSHELL [\"/bin/bash\",\"-c\"]\nRUN <<EOF\n1\nEOF\n",
      "FROM a\nSHELL [\"/bin/bash\",\"-c\"]\nRUN [\"/bin/bash\",\"-c\",\"1\\n\"]\n"
    ),
    (
      "FROM a\nCOPY <<EOF <<X /d/\n1\nEOF\n2\nX\nRUN b\n",
      "FROM a\nCOPY .rutter-heredocs/0/EOF .rutter-heredocs/1/X /d/\nRUN b\n"
    ),
  ])
  func `names of images and heredocs are replaced`(code: String, expected: String) {
    #expect(file(code).bytes[...].string == expected)
  }

  @Test func `an engine that has heredocs gets them`() {
    let code = "FROM a\nRUN <<EOF\n1\nEOF\n"
    #expect(file(code, heredocs: true).bytes[...].string == code)
  }

  @Test func `texts of heredocs become files, with their variables`() {
    let files = file("FROM a\nARG W=x\nCOPY <<-EOF <<\"Q\" /d/\n\t$W\nEOF\n$W\nQ\n", arguments: ["W=y"]).files
    #expect(files.map(\.path) == [".rutter-heredocs/0/EOF", ".rutter-heredocs/1/Q"])
    #expect(files.map { $0.bytes[...].string } == ["y\n", "$W\n"])
  }

  @Test func `the images from outside are known`() {
    let code =
      "FROM debian:bookworm-slim AS a\nFROM other AS unused\nFROM scratch\nCOPY --from=a /x /\nCOPY --from=tool /y /\n"
    #expect(file(code).bases == ["localhost/rutter-base/debian:1", "tool"])
  }
}
