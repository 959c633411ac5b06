# SPDX-License-Identifier: Apache-2.0
"""A server of one kind of database, with fresh people and a group of theirs for each test. Programs that import this are
called with HEARTH_SERVER sqlite|postgresql"""
import asyncio
import concurrent.futures
import json
import pathlib
import sys
import unittest

import hearth

BINARY, KIND = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]


def at_once(*calls):
    """Starts all calls together; their answers in order."""
    with concurrent.futures.ThreadPoolExecutor(len(calls)) as pool:
        return [future.result() for future in [pool.submit(call) for call in calls]]


class Stage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.stack = hearth.contextlib.ExitStack()
        url = cls.stack.enter_context(hearth.database(KIND))
        cls.server = cls.stack.enter_context(hearth.Server(BINARY, url))
        cls.round = 0

    @classmethod
    def tearDownClass(cls):
        cls.stack.close()

    def setUp(self):
        type(self).round += 1
        self.ana, self.li, self.jo, self.eve = (self.server.register("%s-%d" % (name, self.round))
                                                for name in ("ana", "li", "jo", "eve"))
        self.group = self.new_group(self.ana, self.li, self.jo)

    def new_group(self, owner, *others):
        return owner.must("POST", "/api/v1/conversations", {
            "type": "group", "name": "Group", "member_ids": [other.id for other in others]})["id"]

    def say(self, person, group, **message):
        return person.must("POST", "/api/v1/conversations/%s/messages" % group, dict({"content": "hello"}, **message))

    def ask(self, person, *frames):
        """The answers to frames with an id each."""
        async def talk():
            answers = []
            async with person.socket() as socket:
                for frame in frames:
                    await socket.send(json.dumps(dict(frame, id="1")))
                    answer = {}
                    while answer.get("id") != "1":
                        answer = json.loads(await asyncio.wait_for(socket.recv(), 10))
                    answers.append(answer)
            return answers
        return asyncio.run(talk())
