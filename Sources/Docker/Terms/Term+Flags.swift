extension Term {
  /// The flags of all instructions. What two of them have in common stands here twice: each has its own topic.
  ///
  /// Reference: <https://docs.docker.com/reference/dockerfile/>
  static let flags: [Term] = [
    Term(.flag(.add), "checksum", "Fails the build unless what is fetched has this digest or is this commit"),
    Term(.flag(.add), "chmod", chmod),
    Term(.flag(.add), "chown", chown),
    Term(.flag(.add), "exclude", exclude),
    Term(.flag(.add), "keep-git-dir", "Keeps the '.git' directory of a repository that is fetched"),
    Term(.flag(.add), "link", link),
    Term(.flag(.add), "unpack", "Says whether archives are unpacked; by default local ones are, fetched ones are not"),
    Term(.flag(.copy), "from", "Copies from another stage, an image or a named context instead of the build context"),
    Term(.flag(.copy), "chmod", chmod),
    Term(.flag(.copy), "chown", chown),
    Term(.flag(.copy), "exclude", exclude),
    Term(.flag(.copy), "link", link),
    Term(.flag(.copy), "parents", "Keeps the directories in which the sources lie"),
    Term(
      .flag(.from), "platform",
      "Says which platform of the base image to take, such as 'linux/arm64'; by default the target's"),
    Term(.flag(.healthcheck), "interval", "The time between two checks; 30 seconds by default"),
    Term(.flag(.healthcheck), "timeout", "How long a check may take until it counts as failed; 30 seconds by default"),
    Term(
      .flag(.healthcheck), "start-period",
      "How long the program may take to start: until then failed checks do not count; no time by default"),
    Term(
      .flag(.healthcheck), "start-interval", "The time between two checks in the start period; 5 seconds by default"),
    Term(
      .flag(.healthcheck), "retries",
      "How many checks in a row must fail until the container is unhealthy; 3 by default"),
    Term(
      .flag(.run), "mount", "Lends the command files, a cache, memory or a secret that do not become part of the image"),
    Term(.flag(.run), "network", "The network of the command: 'default', 'none' or 'host'"),
    Term(.flag(.run), "security", "'insecure' runs the command with all privileges, if the builder allows it"),
    Term(.flag(.run), "device", "Lends the command a device of the builder, such as a GPU, by its CDI name"),
  ]

  private static let chmod: StaticString = "Sets the permissions of the copied files, in octal or as in 'u=rwX,go=rX'"
  private static let chown: StaticString =
    "Sets the owner and group of the copied files, which otherwise belong to root"
  private static let exclude: StaticString = "Leaves out files that match this pattern; may be given several times"
  private static let link: StaticString =
    "Puts the files in a layer of their own, which stays valid when the layers below change"
}
