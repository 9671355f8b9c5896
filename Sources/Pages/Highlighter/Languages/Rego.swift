extension Language {
  static let rego = Language(
    "Rego", "rego",
    Grammar(
      words: WordTable(
        (.keyword, "as contains default else every if import in not package some with"),
        (.number, "true false null"), (.variable, "input data")),
      lineComments: ["#"],
      quotes: [.init(open: "\"", close: "\""), .init(open: "`", close: "`", escape: 0, isMultiline: true)]))
}
