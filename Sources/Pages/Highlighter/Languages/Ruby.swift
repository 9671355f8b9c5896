extension Language {
  static let ruby = Language(
    "Ruby", "ruby rb gemfile vagrantfile",
    Grammar(
      words: WordTable(
        (
          .keyword,
          """
          alias and begin break case class def do else elsif end ensure for if in include loop module next not or raise \
          redo require rescue retry return super then undef unless until when while yield
          """
        ),
        (.number, "true false nil"),
        (.variable, "self")),
      lineComments: ["#"],
      quotes: [.init(open: "\"", close: "\"", isMultiline: true, hole: "#{"), .init(open: "'", close: "'")],
      traits: [.rubySigils, .dollarVariables, .capitalTypes, .regularExpressions]))
}
