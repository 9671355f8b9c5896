/// All rules about notes, by name.
public enum NoteRules {
  /// The list; a new rule is one line here.
  public static let all: [NoteRule] = [
    .addressClash,
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
    .notUTF8,
    .outsideSite,
    .rawHTML,
    .redirectClash,
    .undefinedFootnote,
    .unknownKey,
    .unknownTopic,
    .unsafeLink,
    .unusedFootnote,
  ]
}
