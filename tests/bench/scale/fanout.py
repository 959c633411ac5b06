# SPDX-License-Identifier: Apache-2.0
"""One group whose members are all connected, against how many they are, and what it does to people elsewhere."""
from bed import bed

TITLE, AXIS = "Members of a group", "members"
SIZES, QUICK = (1_000, 10_000), (50, 200)
DELIVERIES = 20_000  # a second, of the fixed rate
PANELS = (
    ("Deliveries a second", "", {"saturated": "fanout.saturated.deliveries_per_second"}),
    (f"At {DELIVERIES:,} deliveries a second: p99".replace(",", " "), "ms",
     {"a member": "fanout.paced.send_to_receive_ms.p99", "the last one": "fanout.paced.send_to_last_receive_ms.p99"}),
    ("Direct message elsewhere: p50", "ms", {"alone": "fanout.alone.bystanders.send_to_receive_ms.p50",
                                             "fixed rate": "fanout.paced.bystanders.send_to_receive_ms.p50",
                                             "saturated": "fanout.saturated.bystanders.send_to_receive_ms.p50"}),
    ("Direct message elsewhere: p99", "ms", {"alone": "fanout.alone.bystanders.send_to_receive_ms.p99",
                                             "fixed rate": "fanout.paced.bystanders.send_to_receive_ms.p99",
                                             "saturated": "fanout.saturated.bystanders.send_to_receive_ms.p99"}),
)


def measure(kind, sizes, quick):
    for size in sizes:
        with bed(kind) as place, place.serving():
            yield place, size, place.load("fanout", connections=size, senders=10, rate=max(DELIVERIES // size, 1), window=4,
                                          bystander_rate=100, seconds=2 if quick else 15, warm_up=0.5 if quick else 2)
