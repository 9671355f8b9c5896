set -eux; apt-get update && apt-get install -y --no-install-recommends curl "ca-certificates=$VERSION" \
  && rm -rf /var/lib/apt/lists/* # clean
if [ "$(uname -m)" = x86_64 ]; then a=`b \`c\``; else for i in {1..3} "${x[@]:-y}"; do echo $((i + 1)); done; fi
