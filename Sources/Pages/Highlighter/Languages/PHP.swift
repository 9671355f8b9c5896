extension Language {
  static let php = Language(
    "PHP", "php",
    Grammar(
      words: WordTable(
        ignoringCase: true,
        (
          .keyword,
          """
          abstract and array as break case catch class clone const continue declare default do echo else elseif empty \
          endfor endforeach endif endwhile extends final finally fn for foreach function global if implements include \
          include_once instanceof interface isset list match namespace new or php print private protected public readonly \
          require require_once return static switch throw trait try unset use var while yield
          """
        ),
        (.number, "true false null")),
      lineComments: ["//", "#"],
      blockComments: [.init(open: "/*", close: "*/")],
      quotes: [.init(open: "\"", close: "\"", isMultiline: true), .init(open: "'", close: "'", isMultiline: true)],
      traits: [.dollarVariables, .capitalTypes]))
}
