extension Language {
  static let java = Language(
    "Java", "java",
    Grammar(
      words: WordTable(
        (
          .keyword,
          """
          abstract assert break case catch class continue default do else enum extends final finally for if implements \
          import instanceof interface native new package permits private protected public record return sealed static \
          super switch synchronized this throw throws transient try var volatile while yield
          """
        ),
        (.type, "boolean byte char double float int long short void"),
        (.number, "true false null")),
      lineComments: ["//"],
      blockComments: [.init(open: "/*", close: "*/")],
      quotes: [
        .init(open: "\"\"\"", close: "\"\"\"", isMultiline: true),
        .init(open: "\"", close: "\""),
        .init(open: "'", close: "'", isCharacter: true),
      ],
      traits: [.decorators, .capitalTypes]))

  static let kotlin = Language(
    "Kotlin", "kotlin kt kts groovy gradle jenkinsfile",
    Grammar(
      words: WordTable(
        (
          .keyword,
          """
          abstract as break by class companion continue data def do else enum extends final finally for fun if implements \
          import in init inline interface internal is lateinit new object open operator override package private \
          protected public return sealed static super suspend switch this throw try typealias val var vararg when while
          """
        ),
        (.number, "true false null")),
      lineComments: ["//"],
      blockComments: [.init(open: "/*", close: "*/", nests: true)],
      quotes: [
        .init(open: "\"\"\"", close: "\"\"\"", isMultiline: true, hole: "${"),
        .init(open: "'''", close: "'''", isMultiline: true),
        .init(open: "\"", close: "\"", hole: "${"),
        .init(open: "'", close: "'"),
      ],
      traits: [.decorators, .capitalTypes]))

  static let csharp = Language(
    "C#", "csharp cs c# dotnet",
    Grammar(
      words: WordTable(
        (
          .keyword,
          """
          abstract as async await base break case catch class const continue default delegate do else enum event explicit \
          extern finally fixed for foreach get goto if implicit in init interface internal is lock namespace new operator \
          out override params private protected public readonly record ref return sealed set static struct switch this \
          throw try typeof unsafe using var virtual where while yield
          """
        ),
        (
          .type, "bool byte char decimal double dynamic float int long object sbyte short string uint ulong ushort void"
        ),
        (.number, "true false null")),
      lineComments: ["//"],
      blockComments: [.init(open: "/*", close: "*/")],
      quotes: [
        .init(open: "\"\"\"", close: "\"\"\"", escape: 0, isMultiline: true),
        .init(open: "@\"", close: "\"", escape: 0, isMultiline: true),
        .init(open: "$\"", close: "\"", hole: "{"),
        .init(open: "\"", close: "\""),
        .init(open: "'", close: "'", isCharacter: true),
      ],
      traits: [.capitalTypes]))
}
