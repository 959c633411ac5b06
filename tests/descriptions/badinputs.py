#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Bad inputs and leaks that need the whole server, on both databases. Each is named after its number in docs/security.md.
badinputs.py HEARTH_SERVER sqlite|postgresql"""
import asyncio
import json
import sys
import time
import unittest
import urllib.parse
import uuid

from stage import Stage

# What somebody writes who hopes that it ends up in a statement, a pattern or a query of its own.
STATEMENTS = ("'", "''; DROP TABLE messages; --", "\" OR 1=1 --", "' OR ''='", "%", "_", "\\", "a%' ESCAPE '\\", "{for update}",
              "{rows messages}", ":id", "$1", "?", "*", "a* OR b*", "NEAR(a b)", "\"unclosed", "content:x", "a & !b | c <-> d:*",
              "$.a[0]", "x'); SELECT pg_sleep(10); --", "NULL", "E'\\x27'", "/*", "\u2028'", "😀'")

LISTS = ("/api/v1/users?", "/api/v1/conversations?", "/api/v1/notifications?", "/api/v1/users/me/blocks?",
         "/api/v1/search/messages?q=x&", "{group}/messages?", "{group}/members?", "{group}/changes?since=0&",
         "{message}/replies?", "{message}/receipts?")


def utf16(text):
    return len(text.encode("utf-16-le")) // 2


async def next_frame(socket, matches):
    while True:
        frame = json.loads(await asyncio.wait_for(socket.recv(), 10))
        if matches(frame):
            return frame


class BadInputs(Stage):
    def setUp(self):
        super().setUp()
        self.here = "/api/v1/conversations/" + self.group

    def assert_refused(self, answer, pointer, status=422):
        self.assertEqual((answer.status, answer.json.get("errors", [{}])[0].get("pointer")), (status, pointer), answer)

    def upload(self, person, name, contents):
        answer = person.call("POST", "/api/v1/files?name=" + urllib.parse.quote(name), raw=contents,
                             headers={"Content-Type": "application/octet-stream"})
        self.assertEqual(answer.status, 201, answer)
        return answer.json

    def test_attack28_resumes_of_one_session_do_not_disturb_each_other(self):
        self.say(self.ana, self.group)

        async def resume(socket):
            await socket.send(json.dumps({"type": "sync", "id": "sync"}))
            await socket.send(json.dumps({"type": "changes", "id": "changes", "conversation_id": self.group, "since": 0}))
            heads, answers = [], {}
            while set(answers) != {"sync", "changes"}:
                frame = await next_frame(socket, lambda frame: frame["type"] == "sync.heads" or "id" in frame)
                if "id" in frame:
                    answers[frame["id"]] = frame
                else:
                    heads += [(head["conversation_id"], head["last_change"]) for head in frame["heads"]]
            return heads, [message["id"] for message in answers["changes"]["data"]["messages"]]

        async def talk():
            sockets = [await self.li.socket() for _ in range(5)]
            resumed = await asyncio.gather(*map(resume, sockets))
            message = await asyncio.to_thread(self.say, self.ana, self.group)
            for socket in sockets:
                frame = await next_frame(socket, lambda frame: frame["type"] == "message.new")
                self.assertEqual(frame["data"]["id"], message["id"])
                await socket.close()
            return resumed
        resumed = asyncio.run(talk())
        self.assertEqual(resumed, [resumed[0]] * 5)
        self.assertTrue(all(resumed[0]))

    def test_attack31_nothing_reaches_into_a_foreign_conversation(self):
        said = self.say(self.ana, self.group)
        message, own = "/api/v1/messages/" + said["id"], self.new_group(self.eve)
        for method, path, body in (
                ("GET", message, None), ("PUT", message, {"content": "x"}), ("DELETE", message, None),
                ("GET", message + "/history", None), ("GET", message + "/replies", None), ("GET", message + "/receipts", None),
                ("POST", message + "/read", None), ("PUT", message + "/pin", None), ("DELETE", message + "/pin", None),
                ("POST", message + "/reactions", {"emoji": "🔥"}), ("DELETE", message + "/reactions/%F0%9F%94%A5", None),
                ("POST", "/api/v1/reports", {"message_id": said["id"], "reason": "x"})):
            with self.subTest(method=method, path=path):
                self.assertEqual(self.eve.call(method, path, body).status, 404)
        answers = self.ask(
            self.eve, {"type": "reaction.add", "message_id": said["id"], "emoji": "🔥"},
            {"type": "reaction.remove", "message_id": said["id"], "emoji": "🔥"},
            {"type": "message.edit", "message_id": said["id"], "content": "x"},
            {"type": "message.delete", "message_id": said["id"]}, {"type": "message.read", "message_id": said["id"]},
            {"type": "message.delivered", "conversation_id": self.group, "seq": 1},
            {"type": "typing.start", "conversation_id": self.group},
            {"type": "message.send", "conversation_id": self.group, "content": "x"})
        self.assertEqual([answer["error"]["code"] for answer in answers], ["not_found"] * 8)

        messages, file = "/api/v1/conversations/%s/messages" % own, self.upload(self.ana, "a.txt", b"of ana")
        self.assert_refused(self.eve.call("POST", messages, {"content": "x", "reply_to_id": said["id"]}), "/reply_to_id")
        self.assert_refused(self.eve.call("POST", messages, {
            "content": "@ana", "mentions": [{"user_id": self.ana.id, "offset": 0, "length": 4}]}), "/mentions/0/user_id")
        self.assert_refused(self.eve.call("POST", messages, {"content": "x", "attachment_ids": [file["id"]]}),
                            "/attachment_ids/0")
        self.assertEqual(self.ana.must("GET", message), said)

    def test_attack33_who_is_out_sees_it_on_no_surface(self):
        secret = "quixotic" + uuid.uuid4().hex
        self.ana.must("PUT", self.here, {"name": secret})
        file = self.upload(self.ana, secret + ".txt", secret.encode())
        said = self.say(self.ana, self.group, content=secret + " @jo", attachment_ids=[file["id"]],
                        mentions=[{"user_id": self.jo.id, "offset": len(secret) + 1, "length": 3}])
        surfaces = ("/api/v1/search/messages?q=" + secret, "/api/v1/search/conversations?q=" + secret,
                    "/api/v1/notifications", "/api/v1/conversations", "/api/v1/users/me/export", self.here,
                    self.here + "/messages", self.here + "/changes?since=0", self.here + "/members",
                    "/api/v1/messages/" + said["id"], "/api/v1/files/" + file["id"])
        deadline = time.monotonic() + 30  # the index follows
        while secret.encode() not in self.jo.get(surfaces[0]).body:
            self.assertLess(time.monotonic(), deadline)
        shown = [path for path in surfaces if secret.encode() in self.jo.get(path).body]
        self.assertGreater(len(shown), 6, shown)  # so the test could fail
        self.ana.must("DELETE", "%s/members/%s" % (self.here, self.jo.id))
        for person in (self.jo, self.eve):
            for path in surfaces:
                with self.subTest(path=path, former=person is self.jo):
                    answer = person.get(path)
                    self.assertLess(answer.status, 500)
                    # Of an error, the words of the question may come back.
                    self.assertNotIn(secret.encode(), answer.body)

    def test_attack38_statements_are_text(self):
        for number, text in enumerate(STATEMENTS):
            with self.subTest(text=text):
                self.try_text(number, text)
        page = self.ana.must("GET", self.here + "/messages?limit=100")["messages"]
        written = [message["content"] for message in page if message["type"] == "text"]
        self.assertEqual(written[::-1], list(STATEMENTS))
        self.assertEqual(len(self.ana.must("GET", self.here + "/members")["members"]), 3)

    def try_text(self, number, text):
        quoted = urllib.parse.quote(text, safe="")
        group = self.ana.must("POST", "/api/v1/conversations",
                              {"type": "group", "name": text, "description": text, "member_ids": []})
        self.assertEqual((group["name"], group["description"]), (text, text))
        said = self.say(self.ana, self.group, content=text, metadata={text: [text]})
        self.assertEqual((said["content"], said["metadata"]), (text, {text: [text]}))
        self.assertEqual(self.ana.must("PATCH", "/api/v1/users/me", {"display_name": "n" + text})["display_name"], "n" + text)
        self.assertEqual(self.eve.must("GET", "/api/v1/users?q=" + quoted)["users"], [])
        for path in ("/api/v1/users/", "/api/v1/messages/", "/api/v1/conversations/", "/api/v1/files/"):
            self.assertEqual(self.eve.get(path + quoted).status, 404, path)
        self.assertEqual(self.eve.must("GET", "/api/v1/conversations")["conversations"], [])
        found = self.eve.get("/api/v1/search/messages?q=" + quoted)
        self.assertIn(found.status, (200, 422), found)
        self.assertEqual(found.json.get("results", []), [])
        self.assertIn(self.eve.get("/api/v1/search/conversations?q=" + quoted).status, (200, 422))
        for path in ("/api/v1/conversations?cursor=", self.here + "/members?cursor="):
            self.assertEqual(self.ana.get(path + quoted).status, 422, path)
        self.assertEqual(self.ana.get("%s/messages?before_id=%s" % (self.here, quoted)).status, 404)
        self.assert_refused(self.ana.call("POST", "/api/v1/messages/%s/reactions" % said["id"], {"emoji": "x" + text}), "/emoji")
        self.assertEqual(self.ana.call("POST", self.here + "/members", {"user_id": text}).status, 422)
        self.assert_refused(self.ana.call("POST", self.here + "/messages", {"content": "x", "client_msg_id": text}),
                            "/client_msg_id")
        login = self.eve.call("POST", "/api/v1/auth/login", {"username": "ana-%d' OR %s" % (self.round, text), "password": text})
        self.assertIn(login.status, (401, 429), login)

    def test_attack40_text_of_any_kind_stays_as_it_is(self):
        texts = ["caf\u00e9", "cafe\u0301", "\u202eevil\u202c", "a\u200b\u200d\u2060b", "Z\u0351\u036b\u0343a\u0321", "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                 "\U00020000\ufdd0", "e" + "\u0301" * 9_999, "\ufeffx", "ﷺ" * 1_000]
        for text in texts:
            self.assertEqual(self.say(self.ana, self.group, content=text)["content"], text)
        page = self.li.must("GET", self.here + "/messages")["messages"]
        self.assertEqual([message["content"] for message in page if message["type"] == "text"], texts[::-1])
        groups = [self.ana.must("POST", "/api/v1/conversations", {"type": "group", "name": name, "member_ids": []})
                  for name in texts[:2]]
        self.assertEqual([group["name"] for group in groups], texts[:2])

    def test_attack40_nobody_passes_for_somebody_else_by_a_look_alike(self):
        name = "ana-%d" % self.round
        for username in (name.replace("a", "\u0430"), name + "\u200b", "\u202e" + name, name.replace("a", "a\u0301"),
                         name.replace("a", "ａ"), name + " ", name + "\u00a0"):
            self.assert_refused(self.eve.call("POST", "/api/v1/auth/register",
                                              {"username": username, "password": "by-the-hearth"}), "/username")
        taken = self.eve.call("POST", "/api/v1/auth/register", {"username": name.upper(), "password": "by-the-hearth"})
        self.assertEqual(taken.status, 409, taken)

    def test_attack40_mentions_are_where_the_text_is(self):
        text = "👩‍👩‍👧 @li"

        def mention(*places):
            return self.ana.call("POST", self.here + "/messages", {"content": text, "mentions": [
                {"user_id": self.li.id, "offset": offset, "length": length} for offset, length in places]})
        at = utf16(text) - 3
        self.assertEqual(mention((at, 3)).json["mentions"], [{"user_id": self.li.id, "offset": at, "length": 3}])
        in_bytes = len(text.encode()) - 3
        for offset, length in ((in_bytes, 3), (at + 1, 3), (at, 0), (utf16(text), 1), (1, 3), (2**31 - 1, 1), (0, 2**31 - 1)):
            self.assert_refused(mention((offset, length)), "/mentions/0/offset")
        for offset, length in ((-1, 3), (at, -3), (2**53, 1), (1.5, 1)):
            answer = mention((offset, length))
            self.assertEqual(answer.status, 422)
            self.assertTrue(answer.json["errors"][0]["pointer"].startswith("/mentions/0/"), answer)
        self.assert_refused(mention((at, 3), (at + 1, 2)), "/mentions")

    def test_attack40_what_is_no_text_is_refused(self):
        before = self.ana.must("GET", self.here)["last_change"]
        for body, status in ((b'{"content":"\\ud83d"}', 422), (b'{"content":"\\udd25\\ud83d"}', 422),
                             (b'{"content":"a\\u0000b"}', 422), (b'{"content":"\xff"}', 400), (b'{"content":"\xc0\xaf"}', 400),
                             (b'{"content":"\xed\xa0\x80"}', 400)):
            answer = self.ana.call("POST", self.here + "/messages", raw=body, headers={"Content-Type": "application/json"})
            self.assertEqual(answer.status, status, (body, answer))
        self.assertEqual(self.ana.must("GET", self.here)["last_change"], before)

    def test_attack45_every_field_has_its_limit(self):
        def profile(**fields):
            return self.ana.call("PATCH", "/api/v1/users/me", fields)

        def message(**fields):
            return self.ana.call("POST", self.here + "/messages", dict({"content": "x"}, **fields))

        def edit(**fields):
            return self.ana.call("PUT", self.here, fields)

        def report(reason):
            return self.ana.call("POST", "/api/v1/reports", {"user_id": self.eve.id, "reason": reason})

        def register(**fields):
            return self.eve.call("POST", "/api/v1/auth/register", dict(
                {"username": "u" + uuid.uuid4().hex, "password": "by-the-hearth"}, **fields))

        def uploads(count):
            return [self.upload(self.ana, "a", b"a")["id"] for _ in range(count)]
        fields = (  # what is sent with so much of it, the most of it, where it stands, whether none at all is refused
            (lambda n: message(content="🔥" * n), 10_000, "/content", True),
            (lambda n: message(metadata={"": "x" * (n - 7)} if n else {}), 16 * 1024, "/metadata", False),
            (lambda n: message(content="@" * n, mentions=[
                {"user_id": self.li.id, "offset": i, "length": 1} for i in range(n)]), 100, "/mentions", True),
            (lambda n: message(attachment_ids=uploads(n)), 20, "/attachment_ids", False),
            (lambda n: edit(name="n" * n), 128, "/name", True),
            (lambda n: edit(description="d" * n), 2_000, "/description", False),
            (lambda n: profile(display_name="d" * n), 128, "/display_name", True),
            (lambda n: profile(email="a" * (n - 10) + "@b.example" if n else ""), 254, "/email", True),
            (lambda n: register(username=uuid.uuid4().hex[:10] + "u" * (n - 10) if n else ""), 64, "/username", True),
            (lambda n: register(password="🔑" * n), 256, "/password", True),
            (lambda n: report("r" * n), 2_000, "/reason", True),
        )
        for send, most, pointer, refuses_none in fields:
            with self.subTest(pointer=pointer):
                self.assertLess(send(most).status, 300, send(most))
                self.assert_refused(send(most + 1), pointer)
                self.assertIn(send(most * 10).status, (413, 422), send(most * 10))
                self.assertEqual(send(0).status >= 400, refuses_none, send(0))

    def test_attack66_numbers_have_edges(self):
        said = self.say(self.ana, self.group)
        places = {"group": self.here, "message": "/api/v1/messages/" + said["id"]}
        for path in LISTS:
            for limit in (0, -1, 10**9, 2**31, 2**63, 2**64, "1.5", "1e1", "x", "0x1", "%00"):
                with self.subTest(path=path, limit=limit):
                    self.assert_refused(self.ana.get(path.format(**places) + "limit=%s" % limit), "/limit")
        for name in ("before_seq", "after_seq", "around_seq"):
            self.assertEqual(self.ana.get("%s/messages?%s=%d" % (self.here, name, 2**53 - 1)).status, 200)
            for value in (-1, 2**53, 2**63 - 1, 2**63):
                self.assert_refused(self.ana.get("%s/messages?%s=%d" % (self.here, name, value)), "/" + name)
        self.assertEqual(self.ana.must("GET", "%s/messages?offset=%d" % (self.here, 2**31 - 1))["messages"], [])
        self.assert_refused(self.ana.get("%s/messages?offset=%d" % (self.here, 2**31)), "/offset")

        last = self.ana.must("GET", self.here)["last_seq"]
        self.ask(self.li, {"type": "message.read", "conversation_id": self.group, "seq": 2**53 - 1})
        self.assertLessEqual(self.li.must("GET", self.here)["my"]["read_seq"], last)
        answers = self.ask(self.li, *({"type": kind, "conversation_id": self.group, "seq": seq}
                                      for kind in ("message.read", "message.delivered") for seq in (-1, 2**53, 2**63, 1.5)))
        self.assertEqual({answer["error"]["code"] for answer in answers}, {"invalid_field"})


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2, warnings="ignore")
