#!/usr/bin/env python3
"""Runs a command beside a PostgreSQL of its own: `throwaway_postgres.py COMMAND…`.

The server lives in a temporary folder, listens on a socket in it and nowhere else, and is gone
afterwards. The command finds it through DATABASE_URL. Started by root, the server runs as
`postgres`, since PostgreSQL refuses to run as root; else as whoever calls.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# Its data is thrown away, so it need not survive a power cut.
FAST = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off"


def programs() -> Path:
    """The folder of initdb and pg_ctl: the newest PostgreSQL of this machine."""
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    found = sorted(versions, key=lambda path: float(path.parent.parent.name))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    if on_path is None:
        sys.exit("PostgreSQL's initdb was not found: install the package postgresql.")
    return Path(on_path).resolve().parent


def server_account() -> dict[str, Any]:
    """Arguments for subprocess.run that make a command run as somebody PostgreSQL accepts."""
    if os.geteuid() != 0:
        return {}
    try:
        account = pwd.getpwnam("postgres")
    except KeyError:
        sys.exit("There is no user `postgres`: install the package postgresql.")
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


@contextmanager
def throwaway_postgres() -> Iterator[str]:
    """A running server; yields its DATABASE_URL."""
    account = server_account()
    # Sockets allow short paths only, and addresses lose their capitals: /tmp whatever TMPDIR says.
    folder = Path(tempfile.mkdtemp(prefix="isp-postgres-", dir="/tmp"))
    if account:
        os.chown(folder, account["user"], account["group"])

    def run(program: str, *arguments: str) -> None:
        done = subprocess.run(
            [programs() / program, "-D", folder / "data", *arguments],
            cwd=folder,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            **account,
        )
        if done.returncode:
            sys.exit(f"{program} failed:\n{done.stdout}")

    try:
        run("initdb", "--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-sync")
        options = f"-k {folder} -c listen_addresses='' {FAST}"
        run("pg_ctl", "start", "--wait", "--log", str(folder / "log"), "-o", options)
        try:
            yield f"postgres://postgres@{str(folder).replace('/', '%2F')}/postgres"
        finally:
            run("pg_ctl", "stop", "--mode", "immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with throwaway_postgres() as address:
        env = {**os.environ, "DATABASE_URL": address}
        return subprocess.run(sys.argv[1:], env=env, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
