#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A throw-away PostgreSQL for the tests: `postgres.sh start DIR` writes its address to DIR/postgres.url,
# `postgres.sh stop DIR` ends it and removes its data; `halt` ends it and keeps them, `again` starts it on them.
# It listens on 127.0.0.1 only, lets everybody in, and syncs to disk like a real one. Never runs as root: root uses the account `postgres`.
# When HEARTH_TEST_POSTGRES names a server (postgres://user@host:port/database), that one is used instead.
set -eu

action=${1:?start or stop} dir=${2:?directory}
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)

as_owner() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

stop() {
    rm -f "$dir/postgres.url"
    [ -f "$dir/postgres.data" ] || return 0
    home=$(cat "$dir/postgres.data")
    bin=$(cat "$dir/postgres.bin")
    [ ! -f "$home/data/postmaster.pid" ] || as_owner "$bin/pg_ctl" -D "$home/data" -m immediate -w stop >/dev/null
    rm -rf "$home" "$dir/postgres.data" "$dir/postgres.bin"
}

# A random port below the range that outgoing connections take theirs from.
random_port() { echo $((20000 + $(od -An -N2 -tu2 /dev/urandom) % 10000)); }

options() { echo "-p $1 -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=300"; }

start() {
    if [ -n "${HEARTH_TEST_POSTGRES:-}" ]; then
        echo "$HEARTH_TEST_POSTGRES" >"$dir/postgres.url"
        return 0
    fi
    initdb=$(command -v initdb || ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n 1)
    [ -n "$initdb" ] || { echo "No PostgreSQL server is installed (Debian: apt install postgresql)." >&2; exit 1; }
    bin=$(dirname "$initdb")
    cd /
    home=$(as_owner mktemp -d "${TMPDIR:-/tmp}/hearth-postgres.XXXXXX")
    echo "$home" >"$dir/postgres.data"
    echo "$bin" >"$dir/postgres.bin"
    as_owner "$initdb" -D "$home/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
    for _ in 1 2 3 4 5 6 7 8 9 10; do # the port may be taken
        port=$(random_port)
        if as_owner "$bin/pg_ctl" -D "$home/data" -l "$home/log" -w -o "$(options "$port")" start >/dev/null; then
            echo "postgres://postgres@127.0.0.1:$port/postgres" >"$dir/postgres.url"
            return 0
        fi
    done
    cat "$home/log" >&2
    exit 1
}

halt() { as_owner "$(cat "$dir/postgres.bin")/pg_ctl" -D "$(cat "$dir/postgres.data")/data" -m fast -w stop >/dev/null; }

# After halt, or after its processes were killed: those that are still ending hold it up.
again() {
    home=$(cat "$dir/postgres.data")
    port=$(sed -E 's|.*:([0-9]+)/.*|\1|' "$dir/postgres.url")
    cd /
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        as_owner "$(cat "$dir/postgres.bin")/pg_ctl" -D "$home/data" -l "$home/log" -w -o "$(options "$port")" start >/dev/null &&
            return 0
        sleep 0.5
    done
    cat "$home/log" >&2
    exit 1
}

case $action in
halt) halt ;;
again) again ;;
start) stop && start ;;
stop) stop ;;
*) echo "postgres.sh start|stop|halt|again DIR" >&2 && exit 2 ;;
esac
