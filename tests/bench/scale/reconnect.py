# SPDX-License-Identifier: Apache-2.0
"""Everybody loses the connection and comes back at once, against how many they are."""
from bed import bed

TITLE, AXIS = "Storm of reconnects", "connections"
SIZES, QUICK = (100, 1_000, 5_000, 10_000), (100, 400)
PANELS = (
    ("Until all have caught up", "s", {"the last one": "reconnect.storm.seconds"}),
    ("From hello to the last change", "ms", {"p50": "reconnect.storm.sync_ms.p50", "p99": "reconnect.storm.sync_ms.p99"}),
    ("CPU of the server", "s", {"all threads": "reconnect.storm.server_cpu_seconds"}),
    ("Received by bystanders: p99", "ms", {"alone": "reconnect.alone.bystanders.send_to_receive_ms.p99",
                                           "in the storm": "reconnect.storm.bystanders.send_to_receive_ms.p99"}),
)


def measure(kind, sizes, quick):
    for size in sizes:
        crowd = {"run": "crowd", "connections": size}
        with bed(kind) as place:
            with place.serving():
                place.load("connections", seconds=0, warm_up=0, **crowd)
            place.database.settle()
            with place.serving():
                yield place, size, place.load("reconnect", opening=size, bystander_rate=100, warm_up=0.2 if quick else 2,
                                              seconds=10 if quick else 120, **crowd)
