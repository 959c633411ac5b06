# SPDX-License-Identifier: Apache-2.0
"""Pages, changes and sending against the length of a conversation. Its rows are written in bulk, as the server writes them but
for the search index, which is told that it has them: it is measured by `archive`."""
import statistics
import time

from bed import bed

TITLE, AXIS = "Length of a conversation", "messages"
SIZES, QUICK = tuple(10 ** n for n in range(3, 8)), (1_000, 10_000)
KINDS = ("at the end", "by before_seq", "by around_seq", "by offset", "changes of the last 10")
PANELS = (
    *((f"Page of 50 {kind}" if kind != KINDS[-1] else "The last ten changes", "ms",
       {"p50": f"pages.{kind}.latency_ms.p50", "p99": f"pages.{kind}.latency_ms.p99"}) for kind in KINDS),
    ("Messages sent into it a second", "", {"window of 16": "saturate.traffic.messages_per_second"}),
    ("Acknowledged, at 100 messages a second", "ms", {"p50": "rate.traffic.send_to_ack_ms.p50",
                                                      "p99": "rate.traffic.send_to_ack_ms.p99"}),
    ("Received, at 100 messages a second", "ms", {"p50": "rate.traffic.send_to_receive_ms.p50",
                                                  "p99": "rate.traffic.send_to_receive_ms.p99"}),
    ("Until /ready", "ms", {"started": "start_ms.median", "after kill -9": "start_after_kill_ms"}),
)
PAIR = {"run": "long", "connections": 2}
USER = "bench-long-0"
ROWS_AT_ONCE, QUESTIONS, STARTS = 200_000, 100, 5
CONTENT = "lorem ipsum " * 17


def lengthen(database, length):
    """Messages until there are so many: one each second, the last one now."""
    conversation = database.run([f"SELECT conversation_id FROM conversation_members WHERE user_id = '{USER}'"])[0]
    own = f"id = '{conversation}'"
    value = lambda column: int(database.run([f"SELECT {column} FROM conversations WHERE {own}"])[0])
    last, change, ordinal = value("last_seq"), value("last_change"), value("last_ordinal")
    now = int(time.time() * 1000)
    for first in range(last + 1, length + 1, ROWS_AT_ONCE):
        until = min(first + ROWS_AT_ONCE - 1, length)
        database.run([
            "INSERT INTO messages (id, conversation_id, seq, change, ordinal, sender_id, request_hash, type, content, created_at)"
            f" SELECT '0190163d-8694-739b-aea5-' || {database.padded('i', 12)}, '{conversation}', i, i - {last} + {change},"
            f" i - {last} + {ordinal}, '{USER}', '', 'text', '{CONTENT}', {now} - 1000 * CAST({length} - i AS BIGINT)"
            f" FROM {database.numbers(first, until)}",
            f"UPDATE conversations SET last_seq = {until}, last_change = {until - last + change},"
            f" last_ordinal = {until - last + ordinal}, last_activity_at = {now} WHERE {own}",
            "INSERT INTO search_conversations (number, conversation_id, indexed_change, backlog_seq)"
            f" SELECT 1 + (SELECT coalesce(max(number), 0) FROM search_conversations), id, last_change, 0 FROM conversations"
            f" WHERE {own} ON CONFLICT (conversation_id) DO UPDATE SET indexed_change = excluded.indexed_change, backlog_seq = 0"])
    database.settle()
    return conversation, value("last_seq"), value("last_change")


def questions(conversation, last, change):
    path = f"/api/v1/conversations/{conversation}/"
    places = [51 + n * 7_919_377 % (last - 50) for n in range(QUESTIONS)]
    ends = [["messages?limit=50"], [f"messages?limit=50&before_seq={place}" for place in places],
            [f"messages?limit=50&around_seq={place}" for place in places],
            [f"messages?limit=50&offset={place - 50}" for place in places], [f"changes?since={change - 10}"]]
    return [(kind, USER, path + end) for kind, some in zip(KINDS, ends) for end in some]


def measure(kind, sizes, quick):
    seconds = 1 if quick else 10
    with bed(kind) as place:
        with place.serving():
            place.load("connections", seconds=0, warm_up=0, **PAIR)
        for size in sizes:
            asked = questions(*lengthen(place.database, size))
            starts = []
            for _ in range(STARTS):
                with place.serving():
                    starts.append(place.start_ms)
            with place.serving():
                yield place, size, {
                    "start_ms": {"median": statistics.median(starts), "longest": max(starts)},
                    "pages": place.ask(asked, clients=2, seconds=seconds, warm_up=seconds / 5),
                    "rate": place.load("rate", senders=2, rate=100, seconds=seconds, **PAIR),
                    "saturate": place.load("saturate", senders=2, window=8, seconds=seconds, **PAIR),
                    "start_after_kill_ms": place.start_after_kill()}
