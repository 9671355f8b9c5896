extension Language {
  static let c = Language(
    "C", "c h",
    Grammar(
      words: WordTable((.keyword, cKeywords), (.type, cTypes), (.number, "true false NULL nullptr")),
      lineComments: ["//"], blockComments: cComments, quotes: cQuotes, traits: [.directives]))

  static let cpp = Language(
    "C++", "cpp c++ cc cxx hpp",
    Grammar(
      words: WordTable(
        (.keyword, cKeywords), (.type, cTypes), (.number, "true false NULL nullptr"),
        (
          .keyword,
          """
          alignas and catch class concept consteval constexpr co_await co_return co_yield delete explicit export final \
          friend import module mutable namespace new noexcept not operator or override private protected public requires \
          template this throw try typename using virtual
          """
        )),
      lineComments: ["//"], blockComments: cComments, quotes: cQuotes, traits: [.directives]))

  private static let cKeywords: StaticString = """
    auto break case const continue default do else enum extern for goto if inline register restrict return sizeof static \
    struct switch typedef union volatile while
    """
  private static let cTypes: StaticString = """
    bool char double float int long short signed size_t ssize_t unsigned void int8_t int16_t int32_t int64_t uint8_t \
    uint16_t uint32_t uint64_t uintptr_t pid_t FILE
    """
  private static let cComments = [Grammar.Comment(open: "/*", close: "*/")]
  private static let cQuotes = [
    Grammar.Quote(open: "\"", close: "\""), Grammar.Quote(open: "'", close: "'", isCharacter: true),
  ]
}
