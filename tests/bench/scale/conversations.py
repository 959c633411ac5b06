# SPDX-License-Identifier: Apache-2.0
"""Syncing and listing against the conversations that somebody has, of which ten changed. Their rows are written in bulk. One
after the other syncs: many at once are measured by `reconnect`."""
import time

from bed import bed

TITLE, AXIS = "Conversations of a user", "conversations"
SIZES, QUICK = (10, 100, 1_000, 5_000), (10, 200)
PANELS = (
    ("First sync, of all conversations", "ms", {"p50": "sync.first_sync_ms.p50", "p99": "sync.first_sync_ms.p99"}),
    ("Sync when ten have changed", "ms", {"p50": "sync.storm.sync_ms.p50", "p99": "sync.storm.sync_ms.p99"}),
    ("The first 50 of the list", "ms", {"p50": "list.first 50.latency_ms.p50", "p99": "list.first 50.latency_ms.p99"}),
    ("Ten of them, by name", "ms", {"p50": "list.by name.latency_ms.p50", "p99": "list.by name.latency_ms.p99"}),
)
PEOPLE, MESSAGES, CHANGED = 20, 10, 10
CROWD = {"run": "many", "connections": PEOPLE}
LONG_AGO = int(time.time() * 1000) - 30 * 86_400_000


def add(database, first, last):
    """Groups with these numbers, of all people."""
    numbers, name = database.numbers(first, last), "'bench-many-' || " + database.padded("i", 6)
    user = f"'bench-many-' || {{}}"
    owner = user.format(0)
    inserts = [
        "INSERT INTO conversations (id, type, name, history, member_count, last_seq, last_change, last_ordinal, fields_change,"
        f" last_activity_at, created_at, updated_at) SELECT {name}, 'group', 'Group ' || i, 'all', {PEOPLE}, {MESSAGES},"
        f" {PEOPLE + MESSAGES}, {MESSAGES}, 1, {LONG_AGO} + i, 1, 1 FROM {numbers}"]
    inserts += [
        "INSERT INTO conversation_members (conversation_id, user_id, role, joined_at, joined_seq, delivered_seq, read_seq,"
        f" read_ordinal, change, touched_at) SELECT {name}, {user.format(person)}, '{'member' if person else 'owner'}', 1, 0,"
        f" {MESSAGES}, {MESSAGES}, {MESSAGES}, {person + 1}, 1 FROM {numbers}" for person in range(PEOPLE)]
    inserts += [
        "INSERT INTO messages (id, conversation_id, seq, change, ordinal, sender_id, request_hash, type, content, created_at)"
        f" SELECT '0190163d-8694-739b-{seq:04d}-' || {database.padded('i', 12)}, {name}, {seq}, {PEOPLE + seq}, {seq}, {owner}, '',"
        f" 'text', 'lorem ipsum', {LONG_AGO} FROM {numbers}" for seq in range(1, MESSAGES + 1)]
    inserts.append(
        "INSERT INTO search_conversations (number, conversation_id, indexed_change, backlog_seq)"
        f" SELECT {first} + (SELECT coalesce(max(number), 0) FROM search_conversations) + i, {name}, {PEOPLE + MESSAGES}, 0"
        f" FROM {numbers}")
    database.run(inserts)
    database.settle()


def measure(kind, sizes, quick):
    with bed(kind) as place:
        with place.serving():
            place.load("connections", seconds=0, warm_up=0, **CROWD)
        made = 0
        for size in sizes:
            add(place.database, made + 1, size)
            made = size
            asked = [("first 50", "bench-many-0", "/api/v1/conversations?limit=50")]
            asked += [("by name", "bench-many-0", f"/api/v1/search/conversations?q=group%20{n}&limit=10") for n in range(1, 10)]
            seconds = 1 if quick else 10
            with place.serving():
                yield place, size, {
                    "sync": place.load("reconnect", opening=1, syncing=1, missed=CHANGED, seconds=60, bystanders=2,
                                       bystander_rate=1, warm_up=0, **CROWD)["reconnect"],
                    "list": place.ask(asked, clients=2, seconds=seconds, warm_up=seconds / 5)}
