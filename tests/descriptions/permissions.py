#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Promise 5: every route and every frame of a client, tried by everybody. Who may is in the descriptions (x-who); who may
not gets 401, 403, or 404 where they must not even know, changes nothing, and is shown nothing of what others said.
permissions.py HEARTH_SERVER SOURCE_DIR sqlite|postgresql"""
import asyncio
import base64
import json
import pathlib
import re
import sys
import time
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

    def __init__(self, server, keeper):
        World.made += 1
        self.server, self.keeper = server, keeper
        self.people = {role: server.register("%s-%d" % (role, World.made))
                       for role in MEMBERS + OUTSIDERS + ("newcomer", "peer")}
        self.people["nobody"] = hearth.Person(server, None)
        keeper.must("PUT", "/api/v1/admin/users/%s/admin" % self.people["root"].id)
        ids = {role: person.id for role, person in self.people.items()}
        owner, member = self.people["owner"], self.people["member"]
        group = owner.must("POST", "/api/v1/conversations", {
            "type": "group", "name": SECRET, "description": SECRET,
            "member_ids": [ids[role] for role in ("admin", "member", "other", "former")]})["id"]
        owner.must("PATCH", "/api/v1/conversations/%s/members/%s" % (group, ids["admin"]), {"role": "admin"})
        direct = member.must("POST", "/api/v1/conversations", {"type": "direct", "member_ids": [ids["peer"]]})["id"]
        self.names = dict(ADA=owner.id, GRACE=ids["other"], NEWCOMER=ids["newcomer"], MIA=ids["newcomer"], GROUP=group,
                          DIRECT=direct, FILE=self.upload())
        self.loose_file = self.upload()
        self.names["MESSAGE"] = self.say(content=SECRET + " @former @other", attachment_ids=[self.names["FILE"]],
                                         mentions=[{"user_id": ids["former"], "offset": len(SECRET) + 1, "length": 7},
                                                   {"user_id": ids["other"], "offset": len(SECRET) + 9, "length": 6}])
        self.names["SOCKET_MESSAGE"] = self.names["MESSAGE"]
        self.say(content=SECRET, reply_to_id=self.names["MESSAGE"])
        member.must("PUT", "/api/v1/messages/%s" % self.names["MESSAGE"], {"content": SECRET + " edited"})
        self.names["NOTIFICATION"] = wait_for(self.people["other"], "/api/v1/notifications", "notifications")["id"]
        self.names["REPORT"] = self.people["stranger"].must("POST", "/api/v1/reports", {"user_id": ids["peer"], "reason": "x"})["id"]
        self.names["INVITE"] = keeper.must("POST", "/api/v1/admin/invites", {})["code"]
        self.names["CODE"] = keeper.must("POST", "/api/v1/admin/users/%s/reset-password" % ids["newcomer"])["code"]
        owner.must("DELETE", "/api/v1/conversations/%s/members/%s" % (group, ids["former"]))

    def upload(self):
        answer = self.people["member"].call("POST", "/api/v1/files?name=%s.png" % SECRET, raw=PICTURE,
                                            headers={"Content-Type": "image/png"})
        assert answer.status == 201, answer
        return answer.json["id"]

    def say(self, **message):
        path = "/api/v1/conversations/%s/messages" % self.names["GROUP"]
        return self.people["member"].must("POST", path, message)["id"]

    def stand(self):
        """What must not move when somebody is refused, as those see it who may: messages with what hangs on them, members
        with how far they have read, everybody's account, sessions, blocks and notifications, files, reports and invites."""
        group = "/api/v1/conversations/" + self.names["GROUP"]
        owner, keeper = self.people["owner"], self.keeper
        seen = [owner.must("GET", path) for path in (
            group + "/messages", group + "/members?limit=100", group,
            "/api/v1/messages/%s/history" % self.names["MESSAGE"])]
        for person in self.people.values():
            if person.token:
                seen += [person.must("GET", path) for path in (
                    "/api/v1/sessions", "/api/v1/users/me/blocks", "/api/v1/notifications")]
                seen.append(keeper.must("GET", "/api/v1/admin/users/" + person.id))
        seen += [self.people["member"].call("HEAD", "/api/v1/files/" + file).status
                 for file in (self.names["FILE"], self.loose_file)]
        for what, key, own in (("reports", "id", "REPORT"), ("invites", "code", "INVITE")):
            listed = keeper.must("GET", "/api/v1/admin/%s?limit=100" % what)[what]
            seen.append([item for item in listed if item[key] == self.names[own]])
        return steady(seen)

    def fill(self, text, role):
        person = self.people[role]
        giver = person if person.tokens else self.people["owner"]
        own = dict(self.names, ADA_TOKEN=person.token or "", REFRESH=giver.tokens["refresh_token"])
        if role == "other":  # nobody reports or blocks themselves
            own["GRACE"] = own["ADA"] if "block" in text or "reason" in text else own["GRACE"]
        if "$SESSION" in text and person.token:
            own["SESSION"] = person.must("GET", "/api/v1/sessions")["sessions"][0]["id"]
        elif "$SESSION" in text:
            own["SESSION"] = self.names["ADA"]
        def value(match):
            if match[1] not in own:
                raise AssertionError("the matrix knows no $%s" % match[1])
            return own[match[1]]
        return re.sub(r"\$([A-Z_]+)", value, text)


