#!/bin/sh
# Runs where the Node of node_modules does not start: its build for Linux needs libatomic, which a small Debian lacks.
set -eu
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  DEBIAN_FRONTEND=noninteractive apt-get update --quiet
  DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --no-install-recommends libatomic1
  exec node --version
fi
echo 'Run this once: sudo apt-get update && sudo apt-get install libatomic1' >&2
exit 1
