import Source
import TestSupport
import Testing

@testable import Docker

private let hex = String(repeating: "0123456789abcdef", count: 4)

@Suite("Names of images, checksums and sources")
struct ReferenceTests {
  @Test(arguments: [
    ("alpine", "docker.io/library/alpine:latest"),
    ("alpine:3.22", "docker.io/library/alpine:3.22"),
    ("library/alpine", "docker.io/library/alpine:latest"),
    ("bitnami/redis:7", "docker.io/bitnami/redis:7"),
    ("docker.io/alpine", "docker.io/library/alpine:latest"),
    ("index.docker.io/alpine", "docker.io/library/alpine:latest"),
    ("docker.io/a/b", "docker.io/a/b:latest"),
    ("ghcr.io/owner/app:v1.2_3-x", "ghcr.io/owner/app:v1.2_3-x"),
    ("localhost/app", "localhost/app:latest"),
    ("localhost:5000/app", "localhost:5000/app:latest"),
    ("localhost:5000", "docker.io/library/localhost:5000"),
    ("Registry/app", "Registry/app:latest"),
    ("[::1]:5000/app", "[::1]:5000/app:latest"),
    ("a__b/c---d.e", "docker.io/a__b/c---d.e:latest"),
    ("foo_bar.com/x", "docker.io/foo_bar.com/x:latest"),
    ("0", "docker.io/library/0:latest"),
    ("alpine@sha256:\(hex)", "docker.io/library/alpine@sha256:\(hex)"),
    ("alpine:3@sha256:\(hex)", "docker.io/library/alpine:3@sha256:\(hex)"),
  ])
  func `a name is completed as Docker completes it`(text: String, expected: String) throws {
    #expect(try ImageReference(bytes(text)).normalized[...].string == expected)
  }

  @Test func `the parts of a name stay as they are written`() throws {
    let image = try ImageReference(bytes("ghcr.io/owner/app:v1@sha256:\(hex)"))
    #expect(image.registry?.string == "ghcr.io")
    #expect(image.repository.string == "owner/app")
    #expect(image.tag?.string == "v1")
    #expect(image.digest?.string == "sha256:\(hex)")
    let bare = try ImageReference(bytes("alpine"))
    #expect(bare.registry == nil)
    #expect(bare.repository.string == "alpine")
    #expect(bare.tag == nil)
    #expect(bare.digest == nil)
  }

  @Test(arguments: [
    FaultCase("1️⃣2️⃣", "Image name '' is empty"),
    FaultCase("1️⃣Alpine2️⃣", "Image name 'Alpine' has capitals, did you mean 'alpine'?", meaning: "alpine"),
    FaultCase(
      "1️⃣MyOrg2️⃣/app".replacing("/app", with: ":1"), "Image name 'MyOrg' has capitals, did you mean 'myorg'?",
      meaning: "myorg"),
    FaultCase(
      "ghcr.io/1️⃣Owner/app2️⃣:V1", "Image name 'Owner/app' has capitals, did you mean 'owner/app'?", meaning: "owner/app"),
    FaultCase(
      "1️⃣https://ghcr.io/a/b2️⃣", "Image name 'https://ghcr.io/a/b' is an address; write it without 'https://'",
      meaning: "ghcr.io/a/b"),
    FaultCase("1️⃣\(hex)2️⃣", "Image name '\(hex)' looks like an ID"),
    FaultCase("1️⃣<image>2️⃣", "Image name '<image>' contains '<'"),
    FaultCase("1️⃣a b2️⃣", "Image name 'a b' contains ' '"),
    FaultCase("1️⃣caf\u{E9}2️⃣", "Image name 'caf\u{E9}' contains '\u{E9}'"),
    FaultCase("1️⃣a//b2️⃣", "Image name 'a//b' has an empty part"),
    FaultCase("1️⃣a/2️⃣", "Image name 'a/' has an empty part"),
    FaultCase("1️⃣/a2️⃣", "Image name '/a' has an empty part"),
    FaultCase("1️⃣:32️⃣", "Image name ':3' has no repository"),
    FaultCase("1️⃣@sha256:\(hex)2️⃣", "Image name '@sha256:\(hex)' has no repository"),
    FaultCase("1️⃣-a2️⃣", "Image name '-a' has separators where letters or digits belong"),
    FaultCase("1️⃣a-2️⃣", "Image name 'a-' has separators where letters or digits belong"),
    FaultCase("1️⃣a..b2️⃣", "Image name 'a..b' has separators where letters or digits belong"),
    FaultCase("1️⃣a___b2️⃣", "Image name 'a___b' has separators where letters or digits belong"),
    FaultCase("1️⃣a-_b2️⃣", "Image name 'a-_b' has separators where letters or digits belong"),
    FaultCase("1️⃣alpine:2️⃣", "Tag of image 'alpine:' is empty", meaning: "alpine"),
    FaultCase("alpine:1️⃣-32️⃣", "Tag '-3' begins with neither a letter nor a digit"),
    FaultCase("alpine:1️⃣3:42️⃣", "Tag '3:4' contains ':'"),
    FaultCase("a/b:1️⃣3/42️⃣", "Tag '3/4' contains '/'"),
    FaultCase(
      "alpine@1️⃣sha256:abc2️⃣".replacing("1️⃣sha256:", with: "sha256:1️⃣"), "Checksum 'abc' has 3 digits; 'sha256' has 64"),
    FaultCase("alpine@1️⃣latest2️⃣", "Checksum 'latest' names no algorithm; write 'sha256:' before it"),
  ])
  func `a name that is none is refused`(fault: FaultCase) {
    fault.expect(ImageReference.init)
  }

