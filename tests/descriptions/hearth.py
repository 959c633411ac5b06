# SPDX-License-Identifier: Apache-2.0
"""A real hearth-server for a test, and people who use it over REST and WebSocket."""
import contextlib
import http.client
import json
import os
import pathlib
import socket
import subprocess
import tempfile
import threading
import time
import uuid

import websockets


def postgres_url():
    """The server that ctest started, or HEARTH_TEST_POSTGRES."""
    url = os.environ.get("HEARTH_TEST_POSTGRES")
    return url or pathlib.Path(os.environ["HEARTH_TEST_POSTGRES_FILE"]).read_text().strip()


@contextlib.contextmanager
def database(kind):
    """The --database-url of a fresh database: empty for the embedded default."""
    if kind == "sqlite":
        yield ""
        return
    name = "hearth_test_" + uuid.uuid4().hex
    server = postgres_url()
    run = lambda sql: subprocess.run(["psql", "-qX", server, "-c", sql], check=True)
    run("CREATE DATABASE " + name)
    try:
        yield server.rsplit("/", 1)[0] + "/" + name
    finally:
        run("DROP DATABASE %s WITH (FORCE)" % name)


UNLIMITED = ("--limit-user-messages", "0", "--limit-user-requests", "0", "--limit-address-requests", "0")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """Password hashes are cheap and rate limits off, so that tests may be faster than people."""

    def __init__(self, binary, database_url=""):
        self.binary = binary
        self.folder = tempfile.TemporaryDirectory()
        self.port = free_port()
        self.url = "http://127.0.0.1:%d" % self.port
        self.environment = dict(os.environ, HEARTH_DATA_DIR=self.folder.name + "/data", HEARTH_PORT=str(self.port),
                                HEARTH_ARGON2_MEMORY="8", HEARTH_ARGON2_PASSES="1",
                                PATH="%s:%s" % (pathlib.Path(binary).parent, os.environ["PATH"]))
        if database_url:
            self.environment["HEARTH_DATABASE_URL"] = database_url
        self.log = open(self.folder.name + "/log", "w+")
        self.process = subprocess.Popen([binary, "serve", *UNLIMITED], env=self.environment, stderr=self.log)

    def __enter__(self):
        deadline = time.monotonic() + 60
        while True:
            try:
                with socket.create_connection(("127.0.0.1", self.port)):
                    return self
            except OSError:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError("the server does not start: " + self.log_text())
                time.sleep(0.01)

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.log.close()
        self.folder.cleanup()

    def run(self, *arguments, text=""):
        """Another sub-command on the same data."""
        return subprocess.run([self.binary, *arguments], env=self.environment, input=text, text=True, check=True,
                              capture_output=True).stdout

    def log_text(self):
        return pathlib.Path(self.log.name).read_text()

    def register(self, name):
        answer = Person(self, None).call("POST", "/api/v1/auth/register",
                                         {"username": name, "password": "by-the-hearth"})
        assert answer.status == 201, answer
        return Person(self, answer.json["access_token"], answer.json["user"]["id"], name, answer.json)


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body) if self.body else {}

    def __repr__(self):
        return "%d %s" % (self.status, self.body[:500])


class Person:
    """Somebody with a token, or nobody."""

    def __init__(self, server, token, id=None, name=None, tokens=None):
        self.server, self.token, self.id, self.name, self.tokens = server, token, id, name, tokens
        self.local = threading.local()  # a connection for each thread

    def call(self, method, path, body=None, headers=None, raw=None):
        headers = dict(headers or {})
        if self.token:
            headers["Authorization"] = "Bearer " + self.token
        if body is not None:
            headers["Content-Type"] = "application/json"
            raw = json.dumps(body).encode()
        for attempt in (1, 2):  # a connection that stood idle may have been closed
            connection = getattr(self.local, "connection", None)
            if connection is None:
                connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
            self.local.connection = None
            try:
                connection.request(method, path, raw, headers)
                response = connection.getresponse()
                answer = Answer(response.status, response.headers, response.read())
                self.local.connection = connection
                return answer
            except (http.client.RemoteDisconnected, ConnectionError):
                if attempt == 2:
                    raise

    def get(self, path):
        return self.call("GET", path)

    def must(self, method, path, body=None):
        """The JSON of a call that has to succeed."""
        answer = self.call(method, path, body)
        assert answer.status < 300, "%s %s: %s" % (method, path, answer)
        return answer.json

    def socket(self):
        return websockets.connect("ws://127.0.0.1:%d/ws" % self.server.port, max_size=None,
                                  extra_headers={"Authorization": "Bearer " + self.token})
