extension Language {
  static let powershell = Language(
    "PowerShell", "powershell ps1 pwsh posh",
    Grammar(
      words: WordTable(
        ignoringCase: true,
        (
          .keyword,
          """
          begin break catch class continue data do dynamicparam else elseif end enum exit filter finally for foreach \
          function if in param process return switch throw trap try until using while
          """
        ),
        (.function, "docker kubectl helm istioctl curl iex iwr choco winget wsl sc")),
      lineComments: ["#"],
      blockComments: [.init(open: "<#", close: "#>")],
      quotes: [
        .init(open: "@\"", close: "\"@", escape: UInt8(ascii: "`"), isMultiline: true),
        .init(open: "@'", close: "'@", escape: 0, isMultiline: true),
        .init(
          open: "\"", close: "\"", escape: UInt8(ascii: "`"), isMultiline: true, hole: "$(", holeEnd: UInt8(ascii: ")")),
        .init(open: "'", close: "'", escape: 0),
      ],
      traits: [.dollarVariables, .dashOptions, .dashedWords]))
}
