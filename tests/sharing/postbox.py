"""A mailbox on this machine, to which the worker really delivers."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

NO_SUCH_BOX = "550 5.1.1 No such mailbox"


class Postbox:
    """Keeps what it takes; refuses the addresses in `unknown` for good."""

    def __init__(self) -> None:
        self.taken: list[tuple[list[str], EmailMessage]] = []
        self.unknown: set[str] = set()

    async def handle_RCPT(
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        if address in self.unknown:
            return NO_SUCH_BOX
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        mail = message_from_bytes(envelope.content, policy=policy.default)
        self.taken.append((list(envelope.rcpt_tos), mail))  # type: ignore[arg-type]
        return "250 OK"
