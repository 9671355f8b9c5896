import Source

extension DockerfileRule {
  /// A container does not run as root.
  static let unprivilegedUser = DockerfileRule(
    Rule(
      "dockerfile/unprivileged-user", .info, "Run containers as a user of their own",
      advice: "Add USER with a number above 0 in the stage that ships")
  ) { inspection, findings in
    let (file, shipped) = (inspection.file, inspection.shipped)
    guard shipped.isApplication, let command = shipped.command, let base = shipped.base, runsAsRoot(file[base]) else {
      return
    }
    let program = ShippedImage.words(of: command, in: file).first ?? []
    guard !dropsPrivileges(byItself: program) else { return }
    for occurrence in inspection.occurrences {
      if occurrence.instruction.keyword == .user, shipped.includes(occurrence) { return }
      if dropsPrivileges(file[occurrence.instruction.range]) { return }
    }
    findings.report(
      "\(command.keyword?.name ?? "") runs as root, the stage that ships has no USER", at: command.keywordRange)
  }

  /// Whether an image is one of those that surely leave the user at root: distributions and languages. Others may set one.
  private static func runsAsRoot(_ image: Bytes) -> Bool {
    let name = ImageName(image)
    guard !name.tag.contains("nonroot"), !name.tag.contains("rootless") else { return false }
    return name.isPlain
  }

  /// Whether a program is a server that has to start as root and then works as another user.
  private static func dropsPrivileges(byItself program: Bytes) -> Bool {
    switch program {
    case "nginx", "httpd", "httpd-foreground", "apache2", "apache2-foreground", "apache2ctl", "apachectl", "php-fpm",
      "sshd",
      "cron", "crond", "haproxy", "named", "dovecot", "postfix", "squid", "vsftpd":
      true
    default: false
    }
  }

  /// Whether an instruction speaks of a program that gives up the rights of root when the container starts.
  private static func dropsPrivileges(_ text: Bytes) -> Bool {
    text.contains("gosu") || text.contains("su-exec") || text.contains("setpriv") || text.contains("chpst")
      || text.contains("s6-setuidgid") || text.contains("runuser")
  }
}
