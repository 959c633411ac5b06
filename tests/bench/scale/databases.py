# SPDX-License-Identifier: Apache-2.0
"""The two databases, for rows that are written directly and in bulk. No server uses them meanwhile."""
import os
import pathlib
import sqlite3
import subprocess
import uuid

SUPPORT = pathlib.Path(__file__).resolve().parents[2] / "support"


class Unmeasured(Exception):
    """Nothing came of it: too few descriptors, or a server that does not start or breaks off."""


class Sqlite:
    def __init__(self, folder):
        self.path = str(folder) + "/hearth.db"
        self.url = "sqlite:" + self.path

    def run(self, statements):
        """The first row of the last one."""
        database = sqlite3.connect(self.path, timeout=30)
        database.execute("PRAGMA synchronous=OFF")
        with database:
            for statement in statements:
                result = database.execute(statement).fetchone()
        database.close()
        return result

    @staticmethod
    def numbers(first, last):
        """A table of the numbers i."""
        return f"(WITH RECURSIVE n(i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM n WHERE i < {last}) SELECT i FROM n) AS n"

    @staticmethod
    def padded(number, digits):
        return f"printf('%0{digits}d', {number})"

    def settle(self):
        """After many rows: they are on the disk, and the server's first sync has nothing to make up for."""
        self.run(["PRAGMA wal_checkpoint(TRUNCATE)"])
        with open(self.path, "rb") as file:
            os.fsync(file.fileno())

    def size(self):
        self.run(["PRAGMA wal_checkpoint(TRUNCATE)"])
        return os.path.getsize(self.path)


class Postgres:
    def __init__(self, url):
        self.url = url

    def run(self, statements):
        """The first field of the last row, as text."""
        done = subprocess.run(["psql", "-qAtX", "-v", "ON_ERROR_STOP=1", self.url], input=";\n".join(statements), text=True,
                              capture_output=True)
        if done.returncode:
            raise Unmeasured(done.stderr.strip())
        return (done.stdout.strip().split("\n")[-1],)

    @staticmethod
    def numbers(first, last):
        return f"generate_series({first}, {last}) AS n(i)"

    @staticmethod
    def padded(number, digits):
        return f"lpad(({number})::text, {digits}, '0')"

    def settle(self):
        self.run(["VACUUM ANALYZE"])

    def size(self):
        self.run(["VACUUM"])
        return int(self.run(["SELECT pg_database_size(current_database())"])[0])


class Cluster:
    """A throw-away PostgreSQL (tests/support/postgres.sh), or the one that HEARTH_TEST_POSTGRES names."""

    def __init__(self, folder):
        self.folder = str(folder)
        self.act("start")
        self.url = pathlib.Path(self.folder, "postgres.url").read_text().strip()

    def act(self, action):
        subprocess.run([str(SUPPORT / "postgres.sh"), action, self.folder], check=True)

    def new_database(self):
        name = "bench_" + uuid.uuid4().hex
        subprocess.run(["psql", "-qX", self.url, "-c", "CREATE DATABASE " + name], check=True)
        return Postgres(self.url.rsplit("/", 1)[0] + "/" + name)

    def drop(self, database):
        name = database.url.rsplit("/", 1)[1]
        subprocess.run(["psql", "-qX", self.url, "-c", f"DROP DATABASE {name} WITH (FORCE)"], check=True)

    def stop(self):
        self.act("stop")
