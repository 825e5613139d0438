#!/usr/bin/env bash
# Makes sure that Debian's Firefox, in which the main job is driven too, is on this machine. Root only; CI runs it before the tests.
# Prints one line. Nothing to do costs a few milliseconds.
set -euo pipefail

found() { command -v firefox-esr || command -v firefox; }
if ! found >/dev/null; then
  if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
    echo "Firefox is missing: install it, or run this as root on Debian." >&2
    exit 1
  fi
  cd "$(dirname "$0")/.."
  mkdir -p .cache
  log=.cache/setup-firefox.log
  export DEBIAN_FRONTEND=noninteractive
  echo "Installing Firefox with apt-get …"
  if ! { apt-get update && apt-get install -y --no-install-recommends firefox-esr; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "Firefox could not be installed; $log holds all that apt-get said." >&2
    exit 1
  fi
fi
echo "Firefox: $(found)"
