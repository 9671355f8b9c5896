import Source
import Testing

@testable import Docker

@Suite struct KeywordTests {
  @Test(arguments: Keyword.allCases) func `a keyword is found in any letter case`(keyword: Keyword) {
    #expect(Keyword(Array(keyword.name.utf8)[...]) == keyword)
    #expect(Keyword(Array(keyword.name.utf8)[...].lowercased[...]) == keyword)
  }

  @Test(arguments: ["", "FRO", "FROMM", "INCLUDE"]) func `other words are none`(word: String) {
    #expect(Keyword(Array(word.utf8)[...]) == nil)
  }
}
