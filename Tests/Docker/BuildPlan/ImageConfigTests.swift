import Source
import TestSupport
import Testing

@testable import Docker

@Suite struct ImageConfigTests {
  private func image(_ text: String) throws -> ImageConfig {
    try #require(buildPlan("FROM scratch\n" + text).image)
  }

  @Test(arguments: [
    ("WORKDIR a", "/a"), ("WORKDIR /a\nWORKDIR b/../c/", "/a/c"), ("WORKDIR /a//b/", "/a//b/"), ("WORKDIR ../..", "/"),
    ("WORKDIR /a\nWORKDIR $b", "/a"), ("ENV b=/c\nWORKDIR $b", "/c"), ("WORKDIR /.a\nWORKDIR .b", "/.a/.b"), ("", "/"),
  ]) func `a relative WORKDIR goes on from the last one`(file: String, directory: String) throws {
    #expect(try image(file).workingDirectory.string == directory)
  }

  @Test(arguments: [
    ("CMD a  b", ["/bin/sh", "-c", "a  b"]), (#"CMD ["a", "b"]"#, ["a", "b"]), (#"SHELL ["s"]\#nCMD a"#, ["s", "a"]),
    (#"CMD a\#nSHELL ["s"]"#, ["/bin/sh", "-c", "a"]),
    ("CMD a\nENTRYPOINT b", ["/bin/sh", "-c", "b", "/bin/sh", "-c", "a"]),
    (#"CMD ["a"]\#nENTRYPOINT []"#, ["a"]),
    (#"CMD ["a"]\#nFROM 0\#nENTRYPOINT ["b"]"#, ["b"]),
  ]) func `the command is the last one that is given`(file: String, words: [String]) throws {
    #expect(try BootCommand(of: image(file)).words.map(\.string) == words)
  }

  @Test func `an inherited CMD is lost with a new ENTRYPOINT`() throws {
    let start = "FROM scratch AS x\nCMD [\"a\"]\nFROM x\n"
    let words = { (text: String) in
      try buildPlan(start + text).image.map { try BootCommand(of: $0).words.map(\.string) }
    }
    #expect(try words("") == ["a"])
    #expect(try words("ENTRYPOINT [\"b\"]\n") == ["b"])
    #expect(try words("CMD [\"c\"]\nENTRYPOINT [\"b\"]\n") == ["b", "c"])
  }

  @Test func `ports are counted out once`() throws {
    #expect(
      try image("EXPOSE 80 81-83/UDP 82/udp\nEXPOSE 80/tcp $none").exposedPorts.map(\.string)
        == ["80/tcp", "81/udp", "82/udp", "83/udp"])
  }

  @Test func `labels, volumes, user and signal are kept`() throws {
    let image = try image("LABEL b=1 a='x y'\nLABEL b=2\nVOLUME /b /a\nUSER a:b\nSTOPSIGNAL SIGINT\nONBUILD RUN x  \n")
    #expect(image.labels.map { "\($0.name.string)=\($0.value.string)" } == ["a=x y", "b=2"])
    #expect(image.volumes.map(\.string) == ["/a", "/b"])
    #expect(image.user.string == "a:b" && image.stopSignal.string == "SIGINT")
    #expect(image.onBuild.map(\.string) == ["RUN x  "])
  }

  @Test func `a health check keeps its times`() throws {
    let check = try #require(try image("HEALTHCHECK --interval=1m --retries=3 CMD a b\n").healthCheck)
    #expect(check.test.map(\.string) == ["CMD-SHELL", "a b"])
    #expect(check.interval == 60_000_000_000 && check.retries == 3 && check.timeout == 0)
    #expect(try image("HEALTHCHECK NONE\n").healthCheck?.test.map(\.string) == ["NONE"])
  }

  @Test(
    arguments: [
      ([], nil, ["e", "c"]), (["x"], nil, ["e", "x"]), ([], "n", ["n"]), (["x"], "n", ["n", "x"]), (["x"], "", ["x"]),
    ] as [([String], String?, [String])])
  func `a command line replaces CMD, and --entrypoint both`(
    arguments: [String], entrypoint: String?, words: [String]
  ) throws {
    let image = try image("ENTRYPOINT [\"e\"]\nCMD [\"c\"]\n")
    let command = try BootCommand(of: image, arguments: arguments.map(bytes), entrypoint: entrypoint.map(bytes))
    #expect(command.words.map(\.string) == words && command.ignoredCount == 0)
    #expect(throws: BootCommand.Failure.noCommand) { try BootCommand(of: image, entrypoint: []) }
  }

  @Test func `a shell ignores what stands behind its text`() throws {
    #expect(try BootCommand(of: image("ENTRYPOINT e\nCMD [\"c\", \"d\"]\n")).ignoredCount == 2)
  }
}
