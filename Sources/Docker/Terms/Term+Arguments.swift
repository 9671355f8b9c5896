extension Term {
  /// The build arguments that the builder knows: most of them it sets by itself.
  ///
  /// Reference: <https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope>
  static let arguments: [Term] =
    [
      platform("TARGETPLATFORM", "The platform that the image is for, such as 'linux/arm64'"),
      platform("TARGETOS", "The operating system that the image is for, such as 'linux'"),
      platform("TARGETOSVERSION", "The version of the operating system that the image is for; only Windows has one"),
      platform("TARGETARCH", "The architecture that the image is for, such as 'arm64'"),
      platform("TARGETVARIANT", "The variant of the architecture that the image is for, such as 'v7'"),
      platform("BUILDPLATFORM", "The platform of the machine that builds, such as 'linux/amd64'"),
      platform("BUILDOS", "The operating system of the machine that builds, such as 'linux'"),
      platform("BUILDOSVERSION", "The version of the operating system of the machine that builds"),
      platform("BUILDARCH", "The architecture of the machine that builds, such as 'amd64'"),
      platform("BUILDVARIANT", "The variant of the architecture of the machine that builds, such as 'v7'"),
      Term(.argument, "TARGETSTAGE", called: predefined, "The name of the stage that is built, or 'default'"),
      Term(
        .argument, "SOURCE_DATE_EPOCH", called: predefined,
        "The time, in seconds since 1970, that a reproducible build gives files and image"),
    ] + proxies

  private static let proxies: [Term] = [
    proxy("HTTP_PROXY", "http_proxy"), proxy("HTTPS_PROXY", "https_proxy"), proxy("FTP_PROXY", "ftp_proxy"),
    proxy("ALL_PROXY", "all_proxy"),
    Term(
      .argument, "NO_PROXY", or: ["no_proxy"], called: predefined,
      "Hosts that are reached without a proxy; known to RUN without ARG, and in no layer"),
  ]

  private static let predefined: [StaticString] = ["Predefined arguments", "Predefined build arguments"]

  private static func platform(_ name: StaticString, _ sentence: StaticString) -> Term {
    Term(.argument, name, called: ["Platform arguments", "Automatic platform arguments"] + predefined, sentence)
  }

  private static func proxy(_ name: StaticString, _ lowercase: StaticString) -> Term {
    Term(
      .argument, name, or: [lowercase], called: predefined,
      "A proxy for the build; known to RUN without ARG, and in no layer")
  }
}
