"""A real mail server on this machine that kills the worker at chosen points of a delivery."""

import os
import signal
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email import message_from_bytes
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller

BEFORE, DURING, AFTER = "claimed, not sent", "taken, not answered", "answered, not marked"


class KillingServer:
    """Keeps every mail that it takes, by Message-ID. Its kills go round before, during and after."""

    def __init__(self, folder: Path, kills: int) -> None:
        self.worker = Path(folder, "worker")
        self.plan = [(BEFORE, DURING, AFTER)[n % 3] for n in range(kills)]
        self.killed: list[str] = []
        self.lock = threading.Lock()
        self.taken: Counter[str] = Counter()
        self.recipients: dict[str, set[str]] = {}

    async def handle_MAIL(
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        self._kill_at(BEFORE)
        envelope.mail_from = address
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        mail = message_from_bytes(envelope.content)
        self.taken[mail["Message-ID"]] += 1
        self.recipients.setdefault(mail["Message-ID"], set()).update(envelope.rcpt_tos)
        if self._kill_at(DURING):
            return "250 OK"  # to nobody: the kill after an answer is for a life that got one
        if self.plan and self.plan[0] == AFTER:
            threading.Timer(0.002, self._kill_at, [AFTER]).start()
        return "250 OK"

    def _kill_at(self, point: str) -> bool:
        """Kills the present life, once: it takes back the id, and the next life writes its own."""
        with self.lock:
            if not (self.plan and self.plan[0] == point and self.worker.exists()):
                return False
            life = int(self.worker.read_text())
            self.worker.unlink()  # before the kill: the next life may write its own at once
            with suppress(ProcessLookupError):  # it has just ended in peace
                os.kill(life, signal.SIGKILL)
                self.killed.append(self.plan.pop(0))
            return True


@contextmanager
def mail_server(handler: Any, port: int = 0) -> Iterator[int]:
    """Serves on this machine only; yields the port."""
    controller = Controller(handler, hostname="127.0.0.1", port=port or free_port())
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


def free_port() -> int:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])
