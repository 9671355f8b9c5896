import TestSupport
import Testing

@testable import rutter

@Suite("Reading JSON")
struct JSONValueTests {
  @Test func `values are found by name and place`() throws {
    let json = try #require(
      JSONValue(Array(#" {"a": [1, -2.5e3, "x\u00e9\n\ud83d\ude00"], "b": {"c": true}, "d": null} "#.utf8)))
    #expect(json["a"]?.elements?.count == 3)
    #expect(json["a"]?.elements?.first?.integer == 1)
    #expect(json["a"]?.elements?[1].integer == nil)
    #expect(json["a"]?.elements?[2].string == "xé\n😀")
    #expect(json["b"]?["c"].map { String(decoding: $0.bytes, as: UTF8.self) } == "true")
    #expect(json["e"] == nil && json["d"] != nil)
  }

  @Test(arguments: [
    "", " ", "{", "[1,]", "[1 2]", "{\"a\"}", "{\"a\":1,}", "\"a", "\"\\\"", "tru", "1 2", "{'a':1}", "\"\u{1}\"", "-",
    String(repeating: "[", count: 200) + String(repeating: "]", count: 200),
  ])
  func `what is no JSON is refused`(text: String) {
    #expect(JSONValue(Array(text.utf8)) == nil)
  }

  @Test func `no text breaks it`() {
    for var random in Random.series(3_000) {
      let text = random.text(
        of: ["{", "}", "[", "]", "\"", "a", ":", ",", "1", "\\", "\\u12", "true", " ", "é"], upTo: 20)
      _ = JSONValue(Array(text.utf8))
      _ = JSONValue(random.bytes(upTo: 20))
    }
  }

  @Test func `long input is read in one go`() {
    let text = "[" + String(repeating: "{\"a\":\"\\n\"},", count: 50_000) + "1]"
    #expect(JSONValue(Array(text.utf8))?.elements?.count == 50_001)
  }
}

@Suite("Putting reports together")
struct ReportMergeTests {
  private static func merge(_ texts: [String]) throws -> String {
    let reports = try texts.map { try #require(JSONValue(Array($0.utf8))) }
    return String(decoding: try ReportMerge(reports).json(), as: UTF8.self)
  }

  @Test func `lists are joined in order and counts are added`() throws {
    let merged = try Self.merge([
      #"{"version":1,"diagnostics":[{"path":"b","start":{"offset":2}},{"path":"c"}],"summary":{"n":1,"s":{"m":2}}}"#,
      #"{"version":1,"diagnostics":[{"path":"b","start":{"offset":10}},{"path":"a"}],"summary":{"n":3,"s":{"m":4}}}"#,
    ])
    #expect(
      merged
        == #"{"version":1,"diagnostics":[{"path":"a"},{"path":"b","start":{"offset":2}},{"path":"b","start":{"offset":10}},"#
        + #"{"path":"c"}],"summary":{"n":4,"s":{"m":6}}}"# + "\n")
  }

  @Test func `runs are put in the order of their pages, on a page as they ran`() throws {
    let engine = #""engine":{"name":"x","notEnforced":["memory"]}"#
    let merged = try Self.merge([
      #"{"version":1}"#,
      #"{"version":1,\#(engine),"runs":[{"id":"b#9","page":"b"},{"id":"b#10","page":"b"}]}"#,
      #"{"version":1,\#(engine),"runs":[{"id":"a","page":"a"}]}"#,
    ])
    let runs = #"[{"id":"a","page":"a"},{"id":"b#9","page":"b"},{"id":"b#10","page":"b"}]"#
    #expect(merged == #"{"version":1,\#(engine),"runs":\#(runs)}"# + "\n")
  }

  @Test(arguments: [
    [#"{"version":1}"#, #"{"version":2}"#], [#"{"version":1,"a":[]}"#, #"{"version":1}"#],
    [#"{"a":[]}"#, #"{"a":{}}"#], [#"{"a":1}"#, #"{"a":"x"}"#],
    [#"{"engine":{"name":"x","n":1}}"#, #"{"engine":{"name":"x","n":2}}"#],
  ])
  func `what does not go together is refused`(texts: [String]) {
    #expect(throws: ReportMerge.Fault.self) { try Self.merge(texts) }
  }
}
