import ArgumentParser

/// What the command line says about links to other sites.
struct LinkOptions: ParsableArguments {
  @Flag(name: .customLong("external-links"), help: "Ask other sites whether what notes link to is there.")
  var externalLinks = false

  @Option(
    name: .customLong("link-cache"),
    help: ArgumentHelp("Where answers are kept (default: links.json in the user's cache folder).", valueName: "file"))
  var linkCache: String?

  /// Who asks them; nothing where nobody wants that.
  var check: ExternalLinkCheck? {
    externalLinks ? ExternalLinkCheck(cache: linkCache ?? LinkCache.usualFile) : nil
  }
}
