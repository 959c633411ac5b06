#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Attacks on who may do what, and races, that need the whole server, on both databases. Each is named after its number in
docs/security.md.   attacks.py HEARTH_SERVER sqlite|postgresql"""
import itertools
import sys
import threading
import unittest
import uuid

import hearth
from stage import Stage, at_once


class Attacks(Stage):
    def test_attack26_nobody_resumes_what_is_not_theirs(self):
        self.say(self.ana, self.group)
        answers = self.ask(self.eve, {"type": "changes", "conversation_id": self.group, "since": 0})
        self.assertEqual(answers[0]["error"]["code"], "not_found")
        answers = self.ask(self.li, *(
            {"type": "changes", "conversation_id": self.group, "since": since} for since in (-1, 2**63, 1.5, "1")))
        self.assertEqual({answer["error"]["code"] for answer in answers}, {"invalid_field"})
        ahead, = self.ask(self.li, {"type": "changes", "conversation_id": self.group, "since": 2**53 - 1})
        self.assertTrue(ahead["data"]["too_far"])
        many, = self.ask(self.li, {"type": "presence.subscribe", "user_ids": ["u%d" % i for i in range(10000)]})
        self.assertEqual(many["error"]["code"], "invalid_field")

    def test_attack30_an_id_of_another_conversation_is_unknown_here(self):
        other = self.new_group(self.ana, self.eve)
        foreign = self.say(self.ana, other)
        here = "/api/v1/conversations/" + self.group
        self.assertEqual(self.ana.get(here + "/messages?before_id=" + foreign["id"]).status, 404)
        self.assertEqual(self.ana.call("POST", here + "/read", {"message_id": foreign["id"]}).status, 404)
        self.assertEqual(self.ana.call("PATCH", here + "/members/" + self.eve.id, {"role": "admin"}).status, 404)
        self.assertEqual(self.ana.call("DELETE", here + "/members/" + self.eve.id).status, 404)
        reply = self.ana.call("POST", here + "/messages", {"content": "x", "reply_to_id": foreign["id"]})
        self.assertEqual((reply.status, reply.json["errors"][0]["pointer"]), (422, "/reply_to_id"))

    def test_attack37_whoever_is_listed_a_conversation_has_the_right_members(self):
        def create(**body):
            return self.ana.call("POST", "/api/v1/conversations", body)
        twice = create(type="group", name="x", member_ids=[self.li.id, self.li.id, self.ana.id])
        self.assertEqual({member["user_id"] for member in twice.json["members"]}, {self.ana.id, self.li.id})
        self.assertEqual(create(type="direct", member_ids=[self.ana.id]).status, 422)
        self.assertEqual(create(type="direct", member_ids=[]).status, 422)
        self.assertEqual(create(type="direct", member_ids=[self.li.id, self.jo.id]).status, 422)
        self.assertEqual(create(type="group", name="x", member_ids=[""]).status, 422)
        unknown = create(type="group", name="x", member_ids=[self.li.id, str(uuid.uuid4())])
        self.assertEqual((unknown.status, unknown.json["errors"][0]["pointer"]), (422, "/member_ids/1"))
        many = create(type="group", name="x", member_ids=["u%d" % i for i in range(10001)])
        self.assertEqual((many.status, many.json["errors"][0]["pointer"]), (422, "/member_ids"))

    def test_attack42_what_looks_like_a_template_is_text(self):
        text = "%s %n %1$p {0} {{7*7}} ${jndi:ldap://x} $(id) `id` %20 %2 :id"
        group = self.ana.must("POST", "/api/v1/conversations", {"type": "group", "name": text, "member_ids": []})
        self.assertEqual(group["name"], text)
        self.assertEqual(self.say(self.ana, group["id"], content=text)["content"], text)
        renamed = self.ana.must("PUT", "/api/v1/conversations/" + group["id"], {"name": text + text})
        self.assertEqual(renamed["name"], text + text)

    def test_attack61_one_key_sent_by_fifty_at_once_is_one_message(self):
        key = str(uuid.uuid4())
        senders = [hearth.Person(self.server, self.ana.token, self.ana.id) for _ in range(50)]
        answers = at_once(*(lambda sender=sender: sender.call(
            "POST", "/api/v1/conversations/%s/messages" % self.group,
            {"content": "once", "client_msg_id": key}) for sender in senders))
        self.assertEqual(sorted(answer.status for answer in answers), [200] * 49 + [201])
        self.assertEqual(len({answer.json["id"] for answer in answers}), 1)
        page = self.li.must("GET", "/api/v1/conversations/%s/messages" % self.group)["messages"]
        self.assertEqual(len([message for message in page if message["content"] == "once"]), 1)

    def test_attack62_changes_that_meet_leave_a_state_that_is_one_of_their_orders(self):
        def edit(message, by):
            return by.call("PUT", "/api/v1/messages/" + message["id"], {"content": "edited"})
        def delete(message, by):
            return by.call("DELETE", "/api/v1/messages/" + message["id"])
        def react(message, by):
            return self.jo.call("POST", "/api/v1/messages/%s/reactions" % message["id"], {"emoji": "🔥"})
        def pin(message, by):
            return self.jo.call("PUT", "/api/v1/messages/%s/pin" % message["id"])
        def reply(message, by):
            return self.jo.call("POST", "/api/v1/conversations/%s/messages" % message["conversation_id"],
                                {"content": "reply", "reply_to_id": message["id"]})
        def leave(message, by):
            return by.call("DELETE", "/api/v1/conversations/%s/members/%s" % (message["conversation_id"], by.id))
        for first, second in itertools.combinations((edit, delete, react, pin, reply, leave), 2):
            with self.subTest(first=first.__name__, second=second.__name__):
                group = self.new_group(self.ana, self.li, self.jo)
                message = self.say(self.li, group, content="said")
                again = hearth.Person(self.server, self.li.token, self.li.id)
                answers = at_once(lambda: first(message, self.li), lambda: second(message, again))
                self.assertLess(max(answer.status for answer in answers), 500, answers)
                self.check_consistency(group, message["id"])

    def test_attack63_who_is_removed_in_the_middle_of_something_is_out(self):
        here, member = "/api/v1/conversations/" + self.group, self.jo
        sent, removed = threading.Event(), threading.Event()

        def again_and_again(step):
            def run():
                while not removed.is_set():
                    self.assertIn(step().status, (200, 201, 404))
                return step().status
            return run

        def send():
            answer = member.call("POST", here + "/messages", {"content": "jo was here"})
            sent.set()
            return answer

        def remove():
            self.assertTrue(sent.wait(30))
            status = self.ana.call("DELETE", "%s/members/%s" % (here, member.id)).status
            removed.set()
            return status
        answers = at_once(*(again_and_again(step) for step in (
            send, lambda: member.get(here + "/messages"), lambda: member.get(here + "/changes?since=0"),
            lambda: member.get("/api/v1/search/messages?q=was&conversation_id=" + self.group),
            lambda: member.call("PUT", here + "/settings", {"pinned": True}))), remove)
        self.assertEqual(answers, [404] * 5 + [204])
        last = self.ana.must("GET", here + "/messages?limit=1")["messages"][0]
        self.assertEqual(last["type"], "system", last)  # the removal: nothing came behind it

    def check_consistency(self, group, id):
        conversation = self.ana.must("GET", "/api/v1/conversations/" + group)
        messages = self.ana.must("GET", "/api/v1/conversations/%s/messages?limit=100" % group)["messages"]
        self.assertEqual([message["seq"] for message in messages], list(range(conversation["last_seq"], 0, -1)))
        self.assertLessEqual(max(message["change"] for message in messages), conversation["last_change"])
        message = next(message for message in messages if message["id"] == id)
        replies = [reply for reply in messages if reply.get("thread_root_id") == id and not reply["is_deleted"]]
        self.assertEqual(message.get("reply_count", 0), len(replies))
        if message["is_deleted"]:
            self.assertEqual((message["content"], message["reactions"], message.get("pinned", False)), ("", [], False))
            self.assertEqual(self.ana.must("GET", "/api/v1/messages/%s/history" % id)["versions"], [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2, warnings="ignore")
