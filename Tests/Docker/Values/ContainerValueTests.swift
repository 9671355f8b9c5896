import Source
import TestSupport
import Testing

@testable import Docker

@Suite("Signals, modes, ports, checksums, platforms and stage names")
struct ContainerValueTests {
  @Test(
    arguments: [
      ("SIGTERM", 15), ("sigterm", 15), ("TERM", 15), ("SigKill", 9), ("15", 15), ("-1", -1), ("+9", 9), ("64", 64),
      ("RTMIN", 34), ("SIGRTMIN+3", 37), ("rtmin+15", 49), ("RTMAX-14", 50), ("SIGRTMAX", 64), ("SIGPOLL", 29),
      ("1000", 1_000),
    ] as [(String, Int64)])
  func `a signal has a name or a number`(text: String, number: Int64) throws {
    #expect(try StopSignal(bytes(text)).number == number)
  }

  @Test(arguments: [
    FaultCase("1️⃣2️⃣", "Signal '' is empty"),
    FaultCase("1️⃣02️⃣", "Signal '0' is none"),
    FaultCase("1️⃣SIGTREM2️⃣", "Signal 'SIGTREM' is unknown, did you mean 'SIGTERM'?", meaning: "SIGTERM"),
    FaultCase("1️⃣a b2️⃣", "Signal 'a b' is unknown"),
    FaultCase("1️⃣SIGSIGTERM2️⃣", "Signal 'SIGSIGTERM' is unknown"),
    FaultCase("1️⃣RTMIN+162️⃣", "Signal 'RTMIN+16' is unknown"),
    FaultCase("1️⃣RTMAX-152️⃣", "Signal 'RTMAX-15' is unknown"),
    FaultCase("1️⃣RTMIN+032️⃣", "Signal 'RTMIN+03' is unknown"),
  ])
  func `an unknown signal is refused`(fault: FaultCase) {
    fault.expect(StopSignal.init)
  }

  @Test(
    arguments: [("755", 0o755), ("0755", 0o755), ("7777", 0o7777), ("0", 0), ("00000644", 0o644)] as [(String, UInt16)])
  func `a mode is octal`(text: String, expected: UInt16) throws {
    guard case .bits(let bits) = try FileMode(bytes(text)) else {
      Issue.record("'\(text)' is not read as octal")
      return
    }
    #expect(bits == expected)
  }

  @Test(arguments: ["u+x", "+x", "go=", "a=rX,u+w", "u=rwx,go=u-w", "g=u", "u+x-w", "ug=rwXst", "=", "-", "o+t"])
  func `a mode is symbolic`(text: String) throws {
    guard case .changes = try FileMode(bytes(text)) else {
      Issue.record("'\(text)' is not read as symbolic")
      return
    }
  }

  @Test(arguments: [
    FaultCase("1️⃣2️⃣", "Mode '' is empty"),
    FaultCase("1️⃣100002️⃣", "Mode '10000' is above '7777'"),
    FaultCase("1️⃣82️⃣", "Mode '8' is no octal number"),
    FaultCase("1️⃣64a2️⃣", "Mode '64a' is no octal number"),
    FaultCase("1️⃣0o7552️⃣", "Mode '0o755' is no octal number"),
    FaultCase("1️⃣777777777777777777777772️⃣", "Mode '77777777777777777777777' is no octal number"),
    FaultCase(
      "1️⃣x2️⃣", "Mode 'x' lacks '+', '-' or '=' before 'x'; write one as '755' or 'u=rwx,go=rx'", meaning: "+x"),
    FaultCase("1️⃣foo2️⃣", "Mode 'foo' lacks '+', '-' or '=' before 'f'; write one as '755' or 'u=rwx,go=rx'"),
    FaultCase("1️⃣u2️⃣", "Mode 'u' is neither octal nor symbolic; write one as '755' or 'u=rwx,go=rx'"),
    FaultCase("1️⃣u+x,2️⃣", "Mode 'u+x,' is neither octal nor symbolic; write one as '755' or 'u=rwx,go=rx'"),
    FaultCase("1️⃣u+x g-w2️⃣", "Mode 'u+x g-w' lacks '+', '-' or '=' before ' '; write one as '755' or 'u=rwx,go=rx'"),
  ])
  func `a mode that is none is refused`(fault: FaultCase) {
    fault.expect(FileMode.init)
  }

