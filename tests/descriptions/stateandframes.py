#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Promise 8, action by action: the state fetched before an action, plus the frames that followed, equals the state fetched
after it, for who acts (on another device) and for everybody else.   stateandframes.py HEARTH_SERVER sqlite|postgresql"""
import asyncio
import json
import pathlib
import sys
import unittest

import hearth
import mirror

BINARY, KIND = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]


class Watcher:
    """A mirror that hears a person's frames."""

    def __init__(self, person):
        self.mirror = mirror.Mirror(person)

    async def connect(self):
        self.socket = await self.mirror.person.socket()
        self.mirror.state = mirror.fetch(self.mirror.person)
        await self.settle()

    async def settle(self):
        """Applies all that was sent before now."""
        await self.socket.send('{"type":"ping","id":"settle"}')
        while True:
            frame = json.loads(await asyncio.wait_for(self.socket.recv(), 30))
            if frame["type"] == "pong":
                return
            self.mirror.apply(frame)


class StateAndFrames(unittest.IsolatedAsyncioTestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.stack = hearth.contextlib.ExitStack()
        url = cls.stack.enter_context(hearth.database(KIND))
        cls.server = cls.stack.enter_context(hearth.Server(BINARY, url))
        cls.round = 0

    @classmethod
    def tearDownClass(cls):
        cls.stack.close()

    async def asyncSetUp(self):
        type(self).round += 1
        self.ana, self.li, self.jo, self.ed = (
            self.server.register("%s-%d" % (name, self.round)) for name in ("ana", "li", "jo", "ed"))
        self.group = self.ana.must("POST", "/api/v1/conversations", {
            "type": "group", "name": "Group", "member_ids": [self.li.id, self.jo.id]})["id"]
        self.watchers = [Watcher(person) for person in (self.ana, self.li, self.jo, self.ed)]
        for watcher in self.watchers:
            await watcher.connect()

    async def asyncTearDown(self):
        for watcher in self.watchers:
            await watcher.socket.close()

    # Acts, and compares.
    async def act(self, person, method, path, body=None):
        answer = await asyncio.to_thread(person.must, method, path, body)
        for watcher in self.watchers:
            await watcher.settle()
        for watcher in self.watchers:
            known = watcher.mirror
            fetched = await asyncio.to_thread(mirror.fetch, known.person)
            await self.settle_all()
            again = {id: dict(conversation, messages=fetched[id]["messages"]) for id, conversation in
                     (await asyncio.to_thread(self.conversations, known.person)).items()}
            self.assertEqual(mirror.comparable(known.state, known.person.id),
                             mirror.comparable(again, known.person.id),
                             "%s %s, seen by %s" % (method, path, known.person.name))
            self.assertEqual(known.disorder, [])
        return answer

    async def settle_all(self):
        for watcher in self.watchers:
            await watcher.settle()

    # Without fetching messages, which would move watermarks.
    def conversations(self, person):
        listed = person.must("GET", "/api/v1/conversations?limit=100")["conversations"]
        return {conversation["id"]: mirror.shown(conversation, {}) for conversation in listed}

    async def say(self, person, content="hello", **more):
        return await self.act(person, "POST", "/api/v1/conversations/%s/messages" % self.group,
                              dict(content=content, **more))

    def of(self, message, what=""):
        return "/api/v1/messages/%s%s" % (message["id"], what)

    def of_group(self, what=""):
        return "/api/v1/conversations/%s%s" % (self.group, what)

    async def test_sending_and_reading(self):
        await self.say(self.ana)
        await self.say(self.li, "@jo look", mentions=[{"user_id": self.jo.id, "offset": 0, "length": 3}])
        last = await self.say(self.ana, "again")
        await self.act(self.jo, "POST", self.of_group("/delivered"), {"seq": 1})
        await self.act(self.jo, "POST", self.of_group("/read"), {"seq": 1})
        await self.act(self.jo, "POST", self.of_group("/read"), {"seq": 2})
        await self.act(self.li, "POST", self.of(last, "/read"))
        await self.say(self.jo)

    async def test_threads(self):
        root = await self.say(self.ana, "root")
        first = await self.say(self.li, "first", reply_to_id=root["id"])
        await self.say(self.jo, "second", reply_to_id=first["id"])
        await self.act(self.li, "DELETE", self.of(first))
        await self.act(self.ana, "DELETE", self.of(root))

    async def test_edits_and_deletions(self):
        first = await self.say(self.ana, "frist")
        await self.act(self.ana, "PUT", self.of(first), {"content": "first"})
        mention = [{"user_id": self.jo.id, "offset": 0, "length": 3}]
        await self.act(self.ana, "PUT", self.of(first), {"content": "@jo first", "mentions": mention})
        await self.act(self.ana, "PUT", self.of(first), {"content": "first"})
        await self.act(self.ana, "PUT", self.of(first), {"content": "@jo first", "mentions": mention})
        second = await self.say(self.li, "second")
        await self.act(self.ana, "DELETE", self.of(second))
        await self.act(self.ana, "DELETE", self.of(first))
        await self.act(self.ana, "DELETE", self.of(first))

    async def test_reactions_and_pins(self):
        message = await self.say(self.ana)
        for person in (self.li, self.jo, self.ana):
            await self.act(person, "POST", self.of(message, "/reactions"), {"emoji": "🔥"})
        await self.act(self.li, "POST", self.of(message, "/reactions"), {"emoji": "👍"})
        await self.act(self.li, "DELETE", self.of(message, "/reactions/%F0%9F%94%A5"))
        await self.act(self.jo, "PUT", self.of(message, "/pin"))
        await self.act(self.ana, "DELETE", self.of(message, "/pin"))

    async def test_conversations_come_and_go(self):
        made = await self.act(self.ed, "POST", "/api/v1/conversations",
                              {"type": "direct", "member_ids": [self.ana.id]})
        await self.act(self.ana, "POST", "/api/v1/conversations/%s/messages" % made["id"], {"content": "hi"})
        await self.act(self.ana, "PUT", self.of_group(), {"name": "Renamed", "description": "What it is for"})
        await self.act(self.ana, "PUT", self.of_group(), {"description": ""})
        await self.act(self.li, "PUT", self.of_group("/settings"),
                       {"pinned": True, "level": "mentions", "muted_until": "2030-01-01T00:00:00.000Z"})
        await self.act(self.li, "PUT", self.of_group("/settings"), {"archived": True, "muted_until": None})
        await self.act(self.ana, "DELETE", self.of_group())

    async def test_members_come_and_go(self):
        await self.say(self.ana)
        await self.act(self.ana, "POST", self.of_group("/members"), {"user_id": self.ed.id})
        await self.say(self.ed, "here I am")
        await self.act(self.ana, "PATCH", self.of_group("/members/" + self.li.id), {"role": "admin"})
        await self.act(self.li, "PATCH", self.of_group("/members/" + self.jo.id), {"can_send_messages": False})
        await self.act(self.li, "DELETE", self.of_group("/members/" + self.ed.id))
        await self.say(self.li, "without ed")
        await self.act(self.li, "POST", self.of_group("/members"), {"user_id": self.ed.id})
        await self.act(self.jo, "DELETE", self.of_group("/members/" + self.jo.id))
        await self.act(self.ana, "PATCH", self.of_group("/members/" + self.ed.id), {"role": "owner"})
        await self.act(self.ana, "DELETE", self.of_group("/members/" + self.ana.id))
        await self.say(self.ed, "mine now")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2, warnings="ignore")
