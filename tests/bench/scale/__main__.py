# SPDX-License-Identifier: Apache-2.0
"""How throughput, latency and memory grow. Each line is a file of this folder: what is measured against what.

Results go to build/bench/scale as one JSON object a line, and as pictures to docs/performance. --quick is for trying the
tools out: small sizes, short loads, and the pictures stay in build/bench/scale, too."""
import argparse
import datetime
import importlib
import json
import signal
import subprocess
import sys

import plot
from bed import ROOT, Unmeasured

LINES = ("connections", "conversation", "archive", "conversations", "reconnect", "fanout")


def options():
    parser = argparse.ArgumentParser(prog="./dev bench scale", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lines", nargs="*", metavar="LINE", help="some of " + ", ".join(LINES) + "; else all")
    parser.add_argument("--quick", action="store_true", help="small sizes and short loads")
    parser.add_argument("--database", choices=("sqlite", "postgres"), help="only this one")
    parser.add_argument("--sizes", type=lambda text: [int(word) for word in text.split(",")], help="instead of the line's own")
    parser.add_argument("--plot", action="store_true", help="measure nothing, draw what was measured")
    chosen = parser.parse_args()
    if unknown := set(chosen.lines) - set(LINES):
        parser.error("there is no line " + ", ".join(unknown))
    return chosen


def measure(line, kinds, chosen, output):
    """Whether all of it could be measured, and nothing was lost, doubled or out of order."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, text=True, capture_output=True).stdout.strip()
    sizes = chosen.sizes or (line.QUICK if chosen.quick else line.SIZES)
    good = True
    for kind in kinds:
        try:
            for place, size, values in line.measure(kind, sizes, chosen.quick):
                at = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")
                point = {"database": kind, "size": size, "commit": commit, "at": at, **values}
                print(json.dumps(point), file=output, flush=True)
                print(f"  {kind}, {size} {line.AXIS}: {plot.summary(line, point)}")
                good = good and not place.faulty
        except Unmeasured as fault:
            print(f"  {kind}: {fault}", file=sys.stderr)
            good = False
    return good


def main():
    chosen = options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended from outside"))  # servers and folders go as at any end
    folder = ROOT / "build/bench/scale" / ("quick" if chosen.quick else "")
    pictures = folder if chosen.quick else ROOT / "docs/performance"
    for path in (folder, pictures):
        path.mkdir(parents=True, exist_ok=True)
    good = True
    for name in chosen.lines or LINES:
        line, results = importlib.import_module(name), folder / (name + ".jsonl")
        print(line.TITLE)
        if not chosen.plot:
            with open(results, "w") as output:
                good = measure(line, [chosen.database] if chosen.database else ["sqlite", "postgres"], chosen, output) and good
        points = [json.loads(text) for text in results.read_text().splitlines()]
        (pictures / (name + ".svg")).write_text(plot.draw(line, points))
    sys.exit(not good)


main()
