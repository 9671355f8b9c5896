extension Language {
  static let proto = Language(
    "Protocol Buffers", "proto protobuf proto3",
    Grammar(
      words: WordTable(
        (
          .keyword,
          """
          enum extend extensions import message oneof option optional package public repeated required reserved returns \
          rpc service stream syntax to
          """
        ),
        (
          .type,
          """
          bool bytes double fixed32 fixed64 float int32 int64 map sfixed32 sfixed64 sint32 sint64 string uint32 uint64
          """
        ),
        (.number, "true false")),
      lineComments: ["//"],
      blockComments: [.init(open: "/*", close: "*/")],
      quotes: [.init(open: "\"", close: "\""), .init(open: "'", close: "'")],
      traits: [.capitalTypes]))
}