  @Test(arguments: [
    ("80", "80-80/tcp"), ("80/", "80-80/tcp"), ("80/TCP", "80-80/tcp TCP"), ("53/udp", "53-53/udp udp"),
    ("1/sctp", "1-1/sctp sctp"), ("8000-8010", "8000-8010/tcp"), ("0", "0-0/tcp"), ("+80", "80-80/tcp"),
    ("65535", "65535-65535/tcp"), ("8080:80", "80-80/tcp host 8080:"), ("1.2.3.4:80:80", "80-80/tcp host 1.2.3.4:80:"),
    (":80", "80-80/tcp host :"), ("::80", "80-80/tcp host ::"), ("[::1]:80:80", "80-80/tcp host [::1]:80:"),
    ("::1:80:80", "80-80/tcp host ::1:80:"), ("80-90:80", "80-80/tcp host 80-90:"),
    ("80-81:90-91", "90-91/tcp host 80-81:"),
  ])
  func `a port has a protocol, and may belong to a range`(text: String, expected: String) throws {
    let port = try PortSpec(bytes(text))
    let written = port.transportBytes.map { " " + $0.string } ?? ""
    let host = port.host.map { " host " + $0.string } ?? ""
    #expect("\(port.first)-\(port.last)/\(port.transport.name)\(written)\(host)" == expected)
  }

  @Test(arguments: [
    FaultCase("1️⃣2️⃣", "Port '' lacks a number"),
    FaultCase("1️⃣/tcp2️⃣", "Port '/tcp' lacks a number"),
    FaultCase("1️⃣80:2️⃣", "Port '80:' lacks a number"),
    FaultCase("1️⃣http2️⃣", "Port 'http' is no number"),
    FaultCase("1️⃣80,4432️⃣", "Port '80,443' is no number"),
    FaultCase("1️⃣-802️⃣", "Port '-80' is no number"),
    FaultCase("1️⃣80-2️⃣", "Port '80-' is no number"),
    FaultCase("1️⃣1-2-32️⃣", "Port '1-2-3' is no number"),
    FaultCase("1️⃣655362️⃣", "Port '65536' is above 65535"),
    FaultCase("80-1️⃣99999999999999999999992️⃣", "Port '9999999999999999999999' is above 65535"),
    FaultCase("1️⃣90-802️⃣", "Ports '90-80' end before they begin", meaning: "80-90"),
    FaultCase("80/1️⃣tpc2️⃣", "Protocol 'tpc' is unknown, did you mean 'tcp'?", meaning: "tcp"),
    FaultCase("80/1️⃣tcp/udp2️⃣", "Protocol 'tcp/udp' is unknown; there are 'tcp', 'udp' and 'sctp'"),
    FaultCase("1️⃣1.2.3.42️⃣:80", "Port '1.2.3.4' is no number"),
    FaultCase("1️⃣1.2.32️⃣:80:80", "Address '1.2.3' of a port is none"),
    FaultCase("1️⃣localhost2️⃣:80:80", "Address 'localhost' of a port is none"),
    FaultCase("1️⃣80-82:90-912️⃣", "Ports '80-82' and '90-91' differ in number"),
  ])
  func `a port that is none is refused`(fault: FaultCase) {
    fault.expect(PortSpec.init)
  }

  @Test(arguments: [
    ("127.0.0.1", true), ("255.255.255.255", true), ("256.0.0.1", false), ("01.2.3.4", false), ("1.2.3", false),
    ("::", true), ("::1", true), ("1::", true), ("fe80::1:2", true), ("1:2:3:4:5:6:7:8", true),
    ("1:2:3:4:5:6:7", false), ("1:2:3:4:5:6:7:8:9", false), ("::ffff:1.2.3.4", true), ("1::2::3", false),
    ("12345::", false), ("1:2:3:4:5:6:1.2.3.4", true), (":1", false), ("g::", false), ("", false),
    ("1:2:3:4:5:6:7::", true), ("1.2.3.4::", false),
  ])
  func `an address is of version 4 or 6`(text: String, isOne: Bool) {
    #expect(IPAddress.isOne(bytes(text)) == isOne)
  }

