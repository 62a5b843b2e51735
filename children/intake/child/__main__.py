"""`python -m children.intake.child KIND:LETTERS`: a file on standard input, its rows as JSON on standard output.

Whatever else happens is a refusal: the starting process reads an end without an answer.
"""

import json
import os
import sys
from collections.abc import Callable

from accounts.intake.bounds import bind, close_every_door
from children.intake.child.sheet import Sheet
from children.intake.kinds import MOST_BYTES, Finding, Found, Letters, SheetKind

MOST_ANSWER = 6 * MOST_BYTES


def reader_of(how: str) -> Callable[[bytes], Sheet]:
    """The function for this kind, loaded before the doors are closed."""
    kind, _, letters = how.partition(":")
    if SheetKind(kind) is SheetKind.XLSX:
        from children.intake.child.workbook import read, warm_up

        warm_up()
        return read
    from children.intake.child.text import reader_for

    return reader_for(Letters(letters))


def answer_to(read: Callable[[bytes], Sheet], sent: bytes) -> dict[str, object]:
    try:
        return read(sent).as_answer()
    except Found as found:
        return {"finding": found.finding}
    except (MemoryError, RecursionError):
        return {"finding": Finding.SWELLS}
    except Exception:  # whatever a library says of a file that it cannot read
        return {"finding": Finding.DAMAGED}


def main() -> None:
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a stray print must not look like an answer
    bind(MOST_ANSWER)
    read = reader_of(sys.argv[1])
    sent = sys.stdin.buffer.read(MOST_BYTES + 1)
    close_every_door()
    answers.write(json.dumps(answer_to(read, sent)).encode())
    answers.flush()


if __name__ == "__main__":
    main()
