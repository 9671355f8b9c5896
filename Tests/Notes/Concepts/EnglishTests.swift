import Testing

@testable import Notes

@Suite("English words")
struct EnglishTests {
  @Test(
    "have a singular and a plural",
    arguments: [
      ("pod", "pods"), ("policy", "policies"), ("gateway", "gateways"), ("class", "classes"), ("ingress", "ingresses"),
      ("box", "boxes"), ("branch", "branches"), ("image", "images"), ("add-on", "add-ons"), ("on", "ons"),
    ])
  func number(_ singular: String, _ plural: String) {
    #expect(String(decoding: English.plural(Array(singular.utf8)), as: UTF8.self) == plural)
    #expect(String(decoding: English.singular(Array(plural.utf8)), as: UTF8.self) == singular)
  }

  @Test(
    "are left as they are where the s belongs to them", arguments: ["status", "analysis", "ss", "dns", "is", "s", ""])
  func singular(_ word: String) {
    let expected = word == "dns" ? "dn" : word
    #expect(String(decoding: English.singular(Array(word.utf8)), as: UTF8.self) == expected)
  }

  @Test(
    "of one family have one stem",
    arguments: [
      ("scheduler", "schedules"), ("scheduling", "scheduled"), ("deployment", "deploying"), ("policies", "policy"),
      ("Containers", "container"),
    ])
  func family(_ one: String, _ other: String) {
    #expect(Self.stem(one) == Self.stem(other))
  }

  @Test("of two families have two stems", arguments: [("pod", "node"), ("service", "serve"), ("image", "imp")])
  func families(_ one: String, _ other: String) {
    #expect(Self.stem(one) != Self.stem(other))
  }

  @Test(
    "may name a deed",
    arguments: [("deployment", true), ("disruption", true), ("pod", false), ("lotion", false), ("tion", false)])
  func deeds(_ word: String, _ expected: Bool) {
    let bytes = Array(word.utf8)
    #expect(English.isDeed(bytes.span, 0..<bytes.count) == expected)
  }

  private static func stem(_ word: String) -> UInt64 {
    let bytes = Array(word.utf8)
    return English.stem(bytes.span, 0..<bytes.count)
  }
}
