/// All rules about notes, by name.
public enum NoteRules {
  /// The list; a new rule is one line here.
  public static let all: [NoteRule] = [
    .addressClash,
    .ambiguousRelation,
    .ambiguousTopic,
    .brokenAnchor,
    .brokenEmbed,
    .brokenImage,
    .brokenLink,
    .duplicateID,
    .embedCircle,
    .frontMatterSyntax,
    .invalidValue,
    .linkToDraft,
    .nameCollision,
    .notUTF8,
    .oneWayContrast,
    .orphan,
    .outsideSite,
    .rawHTML,
    .redirectClash,
    .requiresCycle,
    .twoDefinitions,
    .undefinedFootnote,
    .unknownKey,
    .unknownRelation,
    .unknownTopic,
    .unsafeLink,
    .unusedFootnote,
  ]
}
