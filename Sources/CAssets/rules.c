#include "assets.h"
#include "embed.h"

// The one list of the rules' pages, made by `Tests/run golden`.
struct asset rule_page_at(size_t number) {
  struct asset asset = {0};
  switch (number) {
ASSET("addresses/vanished-address")
#embed "../../content/rules/addresses/vanished-address.md"
END
ASSET("addresses/vanished-anchor")
#embed "../../content/rules/addresses/vanished-anchor.md"
END
ASSET("dockerfile/absolute-workdir")
#embed "../../content/rules/dockerfile/absolute-workdir.md"
END
ASSET("dockerfile/almost-json")
#embed "../../content/rules/dockerfile/almost-json.md"
END
ASSET("dockerfile/apk-no-cache")
#embed "../../content/rules/dockerfile/apk-no-cache.md"
END
ASSET("dockerfile/apt-assume-yes")
#embed "../../content/rules/dockerfile/apt-assume-yes.md"
END
ASSET("dockerfile/apt-no-recommends")
#embed "../../content/rules/dockerfile/apt-no-recommends.md"
END
ASSET("dockerfile/as-casing")
#embed "../../content/rules/dockerfile/as-casing.md"
END
ASSET("dockerfile/baked-configuration")
#embed "../../content/rules/dockerfile/baked-configuration.md"
END
ASSET("dockerfile/baked-tests")
#embed "../../content/rules/dockerfile/baked-tests.md"
END
ASSET("dockerfile/base-image-platform")
#embed "../../content/rules/dockerfile/base-image-platform.md"
END
ASSET("dockerfile/build-only-environment")
#embed "../../content/rules/dockerfile/build-only-environment.md"
END
ASSET("dockerfile/careful-removal")
#embed "../../content/rules/dockerfile/careful-removal.md"
END
ASSET("dockerfile/changed-directory")
#embed "../../content/rules/dockerfile/changed-directory.md"
END
ASSET("dockerfile/checked-cd")
#embed "../../content/rules/dockerfile/checked-cd.md"
END
ASSET("dockerfile/clean-dnf-cache")
#embed "../../content/rules/dockerfile/clean-dnf-cache.md"
END
ASSET("dockerfile/clean-yarn-cache")
#embed "../../content/rules/dockerfile/clean-yarn-cache.md"
END
ASSET("dockerfile/clean-yum-cache")
#embed "../../content/rules/dockerfile/clean-yum-cache.md"
END
ASSET("dockerfile/clean-zypper-cache")
#embed "../../content/rules/dockerfile/clean-zypper-cache.md"
END
ASSET("dockerfile/consecutive-runs")
#embed "../../content/rules/dockerfile/consecutive-runs.md"
END
ASSET("dockerfile/constant-platform")
#embed "../../content/rules/dockerfile/constant-platform.md"
END
ASSET("dockerfile/copied-secret")
#embed "../../content/rules/dockerfile/copied-secret.md"
END
ASSET("dockerfile/copy-ignored-file")
#embed "../../content/rules/dockerfile/copy-ignored-file.md"
END
ASSET("dockerfile/dashed-glob")
#embed "../../content/rules/dockerfile/dashed-glob.md"
END
ASSET("dockerfile/default-base-image")
#embed "../../content/rules/dockerfile/default-base-image.md"
END
ASSET("dockerfile/definition-description")
#embed "../../content/rules/dockerfile/definition-description.md"
END
ASSET("dockerfile/destination-slash")
#embed "../../content/rules/dockerfile/destination-slash.md"
END
ASSET("dockerfile/dnf-assume-yes")
#embed "../../content/rules/dockerfile/dnf-assume-yes.md"
END
ASSET("dockerfile/duplicate-stage-name")
#embed "../../content/rules/dockerfile/duplicate-stage-name.md"
END
ASSET("dockerfile/echo-escape")
#embed "../../content/rules/dockerfile/echo-escape.md"
END
ASSET("dockerfile/empty-continuation")
#embed "../../content/rules/dockerfile/empty-continuation.md"
END
ASSET("dockerfile/empty-expose")
#embed "../../content/rules/dockerfile/empty-expose.md"
END
ASSET("dockerfile/emulated-build")
#embed "../../content/rules/dockerfile/emulated-build.md"
END
ASSET("dockerfile/exec-form-command")
#embed "../../content/rules/dockerfile/exec-form-command.md"
END
ASSET("dockerfile/exec-form-healthcheck")
#embed "../../content/rules/dockerfile/exec-form-healthcheck.md"
END
ASSET("dockerfile/expose-container-port")
#embed "../../content/rules/dockerfile/expose-container-port.md"
END
ASSET("dockerfile/expose-protocol-casing")
#embed "../../content/rules/dockerfile/expose-protocol-casing.md"
END
ASSET("dockerfile/exposed-secret")
#embed "../../content/rules/dockerfile/exposed-secret.md"
END
ASSET("dockerfile/find-xargs")
#embed "../../content/rules/dockerfile/find-xargs.md"
END
ASSET("dockerfile/fixed-platform")
#embed "../../content/rules/dockerfile/fixed-platform.md"
END
ASSET("dockerfile/ignored-command")
#embed "../../content/rules/dockerfile/ignored-command.md"
END
ASSET("dockerfile/image-labels")
#embed "../../content/rules/dockerfile/image-labels.md"
END
ASSET("dockerfile/inline-suppression")
#embed "../../content/rules/dockerfile/inline-suppression.md"
END
ASSET("dockerfile/instruction")
#embed "../../content/rules/dockerfile/instruction.md"
END
ASSET("dockerfile/key-value-form")
#embed "../../content/rules/dockerfile/key-value-form.md"
END
ASSET("dockerfile/keyword-casing")
#embed "../../content/rules/dockerfile/keyword-casing.md"
END
ASSET("dockerfile/label-name")
#embed "../../content/rules/dockerfile/label-name.md"
END
ASSET("dockerfile/label-schema")
#embed "../../content/rules/dockerfile/label-schema.md"
END
ASSET("dockerfile/label-value")
#embed "../../content/rules/dockerfile/label-value.md"
END
ASSET("dockerfile/large-user-number")
#embed "../../content/rules/dockerfile/large-user-number.md"
END
ASSET("dockerfile/latest-tag")
#embed "../../content/rules/dockerfile/latest-tag.md"
END
ASSET("dockerfile/link-with-chmod")
#embed "../../content/rules/dockerfile/link-with-chmod.md"
END
ASSET("dockerfile/linked-copy")
#embed "../../content/rules/dockerfile/linked-copy.md"
END
ASSET("dockerfile/lowercase-stage-name")
#embed "../../content/rules/dockerfile/lowercase-stage-name.md"
END
ASSET("dockerfile/maintainer")
#embed "../../content/rules/dockerfile/maintainer.md"
END
ASSET("dockerfile/masked-status")
#embed "../../content/rules/dockerfile/masked-status.md"
END
ASSET("dockerfile/misplaced-directive")
#embed "../../content/rules/dockerfile/misplaced-directive.md"
END
ASSET("dockerfile/missing-healthcheck")
#embed "../../content/rules/dockerfile/missing-healthcheck.md"
END
ASSET("dockerfile/misspelt-label")
#embed "../../content/rules/dockerfile/misspelt-label.md"
END
ASSET("dockerfile/misspelt-stage")
#embed "../../content/rules/dockerfile/misspelt-stage.md"
END
ASSET("dockerfile/named-user")
#embed "../../content/rules/dockerfile/named-user.md"
END
ASSET("dockerfile/needless-add")
#embed "../../content/rules/dockerfile/needless-add.md"
END
ASSET("dockerfile/needless-alternative")
#embed "../../content/rules/dockerfile/needless-alternative.md"
END
ASSET("dockerfile/negated-command")
#embed "../../content/rules/dockerfile/negated-command.md"
END
ASSET("dockerfile/one-cmd")
#embed "../../content/rules/dockerfile/one-cmd.md"
END
ASSET("dockerfile/one-entrypoint")
#embed "../../content/rules/dockerfile/one-entrypoint.md"
END
ASSET("dockerfile/one-healthcheck")
#embed "../../content/rules/dockerfile/one-healthcheck.md"
END
ASSET("dockerfile/one-process")
#embed "../../content/rules/dockerfile/one-process.md"
END
ASSET("dockerfile/pin-apk-packages")
#embed "../../content/rules/dockerfile/pin-apk-packages.md"
END
ASSET("dockerfile/pin-apt-packages")
#embed "../../content/rules/dockerfile/pin-apt-packages.md"
END
ASSET("dockerfile/pin-dnf-packages")
#embed "../../content/rules/dockerfile/pin-dnf-packages.md"
END
ASSET("dockerfile/pin-gems")
#embed "../../content/rules/dockerfile/pin-gems.md"
END
ASSET("dockerfile/pin-go-packages")
#embed "../../content/rules/dockerfile/pin-go-packages.md"
END
ASSET("dockerfile/pin-npm-packages")
#embed "../../content/rules/dockerfile/pin-npm-packages.md"
END
ASSET("dockerfile/pin-pip-packages")
#embed "../../content/rules/dockerfile/pin-pip-packages.md"
END
ASSET("dockerfile/pin-yum-packages")
#embed "../../content/rules/dockerfile/pin-yum-packages.md"
END
ASSET("dockerfile/pin-zypper-packages")
#embed "../../content/rules/dockerfile/pin-zypper-packages.md"
END
ASSET("dockerfile/pip-no-cache")
#embed "../../content/rules/dockerfile/pip-no-cache.md"
END
ASSET("dockerfile/pipefail")
#embed "../../content/rules/dockerfile/pipefail.md"
END
ASSET("dockerfile/pointless-command")
#embed "../../content/rules/dockerfile/pointless-command.md"
END
ASSET("dockerfile/posix-shell")
#embed "../../content/rules/dockerfile/posix-shell.md"
END
ASSET("dockerfile/prefer-apt-get")
#embed "../../content/rules/dockerfile/prefer-apt-get.md"
END
ASSET("dockerfile/quote-substitution")
#embed "../../content/rules/dockerfile/quote-substitution.md"
END
ASSET("dockerfile/quote-variable")
#embed "../../content/rules/dockerfile/quote-variable.md"
END
ASSET("dockerfile/redundant-platform")
#embed "../../content/rules/dockerfile/redundant-platform.md"
END
ASSET("dockerfile/relative-destination")
#embed "../../content/rules/dockerfile/relative-destination.md"
END
ASSET("dockerfile/remove-apt-lists")
#embed "../../content/rules/dockerfile/remove-apt-lists.md"
END
ASSET("dockerfile/replaced-shell")
#embed "../../content/rules/dockerfile/replaced-shell.md"
END
ASSET("dockerfile/required-label")
#embed "../../content/rules/dockerfile/required-label.md"
END
ASSET("dockerfile/reserved-stage-name")
#embed "../../content/rules/dockerfile/reserved-stage-name.md"
END
ASSET("dockerfile/root-user")
#embed "../../content/rules/dockerfile/root-user.md"
END
ASSET("dockerfile/same-instruction")
#embed "../../content/rules/dockerfile/same-instruction.md"
END
ASSET("dockerfile/secret-like-variable")
#embed "../../content/rules/dockerfile/secret-like-variable.md"
END
ASSET("dockerfile/secret-variable")
#embed "../../content/rules/dockerfile/secret-variable.md"
END
ASSET("dockerfile/shell-syntax")
#embed "../../content/rules/dockerfile/shell-syntax.md"
END
ASSET("dockerfile/shipped-build-tools")
#embed "../../content/rules/dockerfile/shipped-build-tools.md"
END
ASSET("dockerfile/single-pass-loop")
#embed "../../content/rules/dockerfile/single-pass-loop.md"
END
ASSET("dockerfile/single-quoted-variable")
#embed "../../content/rules/dockerfile/single-quoted-variable.md"
END
ASSET("dockerfile/small-base")
#embed "../../content/rules/dockerfile/small-base.md"
END
ASSET("dockerfile/stage")
#embed "../../content/rules/dockerfile/stage.md"
END
ASSET("dockerfile/sudo")
#embed "../../content/rules/dockerfile/sudo.md"
END
ASSET("dockerfile/syntax")
#embed "../../content/rules/dockerfile/syntax.md"
END
ASSET("dockerfile/terminal-transcript")
#embed "../../content/rules/dockerfile/terminal-transcript.md"
END
ASSET("dockerfile/typographic-marks")
#embed "../../content/rules/dockerfile/typographic-marks.md"
END
ASSET("dockerfile/unassigned-variable")
#embed "../../content/rules/dockerfile/unassigned-variable.md"
END
ASSET("dockerfile/unchecked-heredoc")
#embed "../../content/rules/dockerfile/unchecked-heredoc.md"
END
ASSET("dockerfile/undeclared-argument")
#embed "../../content/rules/dockerfile/undeclared-argument.md"
END
ASSET("dockerfile/undefined-from-argument")
#embed "../../content/rules/dockerfile/undefined-from-argument.md"
END
ASSET("dockerfile/undefined-variable")
#embed "../../content/rules/dockerfile/undefined-variable.md"
END
ASSET("dockerfile/unknown-rule")
#embed "../../content/rules/dockerfile/unknown-rule.md"
END
ASSET("dockerfile/unknown-source")
#embed "../../content/rules/dockerfile/unknown-source.md"
END
ASSET("dockerfile/unlisted-label")
#embed "../../content/rules/dockerfile/unlisted-label.md"
END
ASSET("dockerfile/unpacked-archive")
#embed "../../content/rules/dockerfile/unpacked-archive.md"
END
ASSET("dockerfile/unprivileged-user")
#embed "../../content/rules/dockerfile/unprivileged-user.md"
END
ASSET("dockerfile/untagged-image")
#embed "../../content/rules/dockerfile/untagged-image.md"
END
ASSET("dockerfile/untrusted-registry")
#embed "../../content/rules/dockerfile/untrusted-registry.md"
END
ASSET("dockerfile/unused-stage")
#embed "../../content/rules/dockerfile/unused-stage.md"
END
ASSET("dockerfile/wget-and-curl")
#embed "../../content/rules/dockerfile/wget-and-curl.md"
END
ASSET("dockerfile/wget-progress")
#embed "../../content/rules/dockerfile/wget-progress.md"
END
ASSET("dockerfile/whole-file-system")
#embed "../../content/rules/dockerfile/whole-file-system.md"
END
ASSET("dockerfile/yum-assume-yes")
#embed "../../content/rules/dockerfile/yum-assume-yes.md"
END
ASSET("dockerfile/zypper-assume-yes")
#embed "../../content/rules/dockerfile/zypper-assume-yes.md"
END
ASSET("dockerfile/zypper-dist-upgrade")
#embed "../../content/rules/dockerfile/zypper-dist-upgrade.md"
END
ASSET("files/hadolint-settings")
#embed "../../content/rules/files/hadolint-settings.md"
END
ASSET("files/unreadable")
#embed "../../content/rules/files/unreadable.md"
END
ASSET("links/dead-address")
#embed "../../content/rules/links/dead-address.md"
END
ASSET("links/missing-fragment")
#embed "../../content/rules/links/missing-fragment.md"
END
ASSET("links/moved-address")
#embed "../../content/rules/links/moved-address.md"
END
ASSET("links/unreachable-address")
#embed "../../content/rules/links/unreachable-address.md"
END
ASSET("notes/address-clash")
#embed "../../content/rules/notes/address-clash.md"
END
ASSET("notes/ambiguous-relation")
#embed "../../content/rules/notes/ambiguous-relation.md"
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
ASSET("notes/doubtful-mention")
#embed "../../content/rules/notes/doubtful-mention.md"
END
ASSET("notes/duplicate-card-name")
#embed "../../content/rules/notes/duplicate-card-name.md"
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
ASSET("notes/half-card")
#embed "../../content/rules/notes/half-card.md"
END
ASSET("notes/half-question-block")
#embed "../../content/rules/notes/half-question-block.md"
END
ASSET("notes/invalid-value")
#embed "../../content/rules/notes/invalid-value.md"
END
ASSET("notes/link-to-draft")
#embed "../../content/rules/notes/link-to-draft.md"
END
ASSET("notes/link-to-stub")
#embed "../../content/rules/notes/link-to-stub.md"
END
ASSET("notes/name-collision")
#embed "../../content/rules/notes/name-collision.md"
END
ASSET("notes/not-utf8")
#embed "../../content/rules/notes/not-utf8.md"
END
ASSET("notes/one-way-contrast")
#embed "../../content/rules/notes/one-way-contrast.md"
END
ASSET("notes/orphan")
#embed "../../content/rules/notes/orphan.md"
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
ASSET("notes/requires-cycle")
#embed "../../content/rules/notes/requires-cycle.md"
END
ASSET("notes/two-definitions")
#embed "../../content/rules/notes/two-definitions.md"
END
ASSET("notes/undefined-footnote")
#embed "../../content/rules/notes/undefined-footnote.md"
END
ASSET("notes/unknown-key")
#embed "../../content/rules/notes/unknown-key.md"
END
ASSET("notes/unknown-relation")
#embed "../../content/rules/notes/unknown-relation.md"
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
ASSET("run/circular-snippets")
#embed "../../content/rules/run/circular-snippets.md"
END
ASSET("run/duplicate-name")
#embed "../../content/rules/run/duplicate-name.md"
END
ASSET("run/engine-failure")
#embed "../../content/rules/run/engine-failure.md"
END
ASSET("run/failed-build")
#embed "../../content/rules/run/failed-build.md"
END
ASSET("run/failed-command")
#embed "../../content/rules/run/failed-command.md"
END
ASSET("run/missing-base")
#embed "../../content/rules/run/missing-base.md"
END
ASSET("run/no-image")
#embed "../../content/rules/run/no-image.md"
END
ASSET("run/not-runnable")
#embed "../../content/rules/run/not-runnable.md"
END
ASSET("run/timeout")
#embed "../../content/rules/run/timeout.md"
END
ASSET("run/unexpected-output")
#embed "../../content/rules/run/unexpected-output.md"
END
ASSET("run/unexpected-success")
#embed "../../content/rules/run/unexpected-success.md"
END
ASSET("run/unknown-mount")
#embed "../../content/rules/run/unknown-mount.md"
END
ASSET("run/unknown-snippet")
#embed "../../content/rules/run/unknown-snippet.md"
END
ASSET("run/unsupported-command")
#embed "../../content/rules/run/unsupported-command.md"
END
ASSET("run/wrong-message")
#embed "../../content/rules/run/wrong-message.md"
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
