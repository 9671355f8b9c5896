public import Source

/// What a project's `.hadolint.yaml` says about its Dockerfiles.
///
/// Rules are named as there: `DL3000`, or by any other name that they have.
///
/// Reference: <https://github.com/hadolint/hadolint#configure>
public struct LinterSettings: Sendable {
  /// What the value of a label must be.
  public enum LabelKind: Sendable {
    case text, url, rfc3339, spdx, hash, semver, email
  }

  /// `ignored`: the rules that say nothing.
  public var ignored: [[UInt8]] = []
  /// `override`: the rules whose findings weigh more or less than usual.
  public var severities: [(rule: [UInt8], severity: Severity)] = []
  /// `trustedRegistries`: where images may come from, with `*` for any letters; empty where any place is fine.
  public var trustedRegistries: [[UInt8]] = []
  /// `label-schema`: the labels that images must have.
  public var labels: [(name: [UInt8], kind: LabelKind)] = []
  /// `strict-labels`: whether they may have no others.
  public var allowsOnlyThoseLabels = false
  /// `disable-ignore-pragma`: whether comments that silence rules do nothing.
  public var ignoresPragmas = false

  /// Those of a project without such a file.
  public init() {}
}
