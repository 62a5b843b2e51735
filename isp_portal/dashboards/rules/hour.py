"""The SENCO's hour: which of the work that is due fits her own minutes this week.

What only she can do comes before what a key person could do as well; within both, what is late in
the order in which it comes (that of the lists), then what is due first. Never full.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from .due import Due
from .facts import Key
from .tasks import TAKES, Task

SPARE = 5
"""Minutes left free: something always comes."""
MOST_TOGETHER = 5
"""Children of one block: more would hide who is in it."""
MOST_BLOCKS = 6
UNTIL_NEXT_HOUR = timedelta(days=7)


class Block(NamedTuple):
    """Some minutes of the hour for one kind of task; `starts` is the minute at which it begins."""

    number: int
    task: Task
    rows: tuple[Due, ...]
    starts: int
    minutes: int


class HandOver(NamedTuple):
    """What the key person of some children could do instead."""

    member: Key
    name: str
    things: int


class Hour(NamedTuple):
    """`slips` do not fit and fall due before the next hour; `waits` do not fit and can wait, the
    first of them until `wait_until`."""

    minutes: int
    blocks: tuple[Block, ...]
    slips: tuple[Due, ...]
    waits: int
    wait_until: date | None
    hand_over: tuple[HandOver, ...]

    @property
    def used(self) -> int:
        return sum(block.minutes for block in self.blocks)

    @property
    def spare(self) -> int:
        return self.minutes - self.used


def the_hour(rows: Iterable[Due], minutes: int, reader: frozenset[Key], today: date) -> Hour:
    """`reader` is the SENCO's own membership, however its id is written: she hands nothing over to
    herself."""
    hers: list[Due] = []
    anyones: list[Due] = []
    for due in rows:
        (anyones if _can_hand_over(due, reader) else hers).append(due)
    filling = _Filling(max(minutes - SPARE, 0))
    over = filling.leaves(_late_first(hers, today))
    to_hand_over = filling.leaves(_late_first(anyones, today))
    over += to_hand_over
    next_hour = today + UNTIL_NEXT_HOUR
    waiting = [due.by for due in over if due.by >= next_hour]
    return Hour(
        minutes,
        _blocks(filling.together),
        tuple(due for due in over if due.by < next_hour),
        len(waiting),
        min(waiting, default=None),
        _handed_over(to_hand_over),
    )


class _Filling:
    """What has gone into the hour so far, by kind of task, and the minutes that are left."""

    def __init__(self, left: int) -> None:
        self.left = left
        self.together: dict[Task, list[Due]] = {}

    def leaves(self, ordered: list[Due]) -> list[Due]:
        """Takes what fits, the first first; those for which there is no room."""
        return [due for due in ordered if not self._takes(due)]

    def _takes(self, due: Due) -> bool:
        needs = TAKES[due.task].minutes
        if needs > self.left:
            return False
        mates = self.together.get(due.task)
        if len(mates) >= MOST_TOGETHER if mates else len(self.together) >= MOST_BLOCKS:
            return False
        self.together.setdefault(due.task, []).append(due)
        self.left -= needs
        return True


def _late_first(rows: list[Due], today: date) -> list[Due]:
    """What is late stays in the order in which it comes, before what is due from today on."""
    return sorted(rows, key=lambda due: due.by if due.by > today else today)


def _can_hand_over(due: Due, reader: frozenset[Key]) -> bool:
    key_person = due.child.key_person_id
    return TAKES[due.task].hand_over and key_person is not None and key_person not in reader


def _blocks(together: dict[Task, list[Due]]) -> tuple[Block, ...]:
    blocks, starts = [], 0
    for number, (task, rows) in enumerate(together.items(), start=1):
        takes = TAKES[task].minutes * len(rows)
        blocks.append(Block(number, task, tuple(rows), starts, takes))
        starts += takes
    return tuple(blocks)


def _handed_over(rows: list[Due]) -> tuple[HandOver, ...]:
    """The most first."""
    could = Counter((due.child.key_person_id, due.child.key_person) for due in rows)
    most_first = sorted(could.items(), key=lambda item: (-item[1], str(item[0][1])))
    return tuple(HandOver(pk, name or "", n) for (pk, name), n in most_first if pk is not None)
