# SPDX-License-Identifier: Apache-2.0
"""What a line is measured with: a database of its own, the release server on it, and the load of hearth-bench."""
import contextlib
import json
import pathlib
import secrets
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

from databases import Cluster, Sqlite, Unmeasured

ROOT = pathlib.Path(__file__).resolve().parents[3]
BUILD = ROOT / "build/release"
UNLIMITED = ("--limit-user-messages", "0", "--limit-user-requests", "0", "--limit-address-requests", "0")
START_SECONDS = 60


class Bed:
    def __init__(self, database, folder):
        self.database, self.folder = database, pathlib.Path(folder)
        self.secret = self.folder / "secret"
        self.secret.write_text(secrets.token_hex(32))
        self.server, self.port, self.faulty = None, 0, False
        self.start_ms = 0  # of the last start, until /ready

    @contextlib.contextmanager
    def serving(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        try:
            self.start()
            yield
        finally:
            self.server.terminate()
            self.server.wait()

    def start(self):
        started = time.monotonic()
        with open(self.folder / "log", "w") as log:
            self.server = subprocess.Popen(
                [BUILD / "server/hearth-server", "serve", "--port", str(self.port), "--data-dir", self.folder / "data",
                 "--database-url", self.database.url, "--jwt-secret-file", self.secret, "--log-level", "warning", *UNLIMITED],
                stdout=log, stderr=subprocess.STDOUT)
        while self.server.poll() is None and time.monotonic() < started + START_SECONDS:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/ready")
                self.start_ms = (time.monotonic() - started) * 1_000
                return
            except urllib.error.URLError:
                time.sleep(0.002)
        raise Unmeasured("the server does not start: " + (self.folder / "log").read_text()[-2000:])

    def start_after_kill(self):
        """Milliseconds from kill -9 until /ready."""
        killed = time.monotonic()
        self.server.kill()
        self.server.wait()
        self.start()
        return (time.monotonic() - killed) * 1_000

    def load(self, mode, **options):
        """What hearth-bench says: `bench --help` names the options, here with _ for -."""
        words = [str(word) for name, value in options.items() for word in ("--" + name.replace("_", "-"), value)]
        done = subprocess.run([BUILD / "tests/bench/hearth-bench/hearth-bench", mode, "--port", str(self.port), "--server-pid",
                               str(self.server.pid), "--jwt-secret-file", self.secret, *words], text=True, capture_output=True)
        if done.returncode > 1:
            raise Unmeasured(done.stderr.strip() or f"hearth-bench ended with {done.returncode}")
        if done.returncode == 1:
            self.faulty = True
            print(f"  {mode}: something was lost, doubled, out of order or not answered", file=sys.stderr)
        return json.loads(done.stdout)

    def ask(self, questions, **options):
        """GET requests, as (kind, user, path): latencies by kind."""
        file = self.folder / "questions"
        file.write_text("".join("\t".join(question) + "\n" for question in questions))
        return self.load("questions", questions=file, **options)["questions"]


@contextlib.contextmanager
def bed(kind):
    """`kind`: sqlite or postgres. All is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="hearth-bench-") as folder, contextlib.ExitStack() as stack:
        if kind == "sqlite":
            database = Sqlite(folder)
        else:
            cluster = Cluster(folder)
            stack.callback(cluster.stop)
            database = cluster.new_database()
            stack.callback(cluster.drop, database)
        yield Bed(database, folder)
