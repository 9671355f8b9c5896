#!/bin/bash
# Finds rutter, or builds it from the sources that this action is a part of. Sets the output `program`.
set -euo pipefail

program=${RUTTER_PROGRAM:-}
if [[ -z $program ]]; then
  program=$(command -v rutter || true)
fi
if [[ -z $program ]]; then
  sources=$(cd "$(dirname "$0")/../../.." && pwd)
  command -v swift >/dev/null || {
    echo '::error title=rutter::There is neither rutter on PATH nor Swift to build it with: name it with the input program'
    exit 2
  }
  sudo=()
  ((EUID == 0)) || sudo=(sudo)
  "${sudo[@]}" apt-get update -q
  "${sudo[@]}" apt-get install -qy --no-install-recommends libcmark-dev libsqlite3-dev libyaml-dev zlib1g-dev
  swift build -c release --product rutter --package-path "$sources"
  program=$(swift build -c release --show-bin-path --package-path "$sources")/rutter
fi
"$program" --version
echo "program=$program" >>"$GITHUB_OUTPUT"
