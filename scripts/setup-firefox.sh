#!/usr/bin/env bash
# Makes sure that Debian's Firefox, in which a journey runs too, is on this machine. Root only; CI runs it before the tests.
# Prints one line. Nothing to do costs a few milliseconds. With `webkit`: WebKitGTK with its driver, and a screen for it, instead.
set -euo pipefail

case "${1:-firefox}" in
  firefox) name=Firefox packages=(firefox-esr) commands=(firefox-esr) ;;
  webkit) name=WebKit packages=(webkit2gtk-driver xvfb) commands=(WebKitWebDriver Xvfb) ;;
  *) echo "firefox or webkit, not $1" >&2 && exit 2 ;;
esac
has_all() { for command in "${commands[@]}"; do command -v "$command" >/dev/null || return 1; done; }

if ! has_all && [ "$name" = Firefox ] && command -v firefox >/dev/null; then commands=(firefox); fi
if ! has_all; then
  if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
    echo "$name is missing: install Debian's ${packages[*]}, or run this as root on Debian." >&2
    exit 1
  fi
  cd "$(dirname "$0")/.."
  mkdir -p .cache
  log=.cache/setup-$name.log
  export DEBIAN_FRONTEND=noninteractive
  echo "Installing $name with apt-get …"
  if ! { apt-get update && apt-get install -y --no-install-recommends "${packages[@]}"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "$name could not be installed; $log holds all that apt-get said." >&2
    exit 1
  fi
fi
echo "$name: $(command -v "${commands[0]}")"
