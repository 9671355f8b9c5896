extension DockerfileRules {
  /// The rules about what package managers install and leave behind.
  static let packages: [DockerfileRule] = [
    .apkNoCache,
    .aptAssumeYes,
    .aptNoRecommends,
    .cleanDnfCache,
    .cleanYarnCache,
    .cleanYumCache,
    .cleanZypperCache,
    .dnfAssumeYes,
    .pinApkPackages,
    .pinAptPackages,
    .pinDnfPackages,
    .pinGems,
    .pinGoPackages,
    .pinNpmPackages,
    .pinPipPackages,
    .pinYumPackages,
    .pinZypperPackages,
    .pipNoCache,
    .preferAptGet,
    .removeAptLists,
    .yumAssumeYes,
    .zypperAssumeYes,
    .zypperDistUpgrade,
  ]
}
