extension Language {
  static let hcl = Language(
    "HCL", "hcl terraform tf tfvars nomad",
    Grammar(
      words: WordTable(
        (
          .keyword,
          """
          backend check data dynamic ephemeral for if import in locals module moved output provider provisioner removed \
          required_providers resource target terraform variable group group inherits function
          """
        ),
        (.type, "any bool list map number object set string tuple"),
        (.number, "true false null")),
      lineComments: ["#", "//"],
      blockComments: [.init(open: "/*", close: "*/")],
      quotes: [.init(open: "\"", close: "\"", hole: "${")],
      traits: [.assignedKeys, .dashedWords]))
}
