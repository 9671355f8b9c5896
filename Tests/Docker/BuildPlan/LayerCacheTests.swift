import Source
import TestSupport
import Testing

@testable import Docker

@Suite struct LayerCacheTests {
  /// The steps of a second build, one letter each: `c` for cached, `-` for built.
  private func steps(_ before: String, _ after: String) -> String {
    let contents: LayerCache.Contents = { path, _ in ContentHash(Array(path)) }
    let cache = LayerCache(of: buildPlan(after), in: contents, after: buildPlan(before), in: contents)
    return cache.steps.map { $0.isCached ? "c" : "-" }.joined()
  }

  @Test(arguments: [
    ("FROM a\nRUN x\nRUN y", "FROM a\nRUN x\nRUN y", "ccc"), ("FROM a\nRUN x\nRUN y", "FROM b\nRUN x\nRUN y", "---"),
    ("FROM a\nRUN x\nRUN y", "FROM a\nRUN z\nRUN y", "c--"), ("FROM a\nRUN x  y", "from  a\n# no\nRUN   x  y  ", "cc"),
    ("FROM a\nRUN x y", "FROM a\nRUN x  y", "c-"), ("FROM a\nRUN x", "FROM a\nRUN [\"x\"]", "c-"),
    ("FROM a\nENV A=1 B=2\nRUN x", "FROM a\nENV A=1\nENV B 2\nLABEL c=d\nRUN x", "cc"),
    ("FROM a\nENV A=1 B=2\nRUN x", "FROM a\nENV B=2 A=1\nRUN x", "c-"),
    ("FROM a\nARG A=1\nCOPY a b\nRUN x", "FROM a\nARG A=2\nCOPY a b\nRUN x", "cc-"),
    ("FROM a\nCOPY d/a b", "FROM a\nCOPY d/a c", "c-"), ("FROM a\nCOPY a b", "FROM a\nADD a b", "c-"),
    ("FROM a\nUSER a\nWORKDIR /x", "FROM a\nUSER b\nWORKDIR /x", "c-"),
    ("FROM a\nWORKDIR /x\nCOPY a b", "FROM a\nWORKDIR /x\nCOPY a /x/b", "ccc"),
    ("FROM a\nRUN x\nCOPY --link a b\nRUN y", "FROM a\nRUN z\nCOPY --link a b\nRUN y", "c-c--"),
    ("FROM a\nRUN x\nCOPY --link --chmod=755 a b", "FROM a\nRUN z\nCOPY --link --chmod=755 a b", "c--"),
    ("FROM a\nRUN <<E\nx\nE", "FROM a\nRUN <<-F\n\tx\nF", "cc"),
    (
      "FROM a\nRUN --mount=type=cache,target=/c x", "FROM a\nRUN --network=default --mount=type=cache,dst=/c,id=/c x",
      "cc"
    ), ("FROM a\nRUN x", "FROM a\nRUN --mount=type=cache,target=/c x", "c-"),
    ("FROM a AS x\nRUN y\nFROM b\nCOPY --from=x /a /b", "FROM a AS z\nRUN y\nFROM b\nCOPY --from=0 /a /b", "cccc"),
    ("FROM a AS x\nRUN y z\nFROM b\nCOPY --from=x /a /b", "FROM a AS x\nRUN y  z\nFROM b\nCOPY --from=x /a /b", "c-cc"),
    ("FROM a AS x\nRUN y\nFROM b\nCOPY --from=x /a /b", "FROM a AS x\nRUN z\nFROM b\nCOPY --from=x /a /b", "c-c-"),
    (
      "FROM a AS x\nCOPY a /a\nCOPY b /b\nFROM b\nCOPY --from=x /a /",
      "FROM a AS x\nCOPY a /a\nCOPY c /b\nFROM b\nCOPY --from=x /a /", "cc-cc"
    ), ("FROM a AS x\nRUN y\nFROM b", "FROM a AS x\nRUN z\nFROM b", "c"),
    (
      "FROM a AS x\nRUN y\nFROM a\nRUN y\nCOPY --from=x a b", "FROM a AS x\nRUN y\nFROM a\nRUN y\nCOPY --from=x a b",
      "ccc"
    ),
  ]) func `a step is cached where all that makes it up is the same`(before: String, after: String, steps: String) {
    #expect(self.steps(before, after) == steps)
  }

  @Test func `a changed file builds what copies it`() {
    let file = "FROM a\nCOPY a /a\nCOPY b /b\nRUN x"
    let contents: LayerCache.Contents = { path, _ in ContentHash(Array(path)) }
    let changed: LayerCache.Contents = { path, _ in path == "b" ? nil : ContentHash(Array(path)) }
    let cache = LayerCache(of: buildPlan(file), in: changed, after: buildPlan(file), in: contents)
    #expect(cache.steps.map(\.isCached) == [true, true, false, false])
    #expect(cache.steps.map(\.label) == ["1/4", "2/4", "3/4", "4/4"])
  }
}
