# SPDX-License-Identifier: Apache-2.0
"""Throughput, latency and memory against connections."""
from bed import bed

TITLE, AXIS = "Connections", "connections"
SIZES, QUICK = (100, 1_000, 5_000, 10_000, 19_000), (100, 400)
PANELS = (
    ("Durable messages a second", "", {"saturated": "saturate.traffic.messages_per_second"}),
    ("Acknowledged, at 1 000 messages a second", "ms", {"p50": "rate.traffic.send_to_ack_ms.p50",
                                                        "p99": "rate.traffic.send_to_ack_ms.p99"}),
    ("Received, at 1 000 messages a second", "ms", {"p50": "rate.traffic.send_to_receive_ms.p50",
                                                    "p99": "rate.traffic.send_to_receive_ms.p99"}),
    ("Memory of each connection", "KB", {"resident": "connections.connect.kb_per_connection"}),
    ("Connects a second", "", {"64 at a time": "connections.connect.per_second"}),
    ("CPU while nothing happens", "% of a core", {"heartbeats": "connections.idle.cpu_percent"}),
)


def measure(kind, sizes, quick):
    seconds = 2 if quick else 15
    for size in sizes:
        crowd = {"run": "crowd", "connections": size}
        with bed(kind) as place:
            # Otherwise PostgreSQL plans for empty tables, until autovacuum has looked at them within a minute.
            with place.serving():
                place.load("rate", senders=1_000, rate=1_000, seconds=1, **crowd)
            place.database.settle()
            with place.serving():
                yield place, size, {
                    "connections": place.load("connections", seconds=seconds * 2, **crowd),
                    # Before the saturation, which leaves work to make up for.
                    "rate": place.load("rate", senders=1_000, rate=1_000, seconds=seconds, **crowd),
                    "saturate": place.load("saturate", senders=400, window=4, seconds=seconds, **crowd)}
