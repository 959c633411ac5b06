# SPDX-License-Identifier: Apache-2.0
"""Searches against the size of the archive, which bench_search fills and indexes."""
import subprocess

from bed import BUILD, Unmeasured, bed

TITLE, AXIS = "Size of the archive", "messages"
SIZES, QUICK = (10 ** 5, 10 ** 6, 10 ** 7), (1_000, 10_000)
EVERYWHERE, FEW = "in all 1 001 conversations", "in 5 small ones"
KINDS = (f"{EVERYWHERE}: rare word", f"{EVERYWHERE}: one of the 100 most common words", f"{EVERYWHERE}: two common words",
         f"{EVERYWHERE}: phrase of two common words", f"{EVERYWHERE}: three letters of a beginning",
         f"{FEW}: three letters of a beginning")
PANELS = tuple((kind.removeprefix(EVERYWHERE + ": "), "ms",
                {"p50": f"search.{kind}.latency_ms.p50", "p99": f"search.{kind}.latency_ms.p99"}) for kind in KINDS)


def measure(kind, sizes, quick):
    for size in sizes:
        with bed(kind) as place:
            filling = [BUILD / "tests/bench/bench_search", place.database.url, str(size), place.folder / "asked"]
            if subprocess.run(filling, stdout=subprocess.DEVNULL).returncode:
                raise Unmeasured("bench_search fails")
            with place.serving():
                yield place, size, {
                    "search": place.load("questions", questions=place.folder / "asked", clients=8, seconds=0.1 if quick else 2,
                                         warm_up=0.05 if quick else 0.5)["questions"]}
