package import Source

/// What templates are held to.
package enum TemplateRules {
  /// Tags that cannot be read.
  package static let syntax = Rule(
    "templates/syntax", .error, "A tag is closed and holds one name",
    advice: "Write tags as '{{name}}'; delimiters are changed with '{{=<% %>=}}'")

  /// Sections, blocks and parents without an end, and ends without a start.
  package static let unbalancedSection = Rule(
    "templates/unbalanced-section", .error, "What a tag opens, a tag with the same name closes",
    advice: "End '{{#name}}', '{{^name}}', '{{$name}}' and '{{<name}}' with '{{/name}}', the inner ones first")

  /// Names that nothing in sight has.
  package static let unknownName = Rule(
    "templates/unknown-name", .error, "A name is one that the page, or the record around the tag, has",
    advice: "Correct the name, or move the tag into the section whose records have it", fix: .unsafe)

  /// Templates that are not there.
  package static let unknownPartial = Rule(
    "templates/unknown-partial", .error, "An inserted template exists",
    advice: "Name a file of the templates folder, with its folder and without '.mustache'", fix: .unsafe)

  /// Overrides of blocks that the parent does not have.
  package static let unknownBlock = Rule(
    "templates/unknown-block", .error, "A block inside '{{<parent}}' is one that the parent offers",
    advice: "Correct the name, or add the block to the parent")

  /// Names used for what they cannot do.
  package static let wrongKind = Rule(
    "templates/wrong-kind", .error, "A name is used for what stands behind it",
    advice: "Show texts and numbers, open a section for records, lists and flags")

  /// Plain text in triple braces.
  package static let unescapedText = Rule(
    "templates/unescaped-text", .error, "Plain text is escaped",
    advice: "Write '{{name}}'; where the text must stand as it is, '{{&name}}' says so", fix: .unsafe)

  /// Finished HTML in double braces.
  package static let escapedHTML = Rule(
    "templates/escaped-html", .error, "Finished HTML is not escaped again",
    advice: "Write '{{{name}}}'", fix: .unsafe)

  /// Templates that insert themselves for ever.
  package static let endlessPartial = Rule(
    "templates/endless-partial", .error, "A template that inserts itself goes one record deeper each time",
    advice: "Insert it inside a section over a list of the record it shows")

  /// Templates that multiply without measure.
  package static let tooLarge = Rule(
    "templates/too-large", .error, "Templates insert each other in measure",
    advice: "Insert fewer templates and blocks into each other")

  /// All of them.
  package static let all = [
    endlessPartial, escapedHTML, syntax, tooLarge, unbalancedSection, unescapedText, unknownBlock, unknownName,
    unknownPartial, wrongKind,
  ]
}
