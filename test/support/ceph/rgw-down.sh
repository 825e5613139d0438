#!/usr/bin/env bash
# rgw-down.sh DATADIR [discard] : stops only the three pids rgw-up.sh wrote (rgw, osd, mon), checking each is ours.
# With `discard` the data will be thrown away: nothing is written out.
set -u
D=$(cd "${1:?usage: rgw-down.sh DATADIR [discard]}" && pwd -P)
SIGNAL=TERM; [ "${2:-}" = discard ] && SIGNAL=KILL
# a process that has ended but that nobody has waited for yet has no command line, so it counts as stopped
ours() { [ -r "/proc/$1/cmdline" ] && tr '\0' ' ' < "/proc/$1/cmdline" 2>/dev/null | grep -qF "$D/ceph.conf"; }
for n in rgw osd mon; do
  f="$D/run/$n.pid"; [ -f "$f" ] || continue
  p=$(cat "$f")
  if ours "$p"; then
    kill -"$SIGNAL" "$p"
    for i in $(seq 1 300); do ours "$p" || break; sleep 0.05; done
    if ours "$p"; then echo "$n ($p) ignored TERM for 15 s: KILL" >&2; kill -KILL "$p"
    elif [ $n = osd ] && [ $SIGNAL = TERM ]; then touch "$D/clean"; fi
    echo "stopped $n ($p)"
  fi
  rm -f "$f"
done
