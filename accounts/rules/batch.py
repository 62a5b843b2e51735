"""Work for many records that is done in steps: how long a worker holds it, and when it is given up."""

from datetime import timedelta
from enum import StrEnum

AT_ONCE = 10
"""So many are done while somebody waits at the page; more are done in steps."""
CLAIM_LASTS = timedelta(minutes=3)
"""A worker that is killed leaves its work to the next one after this: longer than one step takes."""
AGAIN_AFTER = timedelta(minutes=1)
MOST_TAKEN_UP = 4
"""How often work is taken up without one step forward before it is given up."""
STRETCH_SECONDS = 4.0
"""So long a worker stays with one piece of work before mail that waits has its turn."""
FILE_KEPT = timedelta(hours=24)
"""How long a file that was made stays to be taken."""
WATCHED = timedelta(minutes=10)
"""How long a page looks again by itself: a shared tablet must fall idle at some time."""
UNTOUCHED = timedelta(seconds=30)
"""Work that is due so long and that nobody takes up is said to wait for a worker."""


class BatchState(StrEnum):
    WAITING = "waiting"
    DONE = "done"
    STOPPED = "stopped"
