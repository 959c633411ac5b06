#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A throw-away S3 server for the tests (the npm package s3rver): `s3rver.sh start DIR` installs it into
# DIR and writes its address to DIR/s3.url, `s3rver.sh stop DIR` ends it and removes its data. It listens on
# 127.0.0.1 only, has one bucket `hearth`, and its only key is S3RVER with the secret S3RVER.
set -eu

action=${1:?start or stop} dir=${2:?directory}
mkdir -p "$dir/s3rver"
dir=$(cd "$dir" && pwd)
home=$dir/s3rver
package=s3rver version=3.7.1

stop() {
    rm -f "$dir/s3.url"
    [ ! -f "$home/pid" ] || kill "$(cat "$home/pid")" 2>/dev/null || true
    rm -rf "$home/pid" "$home/data"
}

start() {
    [ -d "$home/node_modules/$package" ] || npm install --prefix "$home" --silent --no-audit --no-fund "$package@$version"
    for _ in 1 2 3 4 5 6 7 8 9 10; do # the port may be taken
        port=$((20000 + $(od -An -N2 -tu2 /dev/urandom) % 10000))
        mkdir -p "$home/data"
        setsid node "$home/node_modules/$package/bin/s3rver.js" --address 127.0.0.1 --port "$port" --directory "$home/data" \
            --configure-bucket hearth --silent >"$home/log" 2>&1 </dev/null &
        pid=$!
        for _ in $(seq 100); do
            if curl --silent --output /dev/null "http://127.0.0.1:$port/"; then
                echo "$pid" >"$home/pid"
                echo "http://127.0.0.1:$port" >"$dir/s3.url"
                return 0
            fi
            kill -0 "$pid" 2>/dev/null || break
            sleep 0.1
        done
    done
    cat "$home/log" >&2
    exit 1
}

case $action in
start) stop && start ;;
stop) stop ;;
*) echo "s3rver.sh start|stop DIR" >&2 && exit 2 ;;
esac