  @Test(arguments: [
    ("linux/amd64", "linux/amd64"), ("linux", "linux/amd64"), ("arm64", "linux/arm64"), ("aarch64", "linux/arm64"),
    ("x86_64", "linux/amd64"), ("linux/x86-64", "linux/amd64"), ("Linux/AMD64", "linux/amd64"),
    ("linux/arm64/v8", "linux/arm64/v8"), ("linux/arm", "linux/arm"), ("linux/arm/7", "linux/arm/v7"),
    ("linux/arm/v6", "linux/arm/v6"), ("armhf", "linux/arm"), ("armel", "linux/arm/v6"), ("i386", "linux/386"),
    ("linux/amd64/v2", "linux/amd64/v2"), ("linux/amd64/v1", "linux/amd64"), ("macos", "darwin/amd64"),
    ("darwin/arm64", "darwin/arm64"), ("windows(10.0.17763)/amd64", "windows/amd64"), ("foo/bar", "foo/bar"),
    ("windows(10.0.17763+win32k)/amd64", "windows/amd64"), ("windows()", "windows/amd64"),
  ])
  func `a platform is given Go's names`(text: String, expected: String) throws {
    #expect(try Platform(bytes(text)).text[...].string == expected)
  }

  @Test(arguments: [("linux/arm", "linux/arm/v7"), ("linux/arm64/v8", "linux/arm64"), ("linux/386", "linux/386")])
  func `an image has the usual variant of a platform`(text: String, expected: String) throws {
    #expect(try Platform(bytes(text)).normalized.text[...].string == expected)
  }

  @Test(arguments: [
    FaultCase("1️⃣2️⃣", "Platform '' is empty"),
    FaultCase(
      "1️⃣amd642️⃣".replacing("amd64", with: "amd46"), "Platform 'amd46' is unknown, did you mean 'amd64'?",
      meaning: "amd64"),
    FaultCase("1️⃣foo2️⃣", "Platform 'foo' is unknown; write one as 'linux/amd64'"),
    FaultCase("1️⃣linux/2️⃣", "Platform 'linux/' has an empty part"),
    FaultCase("1️⃣/amd642️⃣", "Platform '/amd64' has an empty part"),
    FaultCase("1️⃣linux/a/b/c2️⃣", "Platform 'linux/a/b/c' has more than three parts"),
    FaultCase("1️⃣linux/*2️⃣", "Platform 'linux/*' is none; write one as 'linux/amd64'"),
    FaultCase("1️⃣lin.ux/amd642️⃣", "Platform 'lin.ux/amd64' is none; write one as 'linux/amd64'"),
    FaultCase("1️⃣linux(1/amd642️⃣", "Platform 'linux(1/amd64' is none; write one as 'linux/amd64'"),
  ])
  func `a platform that is none is refused`(fault: FaultCase) {
    fault.expect { text throws(ValueFault) in try Platform(text) }
  }

  @Test(arguments: ["a", "build", "Build", "a-b_c.d9"]) func `a stage name begins with a letter`(text: String) throws {
    try StageName.check(bytes(text))
  }

  @Test(arguments: [
    FaultCase("1️⃣2️⃣", "Stage name '' is empty"),
    FaultCase("1️⃣1st2️⃣", "Stage name '1st' does not begin with a letter"),
    FaultCase("1️⃣_x2️⃣", "Stage name '_x' does not begin with a letter"),
    FaultCase("1️⃣$x2️⃣", "Stage name '$x' does not begin with a letter"),
    FaultCase(
      "1️⃣a/b2️⃣", "Stage name 'a/b' contains '/'; letters, digits, '-', '_' and '.' may stand in it"),
    FaultCase(
      "1️⃣béta2️⃣", "Stage name 'béta' contains 'é'; letters, digits, '-', '_' and '.' may stand in it"),
  ])
  func `a stage name with other characters is refused`(fault: FaultCase) {
    fault.expect(StageName.check)
  }
}
