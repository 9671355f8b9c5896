import Source

extension DockerfileRule {
  /// Keys and passwords are not copied into an image.
  static let copiedSecret = DockerfileRule(
    Rule(
      "dockerfile/copied-secret", .warning, "Keep keys and passwords out of images",
      advice: "Mount it where it is needed: 'RUN --mount=type=secret,…' in the build, a volume or a secret at run time"),
    on: .copy, .add
  ) { occurrence, inspection, findings in
    guard inspection.shipped.includes(occurrence) else { return }
    for copied in CopiedFile.all(of: occurrence.instruction, in: inspection.file) {
      guard let kind = kind(of: copied) else { continue }
      findings.report("'\(copied.path.string)' in the image: \(kind) can be read by all who have it", at: copied.range)
    }
  }

  private static func kind(of file: CopiedFile) -> StaticString? {
    let name = file.name.lowercased[...]
    switch name {
    case "id_rsa", "id_dsa", "id_ecdsa", "id_ed25519", ".ssh": return "a private key"
    case ".netrc", "_netrc", ".git-credentials", ".pypirc", ".htpasswd", ".pgpass", ".my.cnf", "credentials.json",
      "service-account.json", "service_account.json", "serviceaccount.json", "client_secret.json", ".dockercfg",
      ".dockerconfigjson", "kubeconfig", "secrets.yml", "secrets.yaml", "secrets.json", "secrets.env", ".aws",
      "master.key", "terraform.tfstate":
      return "a password or token"
    case ".env": return "a file of settings, often with passwords,"
    default: break
    }
    if isEnvironment(name) { return "a file of settings, often with passwords," }
    return isPrivateKey(name) ? "a private key" : nil
  }

  /// `.env.production` and its like; not `.env.example`.
  private static func isEnvironment(_ name: Bytes) -> Bool {
    guard name.hasPrefix(".env.") else { return false }
    let samples: [StaticString] = ["example", "sample", "template", "dist", "default", "test", "tpl", "ci", "stub"]
    return !samples.contains { name.contains($0) }
  }

  /// `server-key.pem`, `tls.key`, `keystore.p12`; keys that sign packages are public.
  private static func isPrivateKey(_ name: Bytes) -> Bool {
    if name.hasSuffix(".p12") || name.hasSuffix(".pfx") || name.hasSuffix(".ppk") { return true }
    let isPublic = [
      "pub", "gpg", "apt", "rpm", "release", "sign", "archive", "repo", "sample", "example", "test", "dummy",
    ].contains { (word: StaticString) in
      name.contains(word)
    }
    guard !isPublic else { return false }
    if name.hasSuffix(".pem") { return name.contains("key") || name.contains("priv") }
    return name == "tls.key" || name == "server.key" || name == "private.key" || name == "privkey.key"
      || name == "ssl.key" || name.hasSuffix("-private.key") || name.hasSuffix("_private.key")
  }
}
