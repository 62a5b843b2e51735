"""How the bench keeps what it makes up."""

from typing import Any

from accounts.rules.actor import Actor

TELLER = Actor.system("bench")
WHY = "Made up for the bench"


def kept(row: Any) -> Any:
    return row.record(by=TELLER, why=WHY)
