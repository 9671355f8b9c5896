extension Language {
  static let rust = Language(
    "Rust", "rust rs",
    Grammar(
      words: WordTable(
        (
          .keyword,
          """
          as async await break const continue crate dyn else enum extern fn for if impl in let loop match mod move mut \
          pub ref return static struct super trait type unsafe use where while
          """
        ),
        (
          .type,
          "bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize"
        ),
        (.number, "true false None"),
        (.variable, "self Self")),
      lineComments: ["//"],
      blockComments: [.init(open: "/*", close: "*/", nests: true)],
      quotes: [
        .init(open: "\"", close: "\"", isMultiline: true),
        .init(open: "'", close: "'", isCharacter: true),
      ],
      traits: [.capitalTypes, .macros]))
}
