#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A throw-away S3 server for the tests (the npm package s3rver): `s3rver.sh start DIR` writes its address to
# DIR/s3.url, `s3rver.sh stop DIR` ends it and removes its data. It listens on 127.0.0.1 only, has one bucket
# `hearth`, and its only key is S3RVER with the secret S3RVER. The first start installs into DIR what
# s3rver/package-lock.json names.
# When HEARTH_TEST_S3 names a server (http://host:port) with that bucket and key, that one is used instead.
set -eu

action=${1:?start or stop} dir=${2:?directory}
wanted=$(cd "$(dirname "$0")" && pwd)/s3rver
mkdir -p "$dir/s3rver"
home=$(cd "$dir/s3rver" && pwd)

stop() {
    rm -f "$dir/s3.url"
    if [ -f "$home/pid" ]; then # which may be another process by now
        pid=$(cat "$home/pid")
        ! tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -qF "$home/data" || kill "$pid"
    fi
    rm -rf "$home/pid" "$home/data"
}

# Whole or not at all: the mark is made last.
install() {
    cmp -s "$wanted/package-lock.json" "$home/installed" && return 0
    command -v npm >/dev/null || { echo "npm is not installed (Debian: apt install nodejs npm)." >&2; exit 1; }
    rm -f "$home/installed"
    cp "$wanted/package.json" "$wanted/package-lock.json" "$home"
    npm ci --prefix "$home" --omit=dev --ignore-scripts --no-audit --no-fund >"$home/log" 2>&1 || {
        cat "$home/log" >&2
        echo "The S3 server of the tests could not be installed; HEARTH_TEST_S3 can name another." >&2
        exit 1
    }
    cp "$wanted/package-lock.json" "$home/installed"
}

start() {
    if [ -n "${HEARTH_TEST_S3:-}" ]; then
        echo "$HEARTH_TEST_S3" >"$dir/s3.url"
        return 0
    fi
    install
    mkdir -p "$home/data"
    # The system chooses a free port; the server says which.
    setsid node "$home/node_modules/s3rver/bin/s3rver.js" --address 127.0.0.1 --port 0 --directory "$home/data" \
        --configure-bucket hearth >"$home/log" 2>&1 </dev/null &
    pid=$!
    echo "$pid" >"$home/pid"
    for _ in $(seq 300); do
        port=$(sed -n 's/^S3rver listening on 127\.0\.0\.1:\([0-9]*\)$/\1/p' "$home/log")
        if [ -n "$port" ]; then
            echo "http://127.0.0.1:$port" >"$dir/s3.url"
            return 0
        fi
        kill -0 "$pid" 2>/dev/null || break
        sleep 0.1
    done
    cat "$home/log" >&2
    exit 1
}

case $action in
start) stop && start ;;
stop) stop ;;
*) echo "s3rver.sh start|stop DIR" >&2 && exit 2 ;;
esac
