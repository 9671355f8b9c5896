#include "assets.h"
#include "embed.h"

// The one list of the rules' pages, made by `Tests/run golden`.
struct asset rule_page_at(size_t number) {
  struct asset asset = {0};
  switch (number) {
ASSET("dockerfile/instruction")
#embed "../../content/rules/dockerfile/instruction.md"
END
ASSET("dockerfile/link-with-chmod")
#embed "../../content/rules/dockerfile/link-with-chmod.md"
END
ASSET("dockerfile/maintainer")
#embed "../../content/rules/dockerfile/maintainer.md"
END
ASSET("dockerfile/misplaced-directive")
#embed "../../content/rules/dockerfile/misplaced-directive.md"
END
ASSET("dockerfile/misspelt-stage")
#embed "../../content/rules/dockerfile/misspelt-stage.md"
END
ASSET("dockerfile/stage")
#embed "../../content/rules/dockerfile/stage.md"
END
ASSET("dockerfile/syntax")
#embed "../../content/rules/dockerfile/syntax.md"
END
ASSET("dockerfile/typographic-marks")
#embed "../../content/rules/dockerfile/typographic-marks.md"
END
ASSET("dockerfile/unused-stage")
#embed "../../content/rules/dockerfile/unused-stage.md"
END
ASSET("files/hadolint-settings")
#embed "../../content/rules/files/hadolint-settings.md"
END
ASSET("files/unreadable")
#embed "../../content/rules/files/unreadable.md"
END
ASSET("notes/address-clash")
#embed "../../content/rules/notes/address-clash.md"
END
ASSET("notes/ambiguous-topic")
#embed "../../content/rules/notes/ambiguous-topic.md"
END
ASSET("notes/broken-anchor")
#embed "../../content/rules/notes/broken-anchor.md"
END
ASSET("notes/broken-embed")
#embed "../../content/rules/notes/broken-embed.md"
END
ASSET("notes/broken-image")
#embed "../../content/rules/notes/broken-image.md"
END
ASSET("notes/broken-link")
#embed "../../content/rules/notes/broken-link.md"
END
ASSET("notes/duplicate-id")
#embed "../../content/rules/notes/duplicate-id.md"
END
ASSET("notes/embed-circle")
#embed "../../content/rules/notes/embed-circle.md"
END
ASSET("notes/front-matter-syntax")
#embed "../../content/rules/notes/front-matter-syntax.md"
END
ASSET("notes/invalid-value")
#embed "../../content/rules/notes/invalid-value.md"
END
ASSET("notes/link-to-draft")
#embed "../../content/rules/notes/link-to-draft.md"
END
ASSET("notes/not-utf8")
#embed "../../content/rules/notes/not-utf8.md"
END
ASSET("notes/outside-site")
#embed "../../content/rules/notes/outside-site.md"
END
ASSET("notes/raw-html")
#embed "../../content/rules/notes/raw-html.md"
END
ASSET("notes/redirect-clash")
#embed "../../content/rules/notes/redirect-clash.md"
END
ASSET("notes/undefined-footnote")
#embed "../../content/rules/notes/undefined-footnote.md"
END
ASSET("notes/unknown-key")
#embed "../../content/rules/notes/unknown-key.md"
END
ASSET("notes/unknown-topic")
#embed "../../content/rules/notes/unknown-topic.md"
END
ASSET("notes/unsafe-link")
#embed "../../content/rules/notes/unsafe-link.md"
END
ASSET("notes/unused-footnote")
#embed "../../content/rules/notes/unused-footnote.md"
END
ASSET("site/invalid-setting")
#embed "../../content/rules/site/invalid-setting.md"
END
ASSET("site/settings-syntax")
#embed "../../content/rules/site/settings-syntax.md"
END
ASSET("site/unknown-setting")
#embed "../../content/rules/site/unknown-setting.md"
END
ASSET("snippets/unexpected-success")
#embed "../../content/rules/snippets/unexpected-success.md"
END
ASSET("templates/endless-partial")
#embed "../../content/rules/templates/endless-partial.md"
END
ASSET("templates/escaped-html")
#embed "../../content/rules/templates/escaped-html.md"
END
ASSET("templates/syntax")
#embed "../../content/rules/templates/syntax.md"
END
ASSET("templates/too-large")
#embed "../../content/rules/templates/too-large.md"
END
ASSET("templates/unbalanced-section")
#embed "../../content/rules/templates/unbalanced-section.md"
END
ASSET("templates/unescaped-text")
#embed "../../content/rules/templates/unescaped-text.md"
END
ASSET("templates/unknown-block")
#embed "../../content/rules/templates/unknown-block.md"
END
ASSET("templates/unknown-name")
#embed "../../content/rules/templates/unknown-name.md"
END
ASSET("templates/unknown-partial")
#embed "../../content/rules/templates/unknown-partial.md"
END
ASSET("templates/wrong-kind")
#embed "../../content/rules/templates/wrong-kind.md"
END
  }
  return asset;
}
