#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Does what docs/protocol.md says, against a real server: runs every curl line in its order, then sends every client
frame of asyncapi.yaml, and checks each answer and each frame against its schema, in which nothing may stand that is not
described.   replay.py HEARTH_SERVER SOURCE_DIR"""
import asyncio
import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request

import jsonschema
import websockets
import yaml

SERVER, SOURCE = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
sys.path.insert(0, str(SOURCE / "resources"))
import protocol  # noqa: E402

# What curl answered goes into numbered files, however deep in a pipeline it runs.
PRELUDE = r"""
set -euo pipefail
curl() {
    local n; n=$(ls "$ANSWERS" | wc -l)
    command curl -o "$ANSWERS/$n" -w '%{http_code} %{content_type}' "$@" >"$ANSWERS.status" || {
        echo "failed: curl $*" >&2; cat "$ANSWERS/$n" >&2 2>/dev/null || true; return 1; }
    [[ -e $ANSWERS/$n ]] || : >"$ANSWERS/$n"
    cat "$ANSWERS.status" >>"$ANSWERS.log"; echo >>"$ANSWERS.log"
    cat "$ANSWERS/$n"
}
"""
EPILOGUE = "\nset +x; for name in $(compgen -v | grep -E '^[A-Z_]+$'); do declare -p \"$name\" 2>/dev/null; done >\"$ANSWERS.env\" || true\n"


def strict(node):
    """The same schema with nothing allowed beside what it describes."""
    if isinstance(node, list):
        return [strict(item) for item in node]
    if not isinstance(node, dict):
        return node
    made = {key: strict(value) for key, value in node.items()}
    if isinstance(made.get("properties"), dict) and "additionalProperties" not in made:
        made["additionalProperties"] = False
    return made


API, EVENTS = strict(protocol.load("openapi.yaml")), strict(protocol.load("asyncapi.yaml"))


def check(instance, schema, document):
    root = "https://hearth.invalid/"
    store = {root + "openapi.yaml": API, root + "asyncapi.yaml": EVENTS}
    resolver = jsonschema.RefResolver(root + document, store[root + document], store=store)
    jsonschema.Draft202012Validator(schema, resolver=resolver).validate(instance)


def frames(direction):
    return [protocol.resolve(EVENTS, protocol.resolve(EVENTS, item))
            for item in EVENTS["operations"][direction]["messages"]]


class Replay(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            cls.port = probe.getsockname()[1]
        cls.environment = dict(os.environ, PATH="%s:%s" % (SERVER.parent, os.environ["PATH"]),
                               HEARTH_DATA_DIR=cls.folder.name + "/data", HEARTH_PORT=str(cls.port),
                               ANSWERS=cls.folder.name + "/answers")
        os.mkdir(cls.environment["ANSWERS"])
        cls.log = open(cls.folder.name + "/log", "w+")
        cls.server = subprocess.Popen([SERVER, "serve"], env=cls.environment, stderr=cls.log)
        cls.url = "http://127.0.0.1:%d" % cls.port
        deadline = time.monotonic() + 30
        while True:
            try:
                urllib.request.urlopen(cls.url + "/ready")
                break
            except OSError:
                if cls.server.poll() is not None or time.monotonic() > deadline:
                    raise
                time.sleep(0.02)

    @classmethod
    def tearDownClass(cls):
        cls.server.terminate()
        cls.server.wait()
        cls.log.close()
        cls.folder.cleanup()

    def test_1_the_document_is_the_one_that_the_descriptions_make(self):
        text = (SOURCE / "docs" / "protocol.md").read_text()
        self.assertEqual(text, "\n".join(protocol.protocol()), "run ./dev docs")

    def test_2_every_operation_has_a_place_in_the_document(self):
        listed = [name for section in API["x-tutorial"] for name in section["operations"]]
        self.assertEqual(sorted(listed), sorted(protocol.operations(API)))

    def test_3_every_line_of_the_document_works(self):
        text = (SOURCE / "docs" / "protocol.md").read_text()
        blocks = re.findall(r"^```sh\n(.*?)^```$", text, re.M | re.S)
        script = "\n".join(blocks).replace("http://127.0.0.1:9097", self.url)
        done = subprocess.run(["bash", "-c", PRELUDE + script + EPILOGUE], env=self.environment,
                              cwd=self.folder.name, capture_output=True, text=True, errors="replace")
        self.assertEqual(done.returncode, 0, done.stderr[-4000:])
        answers = pathlib.Path(self.environment["ANSWERS"] + ".log").read_text().splitlines()
        names = [name for section in API["x-tutorial"] for name in section["operations"]]
        self.assertEqual(len(answers), len(names))
        for number, (name, line) in enumerate(zip(names, answers)):
            with self.subTest(operation=name):
                self.check_answer(name, line, pathlib.Path(self.environment["ANSWERS"]) / str(number))

    def check_answer(self, name, line, body):
        status, _, mime = line.partition(" ")
        operation = protocol.operations(API)[name]
        self.assertIn(status, operation["responses"])
        content = protocol.resolve(API, operation["responses"][status]).get("content", {})
        mime = mime.partition(";")[0]
        if not content:
            self.assertEqual(body.read_bytes(), b"")
            return
        described = content.get(mime) or content.get("*/*")
        self.assertIsNotNone(described, "answered with " + mime)
        if mime == "application/json":
            check(json.loads(body.read_text()), described["schema"], "openapi.yaml")

    def test_4_every_frame_of_the_client_works(self):
        variables = {}
        for line in pathlib.Path(self.environment["ANSWERS"] + ".env").read_text().splitlines():
            if match := re.match(r'declare \S+ (\w+)="(.*)"$', line):
                variables[match[1]] = match[2]
        login = urllib.request.Request(
            self.url + "/api/v1/auth/login", method="POST", headers={"Content-Type": "application/json"},
            data=b'{"username":"ada","password":"by-the-hearth"}')
        variables["ADA_TOKEN"] = json.load(urllib.request.urlopen(login))["access_token"]
        group = urllib.request.Request(
            self.url + "/api/v1/conversations", method="POST",
            headers={"Content-Type": "application/json", "Authorization": "Bearer " + variables["ADA_TOKEN"]},
            data=json.dumps({"type": "group", "name": "Frames", "member_ids": [variables["GRACE"]]}).encode())
        variables["GROUP"] = json.load(urllib.request.urlopen(group))["id"]  # the document deletes its own
        seen = asyncio.run(self.talk(variables))
        self.assertEqual(seen - {message["name"] for message in frames("fromServer")}, set())

    async def talk(self, variables):
        """Sends each example; the types of all frames that came."""
        seen = set()
        schemas = {message["name"]: message["payload"] for message in frames("fromServer")}
        async with websockets.connect("ws://127.0.0.1:%d/ws" % self.port,
                                      extra_headers={"Authorization": "Bearer " + variables["ADA_TOKEN"]}) as socket:
            async def receive():
                frame = json.loads(await asyncio.wait_for(socket.recv(), 10))
                seen.add(frame["type"])
                check(frame, schemas[frame["type"]], "asyncapi.yaml")
                return frame

            self.assertEqual((await receive())["type"], "hello")
            for message in frames("fromClient"):
                for case in message["examples"]:
                    check(case["payload"], message["payload"], "asyncapi.yaml")
                    text = re.sub(r"\$([A-Z_]+)", lambda name: variables[name[1]], json.dumps(case["payload"]))
                    await socket.send(text)
                    frame = await receive()
                    while frame.get("id") != case["payload"]["id"]:
                        frame = await receive()
                    self.assertNotEqual(frame["type"], "error", frame)
                    for name, place in message.get("x-save", {}).items():
                        value = frame
                        for step in place.strip(".").split("."):
                            value = value[step]
                        variables[name] = value
        return seen


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
