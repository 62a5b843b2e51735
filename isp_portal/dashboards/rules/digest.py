"""What the weekly email says of each list: how many, and whose initials."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .due import Due, DueList
from .titles import TITLES

MOST_INITIALS = 12


@dataclass(frozen=True, slots=True)
class DigestLine:
    """ "Reviews overdue: 3 (S.A., Z.W., B.S.)"."""

    title: str
    count: int
    initials: tuple[str, ...]
    more: int
    """Children of the list whose initials are not said."""


def initials_of(legal_name: str) -> str:
    """ "O.A." of "Oluwaseyifunmi Adeyemi-Blackwood": the first and the last name alone."""
    names = legal_name.split()
    ends = names if len(names) < 2 else (names[0], names[-1])
    return "".join(f"{name[0].upper()}." for name in ends)


def digest_lines(lists: Mapping[DueList, Sequence[Due]]) -> list[DigestLine]:
    """A line for each list that holds anything, in the order of the dashboard."""
    return [_line(name, lists[name]) for name in DueList if lists[name]]


def _line(name: DueList, rows: Sequence[Due]) -> DigestLine:
    children = {due.child.pk: initials_of(due.child.legal_name) for due in rows}
    said = tuple(children.values())[:MOST_INITIALS]
    return DigestLine(TITLES[name].title, len(rows), said, len(children) - len(said))
