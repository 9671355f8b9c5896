import Testing

@testable import Search

@Suite("Words")
struct WordTests {
  private static func atoms(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let span = bytes.span
    var scanner = AtomScanner(span)
    var atoms: [String] = []
    while let atom = scanner.next(in: span) {
      atoms.append((atom.isSpaced ? " " : "") + String(decoding: bytes[atom.range], as: UTF8.self))
    }
    return atoms
  }

  @Test(
    "A text falls into words, ideographs and marks",
    arguments: [
      ("Use a Volume", [" Use", " a", " Volume"]),
      ("kube-proxy, v1.2", [" kube", "-", "proxy", ",", " v1", ".", "2"]),
      ("容器 é", [" 容", "器", " é"]),
      ("“Größe” – 5 µs…", [" “", "Größe", "”", " –", " 5", " µs", "…"]),
      ("a\u{A0}b", [" a", " b"]), ("", []), (" \n", []),
    ])
  func scans(text: String, expected: [String]) {
    #expect(Self.atoms(text) == expected)
  }

  @Test("Broken UTF-8 ends, and every byte that is no blank is in an atom")
  func broken() {
    let bytes: [UInt8] = [0xE5, 0x41, 0xFF, 0xC3, 0x28, 0xF0, 0x9F]
    var scanner = AtomScanner(bytes.span)
    var count = 0
    while let atom = scanner.next(in: bytes.span) { count += atom.range.count }
    #expect(count == bytes.count)
  }

  @Test(
    "A compound has parts",
    arguments: [
      ("PersistentVolumeClaim", ["Persistent", "Volume", "Claim"]), ("imagePullPolicy", ["image", "Pull", "Policy"]),
      ("APIServer", ["API", "Server"]), ("CronJob", ["Cron", "Job"]), ("OAuth2Proxy", ["Auth2", "Proxy"]),
      ("Pod", []), ("API", []), ("volume", []), ("A", []), ("sha256Sum", ["sha256", "Sum"]),
    ])
  func compounds(word: String, parts: [String]) {
    let bytes = Array(word.utf8)
    let found = CompoundParts.ranges(bytes.span, 0..<bytes.count)
    #expect(found.map { String(decoding: bytes[$0], as: UTF8.self) } == parts)
  }

  @Test(
    "A token of code is one",
    arguments: [
      ("spec.template.spec", "spec.template.spec"), (".spec.containers[].image", "spec.containers.image"),
      ("spec.ports[0].name: x", "spec.ports.name"), ("--dry-run=client", "dry-run=client"), ("-p", "-p"),
      ("-p 80", "-p"), ("app.kubernetes.io/name", "app.kubernetes.io/name"), ("nginx:1.27", "nginx:1.27"),
      ("MAX_SIZE", "max_size"), ("kube-proxy,", "kube-proxy"), ("end.", nil), ("word", nil), ("--verbose", nil),
      ("-", nil), ("[0]", nil), ("a[b", nil),
    ])
  func codes(text: String, form: String?) {
    let bytes = Array(text.utf8)
    let found = CodeToken.at(0, in: bytes.span, end: bytes.count)
    #expect(found.map { String(decoding: $0.form, as: UTF8.self) } == form)
  }

  @Test("The key of a switch with a value is known")
  func key() {
    let bytes = Array("--dry-run=client".utf8)
    let found = CodeToken.at(0, in: bytes.span, end: bytes.count)
    #expect(found.map { String(decoding: $0.form[..<$0.key], as: UTF8.self) } == "dry-run")
  }

  @Test("A token that never ends is left alone")
  func long() {
    let bytes = Array(String(repeating: "a.", count: 100).utf8)
    #expect(CodeToken.at(0, in: bytes.span, end: bytes.count) == nil)
  }

  @Test(
    "Function words are known, others are not",
    arguments: [
      ("the", true), ("with", true), ("pod", false), ("a", true), ("i", true), ("its", true), ("our", true),
      ("would", true), ("should", true), ("which", true), ("your", true), ("is", true), ("zoo", false), ("aa", false),
    ])
  func functionWords(word: String, isOne: Bool) {
    let bytes = Array(word.utf8)
    #expect(FunctionWords().contains(bytes.span, 0..<bytes.count) == isOne)
  }
}
