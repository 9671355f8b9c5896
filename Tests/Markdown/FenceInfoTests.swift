import Markdown
import Testing

/// A fence's info as its parts: `language|word word|key=value key=value`.
private func parts(_ info: String) -> String {
  let info = FenceInfo(info)
  let pairs = info.attributes.map { "\($0.key)=\($0.value)" }
  return "\(info.language)|\(info.words.joined(separator: " "))|\(pairs.joined(separator: " "))"
}

@Suite struct FenceInfoTests {
  @Test(arguments: [
    ("", "||"), ("   ", "||"), ("yaml", "yaml||"), ("  YAML ", "yaml||"), ("C++", "c++||"),
    ("dockerfile name=web run", "dockerfile|run|name=web"),
    ("sh bad\ttab=npm", "sh|bad|tab=npm"),
    ("yaml title=\"A small image\" run", "yaml|run|title=A small image"),
    ("yaml title='it \"is\"'", "yaml||title=it \"is\""),
    ("yaml title=\"a {b} c\" hl=2,4-6", "yaml||title=a {b} c hl=2,4-6"),
    ("yaml for=kubernetes@1.33 file=a/b.yaml#part", "yaml||for=kubernetes@1.33 file=a/b.yaml#part"),
    ("title=x yaml", "|yaml|title=x"),
    ("yaml skip=", "yaml||skip="), ("yaml title=\"never closed", "yaml||title=never closed"), ("=x", "||=x"),
  ])
  func `the language comes first, then words and pairs`(_ info: String, _ expected: String) {
    #expect(parts(info) == expected)
  }

  @Test(arguments: [
    ("{.yaml hl=1}", "yaml||hl=1"), ("yaml{1,3-4}", "yaml||hl=1,3-4"), ("yaml {1, 3} run", "yaml|run|hl=1,3"),
    ("{yaml}", "yaml||"), ("yaml{", "yaml||"), ("yaml{}", "yaml||"), ("{", "||"), (".", ".||"),
  ])
  func `other manners are understood`(_ info: String, _ expected: String) {
    #expect(parts(info) == expected)
  }

  @Test func `a pair is found by its key, the first one wins`() {
    let info = FenceInfo("sh a=1 a=2")
    #expect(info["a"] == "1")
    #expect(info["b"] == nil)
    #expect(info == FenceInfo("SH  a=1  a=2"))
    #expect(info != FenceInfo("sh a=1"))
  }
}
