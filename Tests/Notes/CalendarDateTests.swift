import Testing

@testable import Notes

@Suite struct CalendarDateTests {
  @Test(
    "Reads dates and times",
    arguments: [
      ("2026-11-23", "2026-11-23T00:00:00Z"), ("2024-02-29", "2024-02-29T00:00:00Z"),
      ("2026-11-23T10:30", "2026-11-23T10:30:00Z"), ("2026-11-23 10:30:59", "2026-11-23T10:30:59Z"),
      ("2026-11-23T10:30:00.125Z", "2026-11-23T10:30:00Z"), ("2026-11-23T10:30:00-05:30", "2026-11-23T10:30:00-05:30"),
      ("2026-11-23 10:30:00 +0200", "2026-11-23T10:30:00+02:00"), ("0001-01-01", "0001-01-01T00:00:00Z"),
    ])
  func reads(text: String, timestamp: String) {
    #expect(CalendarDate(text.utf8)?.timestamp == timestamp)
  }

  @Test(
    "Refuses what is no date",
    arguments: [
      "", "2026", "2026-11", "2026-13-01", "2026-00-01", "2026-02-29", "2100-02-29", "2026-04-31", "2026-1-1",
      "26-11-23", "2026/11/23", "2026-11-23T", "2026-11-23T24:00", "2026-11-23T10:60", "2026-11-23T10:30:00+1",
      "2026-11-23x", "0000-01-01", "2026-11-23T10:30:00.", "２026-11-23",
    ])
  func refuses(text: String) {
    #expect(CalendarDate(text.utf8) == nil)
  }

  @Test(
    "Counts seconds from 1970",
    arguments: [
      ("1970-01-01", 0), ("2000-03-01", 951_868_800), ("2026-11-23", 1_795_392_000), ("1969-12-31", -86_400),
      ("2026-11-23T01:00:00+01:00", 1_795_392_000), ("2024-12-31", 1_735_603_200),
    ])
  func seconds(text: String, expected: Int) {
    #expect(CalendarDate(text.utf8)?.seconds == expected)
  }

  @Test("Is written for people")
  func human() {
    #expect(CalendarDate(year: 2026, month: 11, day: 3)?.human == "3 November 2026")
  }

  @Test("Earlier comes first, across zones")
  func order() throws {
    let early = try #require(CalendarDate("2026-11-23T00:30:00+02:00".utf8))
    let late = try #require(CalendarDate("2026-11-23".utf8))
    #expect(early < late)
  }
}
