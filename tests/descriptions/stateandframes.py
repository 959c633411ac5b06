#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Promise 8, action by action: the state fetched before an action, plus the frames that followed, equals the state fetched
after it, for who acts (on another device) and for everybody else.   stateandframes.py HEARTH_SERVER sqlite|postgresql"""
import asyncio
import base64
import json
import pathlib
import sys
import time
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
        known = {id for conversation in self.mirror.state.values() for id in conversation["members"]}
        self.mirror.people = mirror.profiles(self.mirror.person, known)
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
    async def act(self, person, method, path, body=None, raw=None):
        if raw is None:
            answer = await asyncio.to_thread(person.must, method, path, body)
        else:
            answer = await asyncio.to_thread(person.call, method, path, None, {"Content-Type": "image/png"}, raw)
            self.assertLess(answer.status, 300, answer)
            answer = answer.json
        await self.compare("%s %s" % (method, path))
        return answer

    async def compare(self, what):
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
                             "%s, seen by %s" % (what, known.person.name))
            self.assertEqual(known.disorder, [])
            self.assertEqual(known.people, await asyncio.to_thread(mirror.profiles, known.person, known.people))

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

    async def test_what_is_done_by_frames(self):
        await self.say(self.ana, "first")
        sent = await self.act_by_frame(self.ana, type="message.send", conversation_id=self.group, content="frist",
                                       client_msg_id="6dd8a1a5-0d4d-4f4e-9b5a-0d7d5b1c6a11")
        await self.act_by_frame(self.ana, type="message.send", conversation_id=self.group, content="frist",
                                client_msg_id="6dd8a1a5-0d4d-4f4e-9b5a-0d7d5b1c6a11")  # once more: nothing changes
        message = sent["data"]["id"]
        await self.act_by_frame(self.jo, type="message.delivered", conversation_id=self.group, seq=1)
        await self.act_by_frame(self.jo, type="message.read", conversation_id=self.group, seq=2)
        await self.act_by_frame(self.ana, type="message.edit", message_id=message, content="@jo second",
                                mentions=[{"user_id": self.jo.id, "offset": 0, "length": 3}])
        await self.act_by_frame(self.li, type="reaction.add", message_id=message, emoji="🔥")
        await self.act_by_frame(self.li, type="reaction.remove", message_id=message, emoji="🔥")
        await self.act_by_frame(self.li, type="typing.start", conversation_id=self.group)
        await self.act_by_frame(self.li, type="typing.stop", conversation_id=self.group)
        await self.act_by_frame(self.ana, type="message.delete", message_id=message)

    async def act_by_frame(self, person, **frame):
        """Acts on a device of its own; returns the answer."""
        async with person.socket() as socket:
            await socket.send(json.dumps(dict(frame, id="act")))
            answer = {}
            while answer.get("id") != "act":
                answer = json.loads(await asyncio.wait_for(socket.recv(), 30))
        self.assertEqual(answer["type"], "ack", answer)
        await self.compare(frame["type"])
        return answer

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
                       {"pinned": True, "level": "mentions", "muted_until": "2030-01-01T00:00:00.000Z",
                        "unread_from": 1})
        await self.act(self.li, "PUT", self.of_group("/settings"), {"archived": True, "muted_until": None, "unread_from": None})
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

    async def test_files_and_pictures(self):
        file = await self.act(self.li, "POST", "/api/v1/files?name=dot.png", raw=PICTURE)
        sent = await self.say(self.li, "", type="image", attachment_ids=[file["id"]])
        await self.act(self.li, "PUT", self.of(sent), {"content": "what it shows"})
        await self.say(self.li, "again", attachment_ids=[file["id"]])
        await self.act(self.li, "DELETE", self.of(sent))
        await self.act(self.ana, "PUT", self.of_group("/avatar"), raw=PICTURE)
        await self.act(self.ana, "DELETE", self.of_group("/avatar"))
        await self.act(self.jo, "PUT", "/api/v1/users/me/avatar", raw=PICTURE)
        await self.act(self.jo, "DELETE", "/api/v1/users/me/avatar")

    async def test_people(self):
        await self.act(self.jo, "PATCH", "/api/v1/users/me", {"display_name": "Josephine"})
        await self.act(self.jo, "PATCH", "/api/v1/users/me", {"username": self.jo.name + "-too"})
        await self.act(self.ed, "POST", "/api/v1/users/%s/block" % self.li.id)
        await self.say(self.li)
        await self.act(self.ed, "DELETE", "/api/v1/users/%s/block" % self.li.id)
        await self.hide_receipts(self.jo)
        message = await self.say(self.ana, "who reads this?")
        await self.act(self.jo, "POST", self.of(message, "/read"))

    async def hide_receipts(self, person):
        """Who hides receipts sees none: they change it themselves, and fetch anew."""
        await asyncio.to_thread(person.must, "PATCH", "/api/v1/users/me", {"settings": {"read_receipts": False}})
        known = self.watcher_of(person).mirror
        known.sees_receipts = False
        known.state = await asyncio.to_thread(mirror.fetch, person)
        await self.compare(person.name + " hides receipts")

    async def test_administration(self):
        keeper = self.server.register("keeper-%d" % self.round)
        self.server.run("user", "admin", keeper.name)
        await self.say(self.jo, "before")
        self.watchers.remove(self.watcher_of(self.jo))  # whose sessions end
        for action in ("disable", "enable", "ban", "unban"):
            await self.act(keeper, "POST", "/api/v1/admin/users/%s/%s" % (self.jo.id, action))
        await self.say(self.ana, "after")

    async def test_erasure(self):
        await self.say(self.ana, "root")
        await self.say(self.jo, "of jo")
        await self.say(self.li, "of li")
        await self.forget(self.jo, "erase")
        await self.say(self.ana, "without jo")
        await self.forget(self.li, "keep")
        await self.say(self.ana, "alone")

    async def forget(self, person, messages):
        """Deletes an account: its messages and memberships follow, and the others hear of each."""
        self.watchers.remove(self.watcher_of(person))
        await asyncio.to_thread(person.must, "DELETE", "/api/v1/users/me",
                                {"password": "by-the-hearth", "messages": messages})
        deadline = time.monotonic() + 60
        while True:
            group = await asyncio.to_thread(self.ana.must, "GET", self.of_group())
            said = await asyncio.to_thread(mirror.messages_of, self.ana, self.group)
            left = [message for message in said.values() if message["sender_id"] == person.id
                    and message["type"] != "system" and not message.get("is_deleted")]
            member = any(member["user_id"] == person.id for member in group["members"])
            if not member and (messages == "keep" or not left):
                break
            self.assertLess(time.monotonic(), deadline, group)
            await asyncio.sleep(0.01)
        await self.settle_all()
        await self.compare("the account of %s is gone" % person.name)

    async def test_notifications(self):
        mention = [{"user_id": self.jo.id, "offset": 0, "length": 3}]
        await self.say(self.ana, "@jo look", mentions=mention)
        await self.say(self.ana, "@jo again", mentions=mention)
        await self.unread(2)
        first = min(self.watcher_of(self.jo).mirror.unread.items(), key=lambda item: item[1])[0]
        await self.act(self.jo, "PUT", "/api/v1/notifications/%s/read" % first)
        await self.unread(1)
        await self.say(self.ana, "@jo once more", mentions=mention)
        await self.unread(2)
        await self.act(self.jo, "PUT", "/api/v1/notifications/read-all")
        await self.unread(0)

    def watcher_of(self, person):
        return next(watcher for watcher in self.watchers if watcher.mirror.person is person)

    async def unread(self, count):
        """Notifications come a little after what they are about: then frames and list say the same."""
        known = self.watcher_of(self.jo)
        deadline = time.monotonic() + 60
        while len(known.mirror.unread) != count:
            self.assertLess(time.monotonic(), deadline, known.mirror.unread)
            await asyncio.sleep(0.01)
            await self.settle_all()
        listed = await asyncio.to_thread(self.jo.must, "GET", "/api/v1/notifications?unread_only=true")
        self.assertEqual({one["id"]: one["number"] for one in listed["notifications"]}, known.mirror.unread)
        self.assertEqual(listed["unread_count"], count)


# One pixel.
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mN4kKMPAAOrAXzbBKFqAAAAAElFTkSuQmCC")

if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2, warnings="ignore")
