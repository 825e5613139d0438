#!/usr/bin/env bash
# Makes sure that Debian's Ceph RGW, the real S3 of the journeys, is on this machine. Root only; CI runs it before the tests.
# Prints one line. Nothing to do costs a few milliseconds.
set -euo pipefail
export PATH="$PATH:/usr/sbin:/sbin"

missing=()
for pair in radosgw:radosgw ceph-mon:ceph-mon ceph-osd:ceph-osd ceph:ceph-common radosgw-admin:radosgw curl:curl; do
  command -v "${pair%%:*}" >/dev/null || missing+=("${pair##*:}")
done
if [ "${#missing[@]}" -eq 0 ]; then
  echo "Ceph RGW: $(radosgw --version)"
  exit 0
fi
if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
  echo "Ceph RGW is missing (${missing[*]}): install Debian's packages radosgw, ceph-mon and ceph-osd, or run this as root on Debian." >&2
  exit 1
fi

cd "$(dirname "$0")/.."
mkdir -p .cache
log=.cache/setup-rgw.log
export DEBIAN_FRONTEND=noninteractive
echo "Installing Ceph RGW with apt-get, which takes about a minute …"
if ! { apt-get update && apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  echo "Ceph RGW could not be installed; $log holds all that apt-get said." >&2
  exit 1
fi
echo "Ceph RGW: $(radosgw --version)"
