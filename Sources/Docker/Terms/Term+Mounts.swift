extension Term {
  /// The types of `RUN --mount`. `bind mount` and `tmpfs mount` are what people call those of a container, not these.
  static let mountTypes: [Term] = [
    Term(.mountType, "bind", "Shows the command files of the context, a stage or an image without copying them"),
    Term(
      .mountType, "cache", called: ["cache mount"],
      "A directory that stays on the builder from build to build and is no part of the image"),
    Term(.mountType, "tmpfs", "A directory in memory, gone when the command ends"),
    Term(
      .mountType, "secret", called: ["secret mount", "build secret"],
      "Gives the command a secret, as a file or a variable, which no layer keeps"),
    Term(.mountType, "ssh", called: ["SSH mount"], "Lets the command use the SSH agent of whoever builds"),
  ]

  /// The options of `RUN --mount`.
  static let mountOptions: [Term] = [
    Term(.mountOption, "target", or: ["dst", "destination"], "Where the command finds it"),
    Term(.mountOption, "source", or: ["src"], "The path in what is mounted; of a secret, its id"),
    Term(
      .mountOption, "from", "The stage, image or named context that the files come from; otherwise the build context"),
    Term(.mountOption, "readonly", or: ["ro"], "The command cannot write to it"),
    Term(
      .mountOption, "readwrite", or: ["rw"],
      "The command can write to it; what it writes into a bind mount is thrown away"),
    Term(.mountOption, "id", "The name of the cache, secret or agent; that of a cache is its target otherwise"),
    Term(
      .mountOption, "sharing",
      "Who may use the cache at the same time: 'shared' is everybody, 'private' gives each build its own, 'locked' makes them wait"
    ),
    Term(.mountOption, "required", "Fails the build where the secret or agent is not given"),
    Term(.mountOption, "env", "The variable that the secret becomes"),
    Term(.mountOption, "size", "The most memory that it takes"),
    Term(.mountOption, "mode", "Its permissions, in octal"),
    Term(.mountOption, "uid", "The number of the user that it belongs to; 0 by default"),
    Term(.mountOption, "gid", "The number of the group that it belongs to; 0 by default"),
  ]
}
