#!/bin/bash
# Runs rutter check as the inputs say. What they hold is never taken for code, nor a path for an option.
set -uo pipefail

# In a container the workspace belongs to somebody else, and git would not look at it.
export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0=${GITHUB_WORKSPACE:-$PWD}

options=() paths=()
while IFS= read -r line; do [[ -z $line ]] || options+=("$line"); done <<<"${RUTTER_ARGS:-}"
while IFS= read -r line; do [[ -z $line ]] || paths+=("$line"); done <<<"${RUTTER_PATHS:-.}"
[[ -z ${RUTTER_BASELINE:-} ]] || options+=("--baseline=$RUTTER_BASELINE")
[[ -z ${RUTTER_SINCE:-} ]] || options+=("--since=$RUTTER_SINCE")
report=${RUTTER_REPORT:-${RUNNER_TEMP:-/tmp}/rutter-report.json}
rm -f "$report"

if [[ -n ${RUTTER_SARIF:-} ]]; then
  "$RUTTER" check "${options[@]}" --format sarif -- "${paths[@]}" >"$RUTTER_SARIF"
  (($? < 2)) || exit 2
fi
"$RUTTER" check "${options[@]}" --format github --report "$report" -- "${paths[@]}"
code=$?
if [[ -f $report ]]; then
  for name in errors warnings; do
    count=$(grep -o "\"summary\":{.*" "$report" | grep -o "\"$name\":[0-9]*" | head -n 1 | cut -d: -f2)
    echo "$name=${count:-0}" >>"$GITHUB_OUTPUT"
  done
fi
exit "$code"
