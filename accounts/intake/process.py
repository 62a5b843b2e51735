"""Starts the bounded process that looks through one file, and takes its answer.

Each file gets a new one with little memory, processor time and wall clock, no network and an empty
environment. What it does to itself it does to nobody else.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def run_bounded(
    module: str, argument: str, sent: bytes, *, seconds: float, most_answer: int
) -> bytes:
    """What `python -m module argument` answers to these bytes; nothing when it died or overran.

    Both ways lie in memory alone. `module` binds itself before it reads: see `bounds`.
    """
    there, back = os.memfd_create("sent"), os.memfd_create("answer")
    try:
        with os.fdopen(os.dup(there), "wb") as pipe:
            pipe.write(sent)
        os.lseek(there, 0, os.SEEK_SET)
        ended_well = _ends_well(there, back, [module, argument], seconds)
        return os.pread(back, most_answer, 0) if ended_well else b""
    finally:
        os.close(there)
        os.close(back)


def _ends_well(there: int, back: int, what: list[str], seconds: float) -> bool:
    with tempfile.TemporaryDirectory(prefix="isp-file-") as folder:
        process = subprocess.Popen(  # noqa: S603 (our own module, no shell, no outside word)
            [sys.executable, "-P", "-s", "-m", *what],
            stdin=there,
            stdout=back,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env={"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8"},
        )
        try:
            return process.wait(timeout=seconds) == 0
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            return False
