#!/usr/bin/env bash
# Makes sure that Debian's PostgreSQL, which the server's tests run on, is on this machine. Root only; CI runs it before the tests.
# Prints one line. Nothing to do costs a few milliseconds. No cluster of the system's own is made or started: the tests bring theirs.
set -euo pipefail

found() { find /usr/lib/postgresql -path '*/bin/initdb' 2>/dev/null | sort -V | tail -n 1; }
if [ -n "$(found)" ]; then
  echo "PostgreSQL: $("$(dirname "$(found)")/postgres" --version)"
  exit 0
fi
if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
  echo "PostgreSQL is missing: install Debian's package postgresql, or run this as root on Debian." >&2
  exit 1
fi

cd "$(dirname "$0")/.."
mkdir -p .cache
log=.cache/setup-postgres.log
export DEBIAN_FRONTEND=noninteractive
echo "Installing PostgreSQL with apt-get …"
install() {
  apt-get update && apt-get install -y --no-install-recommends postgresql-common &&
    sed -i 's/^#\?create_main_cluster.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf &&
    apt-get install -y --no-install-recommends postgresql
}
if ! install >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  echo "PostgreSQL could not be installed; $log holds all that apt-get said." >&2
  exit 1
fi
echo "PostgreSQL: $("$(dirname "$(found)")/postgres" --version)"
