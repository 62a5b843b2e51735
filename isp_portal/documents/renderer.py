"""One long-lived process that turns HTML into PDF, kept on a short lead.

Rendering runs in a child process with bounded memory, processor time and wall clock, no network
and an empty environment, so that no paper can take the portal down with it. A worker that
overruns is killed; the next job gets a new one. One worker per web process, started on first use.
"""

import atexit
import json
import os
import signal
import struct
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent
MOST_HTML = 1_000_000  # characters
MOST_JOBS = 500
START_SECONDS = 60.0
MOST_RESIDENT_KB = 700_000
LENGTH = struct.Struct(">I")


class RenderFailed(Exception):
    """No paper could be made; the message is a sentence for the person who asked."""


class TookTooLong(RenderFailed):
    """The paper was not ready in the time allowed."""


class WorkerDied(RenderFailed):
    """The process that makes papers stopped in the middle of this one."""


class Drawn(NamedTuple):
    """A finished paper."""

    pdf: bytes
    pages: int


class Renderer:
    """A pool of one worker. `seconds` bounds each paper by the wall clock and by the processor."""

    def __init__(self, *, seconds: float = 20.0, memory_mb: int = 1536) -> None:
        self.seconds, self.memory_mb = seconds, memory_mb
        self.jobs = 0
        self._owner = os.getpid()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def render(self, html: str, *, title: str, identifier: str, styles: str) -> Drawn:
        """The PDF of `html` in the sheets of `styles`, such as "plan" or "plan+arabic".

        `identifier` is a SHA-256 in hexadecimal. Raises `RenderFailed`.
        """
        if len(html) > MOST_HTML:
            raise TookTooLong("This paper holds too much text to be made into a PDF.")
        if not self._lock.acquire(timeout=self.seconds * 2):
            raise TookTooLong("Other papers are being made. Try again in a minute.")
        try:
            return self._job({"title": title, "identifier": identifier, "styles": styles}, html)
        finally:
            self._lock.release()

    @property
    def worker_pid(self) -> int | None:
        """The process id of the running worker, or None."""
        return self._process.pid if self._process else None

    def close(self) -> None:
        """Stop the worker. The next job starts another."""
        process, self._process = self._process, None
        folder, self._folder = self._folder, None
        if os.getpid() != self._owner:
            return  # inherited over a fork: the worker is the parent's
        if process:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe:
                    with suppress(OSError):  # words for a worker that is gone
                        pipe.close()
        if folder:
            folder.cleanup()
        self.jobs = 0

    def _job(self, head: dict[str, str], html: str) -> Drawn:
        process = self._running()
        overran = threading.Event()

        def stop() -> None:
            overran.set()
            process.kill()

        clock = threading.Timer(self.seconds, stop)
        clock.daemon = True
        clock.start()
        try:
            answer, pdf = _exchange(process, head, html)
        except (OSError, EOFError, ValueError):
            code = process.wait()
            self.close()
            if overran.is_set() or code == -signal.SIGXCPU:
                raise TookTooLong(
                    f"This paper was not ready after {self.seconds:g} seconds. Shorten its texts, "
                    "or print the page from the browser."
                ) from None
            raise WorkerDied(
                "The paper could not be made. Print the page from the browser, or try again."
            ) from None
        finally:
            clock.cancel()
        self.jobs += 1
        if self.jobs >= MOST_JOBS or answer["resident_kb"] > MOST_RESIDENT_KB:
            self.close()
        if not answer["ok"]:
            raise RenderFailed(
                "The paper could not be made. Print the page from the browser instead."
            )
        return Drawn(pdf, answer["pages"])

    def _running(self) -> subprocess.Popen[bytes]:
        if self._owner != os.getpid() or (self._process and self._process.poll() is not None):
            self.close()
            self._owner = os.getpid()
        if self._process is None:
            self._folder = tempfile.TemporaryDirectory(prefix="isp-paper-")
            self._process = self._start(self._folder.name)
            self._await_ready(self._process)
        return self._process

    def _await_ready(self, process: subprocess.Popen[bytes]) -> None:
        """Loading fonts and style sheets is not the paper's fault, so it has a clock of its own."""
        clock = threading.Timer(START_SECONDS, process.kill)
        clock.daemon = True
        clock.start()
        try:
            assert process.stdout
            _read(process.stdout)
        except EOFError:
            self.close()
            raise WorkerDied(
                "Papers cannot be made just now. Print the page from the browser, or try again."
            ) from None
        finally:
            clock.cancel()

    def _start(self, folder: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603 (our own module, no shell, no outside word)
            [
                *(sys.executable, "-P", "-s", "-m", "isp_portal.documents.worker"),
                *(str(self.seconds), str(self.memory_mb)),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env={
                "PYTHONPATH": str(ROOT),
                "PYTHONDONTWRITEBYTECODE": "1",
                "PYTHONHASHSEED": "0",
                "LANG": "C.UTF-8",
                "TMPDIR": folder,
                "HOME": folder,
                "XDG_CACHE_HOME": folder,
            },
        )


def _exchange(
    process: subprocess.Popen[bytes], head: dict[str, str], html: str
) -> tuple[dict[str, Any], bytes]:
    assert process.stdin
    assert process.stdout
    for part in (json.dumps(head).encode(), html.encode()):
        process.stdin.write(LENGTH.pack(len(part)) + part)
    process.stdin.flush()
    reply = json.loads(_read(process.stdout))
    return reply, _read(process.stdout)


def _read(pipe: IO[bytes]) -> bytes:
    size = pipe.read(LENGTH.size)
    if len(size) < LENGTH.size:
        raise EOFError
    body = pipe.read(LENGTH.unpack(size)[0])
    if len(body) < LENGTH.unpack(size)[0]:
        raise EOFError
    return body


_renderer = Renderer()
atexit.register(_renderer.close)


def draw(html: str, *, title: str, identifier: str, styles: str) -> Drawn:
    """The paper that `html` describes, by this process's own worker. Raises `RenderFailed`."""
    return _renderer.render(html, title=title, identifier=identifier, styles=styles)


def close_worker() -> None:
    """Stop this process's worker, for example at the end of a long command."""
    _renderer.close()
