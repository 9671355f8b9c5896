import Testing

@testable import rutter

@Suite("Lines of questions")
struct QueryLineTests {
  @Test(
    "A question has a name and a text",
    arguments: [
      (#"{"id":"a1","q":"bind mount"}"#, #""a1""#, "bind mount"), (#" { "q" : "x" , "id" : 7 } "#, "7", "x"),
      (#"{"id":"é\"\u00e9","q":"\ud83d\udc33 \n\/"}"#, #""é\"\u00e9""#, "🐳 \n/"),
      (#"{"relevant":["a",{"b":"}"}],"more":null,"id":-1.5e3,"q":""}"#, "-1.5e3", ""),
    ])
  func reads(line: String, id: String, text: String) throws {
    let query = try #require(QueryLine(Array(line.utf8)[...]))
    #expect(String(decoding: query.id, as: UTF8.self) == id)
    #expect(String(decoding: query.text, as: UTF8.self) == text)
  }

  @Test(
    "Anything else is none",
    arguments: [
      "", "x", "{}", "[]", #"{"id":"a"}"#, #"{"q":"a"}"#, #"{"id":"a","q":1}"#, #"{"id":"a","q":"b""#,
      #"{"id":"a","q":"b"} x"#, #"{"id":"a" "q":"b"}"#, #"{"id":"a","q":"b}"#, #"{"id":null,"q":"b"}"#,
      #"{"id":["a"],"q":"b"}"#, #"{"id":"a","q":"b\"#, #"{"id":"a",,"q":"b"}"#, #"{"id":,"q":"b"}"#, #"{"a":[}"#,
    ])
  func refuses(line: String) {
    #expect(QueryLine(Array(line.utf8)[...]) == nil)
  }
}