  @Test func `a long name or tag is refused`() {
    #expect(throws: ValueFault.self) { try ImageReference(bytes(String(repeating: "a", count: 248))) }
    #expect(throws: ValueFault.self) { try ImageReference(bytes("a:" + String(repeating: "a", count: 129))) }
    #expect(throws: Never.self) { try ImageReference(bytes("a:" + String(repeating: "a", count: 128))) }
    #expect(throws: Never.self) { try ImageReference(bytes(String(repeating: "a", count: 247))) }
  }

  @Test func `scratch is no image`() {
    #expect(ImageReference.isScratch(bytes("scratch")))
    #expect(!ImageReference.isScratch(bytes("Scratch")))
    #expect(!ImageReference.isScratch(bytes("scratch:1")))
  }

  @Test(arguments: ["sha256:\(hex)", "sha384:\(hex)\(hex.prefix(32))", "sha512:\(hex)\(hex)"])
  func `a checksum has the length of its algorithm`(text: String) throws {
    _ = try Checksum(bytes(text))
  }

  @Test(arguments: [
    FaultCase("1️⃣2️⃣", "Checksum '' names no algorithm; write 'sha256:' before it"),
    FaultCase("1️⃣\(hex)2️⃣", "Checksum '\(hex)' names no algorithm; write 'sha256:' before it", meaning: "sha256:\(hex)"),
    FaultCase(
      "1️⃣md52️⃣:00", "Algorithm 'md5' of a checksum is unknown; there are 'sha256', 'sha384' and 'sha512'"),
    FaultCase(
      "1️⃣SHA2562️⃣:00", "Algorithm 'SHA256' of a checksum is unknown; there are 'sha256', 'sha384' and 'sha512'",
      meaning: "sha256"),
    FaultCase("sha256:1️⃣abc2️⃣", "Checksum 'abc' has 3 digits; 'sha256' has 64"),
    FaultCase(
      "sha256:1️⃣\(hex.uppercased())2️⃣", "Checksum '\(hex.uppercased())' is not in lower-case hexadecimal digits",
      meaning: hex),
    FaultCase(
      "sha256:1️⃣\(hex.dropLast())g2️⃣", "Checksum '\(hex.dropLast())g' is not in lower-case hexadecimal digits"),
  ])
  func `a checksum that is none is refused`(fault: FaultCase) {
    fault.expect(Checksum.init)
  }

  @Test(
    arguments: [
      ("a.txt", .local), ("./a", .local), ("../a.git", .local), ("https://x/y", .http), ("http://x/y.tar.gz", .http),
      ("https://x/y.git", .git), ("https://x/y.git#main:docs", .git), ("https://x/y.git?branch=main", .git),
      ("HTTPS://x/y", .local), ("HTTPS://x/y.git", .git), ("ftp://x/y", .local), ("git://x/y", .git),
      ("ssh://x/y", .git),
      ("git@github.com:a/b", .git), ("git@github.com:a/b.git#v1", .git), ("./git@github.com:a/b", .local),
      ("github.com/a/b", .local), ("a@b", .local), ("a b@c:d", .local), ("https://x.git", .http), ("://x", .local),
      ("https://x/y#.git", .http),
    ] as [(String, SourceKind)])
  func `a source is a path, a file of the web or a repository`(text: String, kind: SourceKind) {
    #expect(SourceKind(bytes(text)) == kind)
  }

  @Test(arguments: [
    ("a.tar", true), ("a.tar.gz", true), ("b/c.tgz", true), ("a.zip", false), ("tar", false), ("a.Z", true),
  ])
  func `an archive has an archive's name`(text: String, isOne: Bool) {
    #expect(SourceKind.isArchiveName(bytes(text)) == isOne)
  }

  @Test func `a repository's address has options`() throws {
    let address = try GitAddress(bytes("https://x/y.git?keep-git-dir&checksum=abc&submodules=false#main"))
    #expect(address.keepsGitDirectory == true)
    #expect(address.checksum?.string == "abc")
    #expect(try GitAddress(bytes("https://x/y.git?keep-git-dir=0")).keepsGitDirectory == false)
    #expect(try GitAddress(bytes("git@x:y")).keepsGitDirectory == nil)
  }

  @Test(arguments: [
    FaultCase(
      "https://x/y.git?1️⃣brnch2️⃣=a", "Option 'brnch' of a Git address is unknown, did you mean 'branch'?",
      meaning: "branch"),
    FaultCase("https://x/y.git?1️⃣ref2️⃣=", "Option 'ref' of a Git address has no value"),
    FaultCase("https://x/y.git?ref=a&1️⃣ref2️⃣=b", "Option 'ref' of a Git address is given twice"),
    FaultCase("https://x/y.git?submodules=1️⃣maybe2️⃣", "'maybe' is neither true nor false"),
  ])
  func `an option that no repository has is refused`(fault: FaultCase) {
    fault.expect(GitAddress.init)
  }
}
