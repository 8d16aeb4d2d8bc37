"""A PostgreSQL server that lives as long as a test run: made in a second, ended by its pid, its folder removed."""

from __future__ import annotations

import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

OWNER, OWNER_PASSWORD = "keeper", "keeper-of-the-office"
"""Owns the databases, may create roles, is no superuser: FORCE ROW LEVEL SECURITY binds it as it would in an office."""

LONGEST_PLACE = 60
"""Letters of the folder below which the server's own lies, with room for the name of its socket."""


@dataclass
class Server:
    folder: Path
    port: int
    account: str | None
    pid: int = field(default=0)

    def url(self, database: str, login: str = OWNER, password: str | None = OWNER_PASSWORD) -> str:
        """Over TCP with SCRAM, as a desk connects."""
        secret = f":{password}" if password else ""
        return f"postgresql://{login}{secret}@127.0.0.1:{self.port}/{database}"

    def superuser(self, database: str = "postgres") -> psycopg.Connection[tuple[object, ...]]:
        """A superuser's connection that commits each statement."""
        return psycopg.connect(f"host={self.folder} port={self.port} user=postgres dbname={database}", autocommit=True)

    def copy(self, template: str, name: str) -> None:
        """A database that is what the template is."""
        with self.superuser() as connection:
            # Written into the log block by block, as newer servers do by themselves, it takes twice as long.
            how = "STRATEGY FILE_COPY" if connection.info.server_version >= 150_000 else ""
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template} OWNER {OWNER} {how}")

    def start(self) -> None:
        options = [
            "-c", f"port={self.port}", "-c", f"unix_socket_directories={self.folder}",
            "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "synchronous_commit=off",
            "-c", "full_page_writes=off", "-c", "max_connections=60", "-c", "autovacuum=off",
            "-c", "wal_level=minimal", "-c", "max_wal_senders=0",
            "-c", "shared_buffers=64MB", "-c", "logging_collector=off",
        ]  # fmt: skip
        log = (self.folder / "server.log").open("ab")
        with log:
            process = subprocess.Popen(
                self._as_account(program("postgres"), "-D", str(self.folder / "data"), *options),
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=_environment(), cwd="/",
                start_new_session=True,
            )  # fmt: skip
        self._process = process
        self.pid = process.pid
        deadline = time.monotonic() + 30
        while True:
            try:
                with self.superuser():
                    return
            except psycopg.OperationalError as error:
                if process.poll() is not None or time.monotonic() > deadline:
                    told = (self.folder / "server.log").read_text(errors="replace")[-2000:]
                    raise RuntimeError(f"PostgreSQL did not start: {told}") from error
                time.sleep(0.02)

    def stop(self) -> None:
        # SIGINT: fast shutdown, sessions are ended.
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGINT)
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(20)

    def _as_account(self, *command: str) -> list[str]:
        # The server refuses to run as root. setpriv execs, so the pid stays that of the server.
        if self.account is None:
            return list(command)
        return ["setpriv", f"--reuid={self.account}", f"--regid={self.account}", "--clear-groups", *command]

    def make(self) -> None:
        data = self.folder / "data"
        command = self._as_account(
            program("initdb"), "-D", str(data), "-U", "postgres", "--encoding=UTF8", "--locale=C.UTF-8",
            "--no-sync", "--auth-local=trust", "--auth-host=scram-sha-256",
        )  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, env=_environment(), cwd="/")


@contextmanager
def running() -> Iterator[Server]:
    # Not pytest's tmp_path: it is 0700 and its path too long for a socket's 107 bytes.
    place = tempfile.gettempdir()
    folder = Path(tempfile.mkdtemp(prefix="yusr-pg-", dir=place if len(place) < LONGEST_PLACE else "/tmp"))
    account = "postgres" if os.geteuid() == 0 else None
    if account is not None:
        entry = pwd.getpwnam(account)
        os.chown(folder, entry.pw_uid, entry.pw_gid)
    server = Server(folder, _free_port(), account)
    try:
        server.make()
        server.start()
        try:
            with server.superuser() as connection:
                connection.execute(f"CREATE ROLE {OWNER} LOGIN CREATEROLE CREATEDB PASSWORD '{OWNER_PASSWORD}'")
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def program(name: str) -> str:
    """A program of the newest PostgreSQL installed."""
    installed = sorted(
        Path("/usr/lib/postgresql").glob(f"*/bin/{name}"),
        key=lambda path: [int(part) for part in re.findall(r"\d+", path.parts[4])],
    )
    found = str(installed[-1]) if installed else shutil.which(name)
    if found is None:
        raise RuntimeError(f"PostgreSQL's {name} is not installed: apt-get install postgresql (make setup does)")
    return found


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _environment() -> dict[str, str]:
    return {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "TZ": "UTC"}