def steady(value):
    """Without what moves by itself."""
    if isinstance(value, dict):
        return {key: steady(item) for key, item in value.items() if key not in ("last_seen", "last_used_at", "status")}
    return [steady(item) for item in value] if isinstance(value, list) else value


def wait_for(person, path, items):
    """The first of a list that is not long in coming."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if found := person.must("GET", path)[items]:
            return found[0]
        time.sleep(0.01)
    raise AssertionError("nothing came at " + path)


def allowed(who):
    return {role for word in who.split(", ") for role in NAMED[word]}


def refusal(who, role):
    """The status of somebody who may not."""
    if role == "nobody":
        return 401
    concerns_members = not set(who.split(", ")) & {"administrators"}
    return 404 if concerns_members and role in OUTSIDERS else 403


def shown(answer):
    return str(answer.headers) + answer.body.decode(errors="replace")


class Permissions(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.stack = hearth.contextlib.ExitStack()
        url = cls.stack.enter_context(hearth.database(KIND))
        cls.server = cls.stack.enter_context(hearth.Server(BINARY, url))
        cls.keeper = cls.server.register("keeper")
        cls.server.run("user", "admin", "keeper")

    @classmethod
    def tearDownClass(cls):
        cls.stack.close()

    def test_every_operation_says_who_may_call_it(self):
        for name, operation in protocol.operations(API).items():
            with self.subTest(operation=name):
                self.assertLessEqual(set(operation["x-who"].split(", ")), set(NAMED))

    def test_every_route_for_everybody(self):
        untouched = World(self.server, self.keeper)  # refused people leave it as it is
        wait_for(untouched.people["owner"], "/api/v1/search/messages?q=" + SECRET, "results")
        revealed = set()  # what shows members something that others must not see
        for name, operation in protocol.operations(API).items():
            may = allowed(operation["x-who"])
            before = untouched.stand()
            for role in sorted(ROLES, key=lambda role: role in may):
                changes = role in may and operation["method"] != "GET"
                with self.subTest(operation=name, role=role):
                    answer = self.try_route(World(self.server, self.keeper) if changes else untouched, operation, role)
                    if role not in may:
                        self.assertEqual(untouched.stand(), before)
                    elif role in MEMBERS and SECRET in shown(answer):
                        revealed.add(name)
        self.assertLessEqual(REVEALING, revealed)

    def try_route(self, world, operation, role):
        attempt = operation.get("x-try", {})
        path = operation["path"]
        for name, value in attempt.get("path", {}).items():
            path = path.replace("{%s}" % name, str(value))
        if "query" in attempt:
            query = dict(attempt["query"])
            if "/search/" in path:
                query["q"] = SECRET
            path += "?" + "&".join("%s=%s" % item for item in query.items())
        body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("example")
        raw, headers = None, {}
        if body is not None:
            body = json.loads(world.fill(json.dumps(body), role))
            if operation["operationId"] == "register":
                body["username"] = "registered-by-%s-%d" % (role, World.made)
            elif operation["operationId"] == "login":
                body["username"] = world.people["owner"].name
            elif operation["operationId"] == "redeemResetCode":
                body["username"] = world.people["newcomer"].name
        elif "file" in attempt:
            raw, headers = PICTURE, {"Content-Type": "image/png"}
        path = world.fill(path, role)
        if operation["operationId"] == "deleteFile":  # one that no message holds
            path = path.replace(world.names["FILE"], world.loose_file)
        answer = world.people[role].call(operation["method"], path, body, headers, raw)

        who = operation["x-who"]
        if operation["operationId"] == "readNotification" and role not in ("other", "nobody"):
            self.assertEqual(answer.status, 404, answer)  # it is another's
        elif operation["operationId"] == "deleteFile" and role not in ("member", "nobody"):
            self.assertEqual(answer.status, 404, answer)  # they cannot see it
        elif role in allowed(who):
            self.assertIn(str(answer.status), operation["responses"], answer)
            self.assertLess(answer.status, 400, answer)
        else:
            self.assertEqual(answer.status, refusal(who, role), answer)
        if role not in MEMBERS:
            self.assertNotIn(SECRET, shown(answer))
        return answer

    def test_every_frame_for_everybody(self):
        asyncio.run(self.try_frames())

    async def try_frames(self):
        for item in EVENTS["operations"]["fromClient"]["messages"]:
            message = protocol.resolve(EVENTS, protocol.resolve(EVENTS, item))
            for role in ROLES[:-1]:
                world = await asyncio.to_thread(World, self.server, self.keeper)
                with self.subTest(frame=message["name"], role=role):
                    await self.try_frame(world, message, role)

    async def try_frame(self, world, message, role):
        text = world.fill(json.dumps(message["examples"][0]["payload"]), role)
        may = role in allowed(message["x-who"])
        before = None if may else await asyncio.to_thread(world.stand)
        async with world.people[role].socket() as socket:
            await socket.send(text)
            frame = json.loads(await asyncio.wait_for(socket.recv(), 10))
            while frame.get("id") != json.loads(text)["id"]:
                self.assert_discreet(frame, role)
                frame = json.loads(await asyncio.wait_for(socket.recv(), 10))
        self.assert_discreet(frame, role)
        if may:
            self.assertNotEqual(frame["type"], "error", frame)
        else:
            self.assertEqual(await asyncio.to_thread(world.stand), before)
            code = {403: "forbidden", 404: "not_found"}[refusal(message["x-who"], role)]
            self.assertEqual(frame.get("error", {}).get("code"), code, frame)

    def assert_discreet(self, frame, role):
        if role not in MEMBERS:
            self.assertNotIn(SECRET, json.dumps(frame))

    def test_hidden_receipts_are_neither_shown_nor_seen(self):
        asyncio.run(self.hide_receipts())

    async def hide_receipts(self):
        world = await asyncio.to_thread(World, self.server, self.keeper)
        shy, open_, owner = (world.people[role] for role in ("other", "admin", "owner"))
        await asyncio.to_thread(shy.must, "PATCH", "/api/v1/users/me", {"settings": {"read_receipts": False}})
        group = "/api/v1/conversations/" + world.names["GROUP"]
        last = world.names["MESSAGE"]
        sockets = {person: await person.socket() for person in (shy, open_, owner)}
        for person in (shy, open_):
            await asyncio.to_thread(person.must, "POST", "/api/v1/messages/%s/read" % last)
        for viewer in (shy, open_, owner):
            shown = await asyncio.to_thread(self.receipts_shown, viewer, group, last)
            heard = await self.readers_heard(sockets[viewer])
            seen = set() if viewer is shy else {open_.id}
            self.assertEqual((shown | heard) - {viewer.id, world.people["member"].id}, seen - {viewer.id}, viewer.name)
            if viewer is owner:
                self.assertLessEqual({open_.id}, shown & heard)
            if viewer is shy:  # not even of who sent
                self.assertEqual((shown | heard) - {shy.id}, set())
            await sockets[viewer].close()

    def receipts_shown(self, viewer, group, message):
        """Whose reading the routes tell a member of."""
        listed = viewer.must("GET", group)["members"] + viewer.must("GET", group + "/members?limit=100")["members"]
        listed += [member for one in viewer.must("GET", "/api/v1/conversations?limit=100")["conversations"]
                   for member in one.get("members", [])]
        readers = {member["user_id"] for member in listed if member["read_seq"] > 0}
        receipts = viewer.must("GET", "/api/v1/messages/%s/receipts" % message)["read"]
        return readers | {receipt["user_id"] for receipt in receipts}

    async def readers_heard(self, socket):
        """Whose message.read has come by now."""
        await socket.send('{"type":"ping","id":"last"}')
        readers, frame = set(), {}
        while frame.get("id") != "last":
            frame = json.loads(await asyncio.wait_for(socket.recv(), 10))
            if frame["type"] == "message.read":
                readers.add(frame["user_id"])
        return readers

    def test_outsiders_hear_nothing(self):
        asyncio.run(self.listen_outside())

    async def listen_outside(self):
        world = await asyncio.to_thread(World, self.server, self.keeper)
        sockets = {role: await world.people[role].socket() for role in OUTSIDERS}
        done = 0
        for operation in sorted(protocol.operations(API).values(), key=lambda one: one["method"] == "DELETE"):
            within = operation["path"].startswith(("/api/v1/conversations/", "/api/v1/messages/"))
            ends = operation["operationId"] in ("deleteConversation", "deleteMessage")
            if operation["method"] != "GET" and within and not ends:
                actor = next(role for role in MEMBERS if role in allowed(operation["x-who"]))
                await asyncio.to_thread(self.try_route, world, operation, actor)
                done += 1
        self.assertGreater(done, 15)
        # Notifications come a little later, in their order: after this one none of those is under way.
        admin = world.people["admin"]
        await asyncio.to_thread(lambda: world.say(
            content=SECRET + " @admin", mentions=[{"user_id": admin.id, "offset": len(SECRET) + 1, "length": 6}]))
        await asyncio.to_thread(wait_for, admin, "/api/v1/notifications", "notifications")
        for role, socket in sockets.items():
            await socket.send('{"type":"ping","id":"last"}')
            frame = {}
            while frame.get("id") != "last":
                frame = json.loads(await asyncio.wait_for(socket.recv(), 10))
                self.assert_discreet(frame, role)
            await socket.close()


# What members see with the SECRET in it.
REVEALING = {"getConversation", "listConversations", "getHistory", "getMessage", "getVersions", "getReplies", "getChanges",
             "getFile", "searchMessages", "searchConversations", "listNotifications"}
PICTURE = base64.b64decode(  # one pixel
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mN4kKMPAAOrAXzbBKFqAAAAAElFTkSuQmCC")

if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2, warnings="ignore")
