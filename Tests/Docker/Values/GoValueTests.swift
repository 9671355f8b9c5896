import Source
import TestSupport
import Testing

@testable import Docker

@Suite("Durations, sizes, numbers and yes or no, as Go reads them")
struct GoValueTests {
  @Test(
    arguments: [
      ("0", 0), ("-0", 0), ("1ns", 1), ("3us", 3_000), ("3µs", 3_000), ("3μs", 3_000), ("500ms", 500_000_000),
      ("30s", 30_000_000_000), ("1m30s", 90_000_000_000), ("1.5h", 5_400_000_000_000), (".5s", 500_000_000),
      ("1.s", 1_000_000_000), ("+5s", 5_000_000_000), ("-5s", -5_000_000_000), ("2h3h", 18_000_000_000_000),
      ("0.000000001s", 1), ("0.100000000000000000000h", 360_000_000_000), ("9223372036854775807ns", .max),
      ("-9223372036854775808ns", .min), ("2562047h47m16.854775807s", .max),
    ] as [(String, Int64)])
  func `a duration is a sum of numbers with units`(text: String, nanoseconds: Int64) throws {
    #expect(try GoDuration(bytes(text)).nanoseconds == nanoseconds)
  }

  @Test(arguments: [
    FaultCase("1️⃣2️⃣", "Duration '' is none; write one as '30s' or '1m30s'"),
    FaultCase("1️⃣x2️⃣", "Duration 'x' is none; write one as '30s' or '1m30s'"),
    FaultCase("1️⃣.s2️⃣", "Duration '.s' is none; write one as '30s' or '1m30s'"),
    FaultCase("1️⃣-2️⃣", "Duration '-' is none; write one as '30s' or '1m30s'"),
    FaultCase("1️⃣1m 5s2️⃣".replacing("1m 5s", with: "+-1s"), "Duration '+-1s' is none; write one as '30s' or '1m30s'"),
    FaultCase("1️⃣302️⃣", "Duration '30' lacks a unit", meaning: "30s"),
    FaultCase(
      "30 1️⃣sec2️⃣".replacing(" ", with: ""),
      "Unit 'sec' of duration '30sec' is unknown; there are 'h', 'm', 's', 'ms', 'us' and 'ns'", meaning: "s"),
    FaultCase("1m51️⃣d2️⃣", "Unit 'd' of duration '1m5d' is unknown; there are 'h', 'm', 's', 'ms', 'us' and 'ns'"),
    FaultCase("1️⃣9223372036854775808ns2️⃣", "Duration '9223372036854775808ns' is longer than 292 years"),
    FaultCase("1️⃣2562048h2️⃣", "Duration '2562048h' is longer than 292 years"),
    FaultCase(
      "1️⃣99999999999999999999999s2️⃣", "Duration '99999999999999999999999s' is longer than 292 years"),
  ])
  func `a duration that is none is refused`(fault: FaultCase) {
    fault.expect(GoDuration.init)
  }

  @Test(
    arguments: [
      ("0", 0), ("512", 512), ("64m", 67_108_864), ("64M", 67_108_864), ("1k", 1_024), ("1kb", 1_024), ("1KiB", 1_024),
      ("1.5g", 1_610_612_736), ("2 g", 2_147_483_648), ("10b", 10), ("10 ", 10), ("1e3", 1_000), ("1p", 1 << 50),
      ("1t", 1 << 40), (".5k", 512), ("9999999p", .max),
    ] as [(String, Int64)])
  func `a size has a unit or none`(text: String, size: Int64) throws {
    #expect(try ByteSize(bytes(text)).bytes == size)
  }

  @Test(arguments: [
    FaultCase("1️⃣2️⃣", "Size '' is none; write one as '64m' or '1g'"),
    FaultCase("1️⃣big2️⃣", "Size 'big' is none; write one as '64m' or '1g'"),
    FaultCase("1️⃣-5m2️⃣", "Size '-5m' is none; write one as '64m' or '1g'"),
    FaultCase("1️⃣1.2.3m2️⃣", "Size '1.2.3m' is none; write one as '64m' or '1g'"),
    FaultCase("641️⃣x2️⃣", "Unit 'x' of size '64x' is unknown; there are 'b', 'k', 'm', 'g', 't' and 'p'"),
    FaultCase("641️⃣mi2️⃣", "Unit 'mi' of size '64mi' is unknown; there are 'b', 'k', 'm', 'g', 't' and 'p'"),
    FaultCase("641️⃣bb2️⃣", "Unit 'bb' of size '64bb' is unknown; there are 'b', 'k', 'm', 'g', 't' and 'p'"),
  ])
  func `a size that is none is refused`(fault: FaultCase) {
    fault.expect(ByteSize.init)
  }

  @Test(arguments: ["1", "t", "T", "true", "TRUE", "True"]) func `yes has six spellings`(text: String) throws {
    #expect(try GoBool.read(bytes(text)))
  }

  @Test(arguments: ["0", "f", "F", "false", "FALSE", "False"]) func `no has six spellings`(text: String) throws {
    #expect(try GoBool.read(bytes(text)) == false)
  }

  @Test(arguments: [
    FaultCase("1️⃣2️⃣", "'' is neither true nor false"),
    FaultCase("1️⃣maybe2️⃣", "'maybe' is neither true nor false"),
    FaultCase("1️⃣yes2️⃣", "'yes' is neither true nor false", meaning: "true"),
    FaultCase("1️⃣Off2️⃣", "'Off' is neither true nor false", meaning: "false"),
    FaultCase("1️⃣tRUE2️⃣", "'tRUE' is neither true nor false", meaning: "true"),
  ])
  func `another word is neither`(fault: FaultCase) {
    fault.expect(GoBool.read)
  }

  @Test(
    arguments: [
      ("0", 0), ("00017", 17), ("+5", 5), ("-5", -5), ("9223372036854775807", .max), ("-9223372036854775808", .min),
    ] as [(String, Int64)])
  func `a number may have a sign`(text: String, number: Int64) {
    #expect(bytes(text).signed() == number)
  }

  @Test(arguments: ["", "+", "-", "--1", "1_000", "0x1", "1.0", " 1", "9223372036854775808", "99999999999999999999999"])
  func `what is no number is none`(text: String) {
    #expect(bytes(text).signed() == nil)
  }

  @Test func `a number has its bounds`() {
    #expect(bytes("2147483647").signed(bits: 32) == 2_147_483_647)
    #expect(bytes("2147483648").signed(bits: 32) == nil)
    #expect(bytes("-2147483648").signed(bits: 32) == -2_147_483_648)
    #expect(bytes("377").unsigned(base: 8, upTo: 255) == 255)
    #expect(bytes("400").unsigned(base: 8, upTo: 255) == nil)
    #expect(bytes("8").unsigned(base: 8, upTo: 255) == nil)
    #expect(bytes("18446744073709551615").unsigned(upTo: .max) == .max)
    #expect(bytes("18446744073709551616").unsigned(upTo: .max) == nil)
  }
}
