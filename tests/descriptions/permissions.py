#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Promise 5: every route and every frame of a client, tried by everybody. Who may is in the descriptions (x-who); who may
not gets 401, 403, or 404 where they must not even know, changes nothing, and is shown nothing of what others said.
permissions.py HEARTH_SERVER SOURCE_DIR sqlite|postgresql"""
import asyncio
import json
import pathlib
import re
import sys
import unittest

import hearth

BINARY, SOURCE, KIND = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve(), sys.argv[3]
sys.path.insert(0, str(SOURCE / "resources"))
import protocol  # noqa: E402

API, EVENTS = protocol.load("openapi.yaml"), protocol.load("asyncapi.yaml")
SECRET = "quixotic-zebra"  # stands in everything that only members may see
MEMBERS = ("owner", "admin", "member", "other")  # `member` sent the message and uploaded the file
OUTSIDERS = ("former", "stranger", "root")
ROLES = MEMBERS + OUTSIDERS + ("nobody",)

# Who is among those whom a word of x-who names.
NAMED = {
    "public": ROLES,
    "signed-in": ROLES[:-1],
    "self": ROLES[:-1],
    "members": MEMBERS,
    "sender": ("member",),
    "uploader": ("member",),
    "moderators": ("owner", "admin"),
    "owner": ("owner",),
    "concerned": ("other",),
    "administrators": ("root",),
}


class World:
    """A group with everything in it, and all kinds of people around it."""
    made = 0

    def __init__(self, server):
        World.made += 1
        self.server = server
        self.people = {role: server.register("%s-%d" % (role, World.made)) for role in ROLES[:-1] + ("newcomer", "peer")}
        self.people["nobody"] = hearth.Person(server, None)
        server.run("user", "admin", self.people["root"].name)
        ids = {role: person.id for role, person in self.people.items()}
        owner, member = self.people["owner"], self.people["member"]
        group = owner.must("POST", "/api/v1/conversations", {
            "type": "group", "name": SECRET, "description": SECRET,
            "member_ids": [ids[role] for role in ("admin", "member", "other", "former")]})["id"]
        owner.must("PATCH", "/api/v1/conversations/%s/members/%s" % (group, ids["admin"]), {"role": "admin"})
        direct = member.must("POST", "/api/v1/conversations", {"type": "direct", "member_ids": [ids["peer"]]})["id"]
        upload = member.call("POST", "/api/v1/files?name=%s.png" % SECRET, raw=PICTURE,
                             headers={"Content-Type": "image/png"})
        assert upload.status == 201, upload
        self.names = dict(ADA=owner.id, GRACE=ids["other"], NEWCOMER=ids["newcomer"], GROUP=group, DIRECT=direct,
                          FILE=upload.json["id"])
        self.names["MESSAGE"] = self.say(content=SECRET + " @former", attachment_ids=[self.names["FILE"]],
                                         mentions=[{"user_id": ids["former"], "offset": len(SECRET) + 1, "length": 7}])
        self.names["SOCKET_MESSAGE"] = self.names["MESSAGE"]
        self.say(content=SECRET, reply_to_id=self.names["MESSAGE"])
        member.must("PUT", "/api/v1/messages/%s" % self.names["MESSAGE"], {"content": SECRET + " edited"})
        owner.must("DELETE", "/api/v1/conversations/%s/members/%s" % (group, ids["former"]))

    def say(self, **message):
        path = "/api/v1/conversations/%s/messages" % self.names["GROUP"]
        return self.people["member"].must("POST", path, message)["id"]

    def stand(self):
        """What must not move when somebody is refused."""
        group = self.people["owner"].must("GET", "/api/v1/conversations/" + self.names["GROUP"])
        return group["last_change"]

    def fill(self, text, role):
        person = self.people[role]
        own = dict(self.names, ADA_TOKEN=person.token or "", SESSION=role, **tokens_of(person))
        def value(match):
            if match[1] not in own:
                raise AssertionError("the matrix knows no $%s" % match[1])
            return own[match[1]]
        return re.sub(r"\$([A-Z_]+)", value, text)


def tokens_of(person):
    return {"REFRESH": person.tokens["refresh_token"]} if person.tokens else {"REFRESH": ""}


def allowed(who):
    return {role for word in who.split(", ") for role in NAMED[word]}


def refusal(who, role):
    """The status of somebody who may not."""
    if role == "nobody":
        return 401
    concerns_members = not set(who.split(", ")) & {"administrators"}
    return 404 if concerns_members and role in OUTSIDERS else 403


class Permissions(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.stack = hearth.contextlib.ExitStack()
        url = cls.stack.enter_context(hearth.database(KIND))
        cls.server = cls.stack.enter_context(hearth.Server(BINARY, url, UNLIMITED))

    @classmethod
    def tearDownClass(cls):
        cls.stack.close()

    def test_every_operation_says_who_may_call_it(self):
        for name, operation in protocol.operations(API).items():
            with self.subTest(operation=name):
                self.assertLessEqual(set(operation["x-who"].split(", ")), set(NAMED))

    def test_every_route_for_everybody(self):
        shared = World(self.server)
        for name, operation in protocol.operations(API).items():
            for role in ROLES:
                world = shared if operation["method"] == "GET" else World(self.server)
                with self.subTest(operation=name, role=role):
                    self.try_route(world, operation, role)

    def try_route(self, world, operation, role):
        attempt = operation.get("x-try", {})
        path = operation["path"]
        for name, value in attempt.get("path", {}).items():
            path = path.replace("{%s}" % name, str(value))
        if "query" in attempt:
            path += "?" + "&".join("%s=%s" % item for item in attempt["query"].items())
        body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("example")
        raw, headers = None, {}
        if body is not None:
            body = json.loads(world.fill(json.dumps(body), role))
        elif "file" in attempt:
            raw, headers = PICTURE, {"Content-Type": "image/png"}
        before = world.stand()
        answer = world.people[role].call(operation["method"], world.fill(path, role), body, headers, raw)

        who = operation["x-who"]
        if role in allowed(who):
            self.assertIn(str(answer.status), operation["responses"], answer)
            self.assertLess(answer.status, 400, answer)
        else:
            self.assertEqual(answer.status, refusal(who, role), answer)
            self.assertEqual(world.stand(), before)
        if role not in MEMBERS:
            self.assertNotIn(SECRET.encode(), answer.body)

    def test_every_frame_for_everybody(self):
        asyncio.run(self.try_frames())

    async def try_frames(self):
        for item in EVENTS["operations"]["fromClient"]["messages"]:
            message = protocol.resolve(EVENTS, protocol.resolve(EVENTS, item))
            for role in ROLES[:-1]:
                world = await asyncio.to_thread(World, self.server)
                with self.subTest(frame=message["name"], role=role):
                    await self.try_frame(world, message, role)

    async def try_frame(self, world, message, role):
        text = world.fill(json.dumps(message["examples"][0]["payload"]), role)
        async with world.people[role].socket() as socket:
            await socket.send(text)
            frame = json.loads(await asyncio.wait_for(socket.recv(), 10))
            while frame.get("id") != json.loads(text)["id"]:
                self.assert_discreet(frame, role)
                frame = json.loads(await asyncio.wait_for(socket.recv(), 10))
        self.assert_discreet(frame, role)
        if role in allowed(message["x-who"]):
            self.assertNotEqual(frame["type"], "error", frame)
        else:
            code = {403: "forbidden", 404: "not_found"}[refusal(message["x-who"], role)]
            self.assertEqual(frame.get("error", {}).get("code"), code, frame)

    def assert_discreet(self, frame, role):
        if role not in MEMBERS:
            self.assertNotIn(SECRET, json.dumps(frame))

    def test_outsiders_hear_nothing(self):
        asyncio.run(self.listen_outside())

    async def listen_outside(self):
        world = await asyncio.to_thread(World, self.server)
        sockets = {role: await world.people[role].socket() for role in OUTSIDERS}
        for operation in protocol.operations(API).values():
            if operation["method"] != "GET" and "members" in operation["x-who"] and "file" not in operation.get("x-try", {}):
                await asyncio.to_thread(self.try_route, world, operation, "owner")
        for role, socket in sockets.items():
            await socket.send('{"type":"ping","id":"last"}')
            frame = {}
            while frame.get("id") != "last":
                frame = json.loads(await asyncio.wait_for(socket.recv(), 10))
                self.assert_discreet(frame, role)
            await socket.close()


UNLIMITED = ("--limit-user-messages", "0", "--limit-user-requests", "0", "--limit-address-requests", "0")
# One pixel.
PICTURE = bytes.fromhex("89504e470d0a1a0a0000000d494844520000000100000001080600000"
                        "01f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082")

if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2, warnings="ignore")
