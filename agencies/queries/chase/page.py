"""The list of reports on their way for a whole setting: found, sorted, two hundred to a page."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.http import urlencode

from accounts.models import Membership
from agencies.models import Agency
from agencies.rules.chase import ChaseState
from children.models import Child, Room

from .rows import ChaseRow, chase_rows

ROWS_PER_PAGE = 200
SECTIONS = {
    ChaseState.CHASE: ("To chase", "envelope-ringing", "Asked, and nothing has come."),
    ChaseState.READY: ("Ready to ask", "envelope", "Consent is on file."),
    ChaseState.NEEDS_CONSENT: ("Needs consent first", "hourglass", "The agency may not be asked."),
    ChaseState.OUT_OF_DATE: ("Out of date", "triangle", "Ask whether it still holds."),
    ChaseState.ASKED: ("Asked", "hourglass", "Nothing to do until the next chase."),
    ChaseState.RECEIVED: ("Received", "page-bars", "From the agency."),
    ChaseState.PARENTS_COPY: ("Parents' copies", "house", "Given to us by a parent."),
}


@dataclass(frozen=True, slots=True)
class ChaseSection:
    """The rows of one state. `key` is where it stands on the page; `first` is the one solid button."""

    key: str
    title: str
    icon: str
    about: str
    rows: tuple[ChaseRow, ...]
    count: int


@dataclass(frozen=True, slots=True)
class ChasePage:
    """One page of the list. `first` is the row whose button is solid."""

    sections: tuple[ChaseSection, ...]
    found: int
    page: Page[ChaseRow]
    query: str
    first: ChaseRow | None


def chase_page(
    membership: Membership,
    *,
    today: date,
    number: str | int = 1,
    room: Room | None = None,
    agency: Agency | None = None,
) -> ChasePage:
    """Every report on its way of the children that the member sees; nothing is cut off."""
    children: Any = Child.objects.visible_to(membership).active()
    if room:
        children = children.filter(room=room)
    rows = chase_rows(children, membership, today)
    rows = tuple(row for row in rows if agency is None or row.agency == agency)
    page = Paginator(rows, ROWS_PER_PAGE).get_page(number)
    asked = {"room": str(room.pk) if room else "", "agency": str(agency.pk) if agency else ""}
    return ChasePage(
        sections=tuple(_sections(rows, list(page))),
        found=len(rows),
        page=page,
        query=urlencode({name: value for name, value in asked.items() if value}),
        first=next((row for row in page if row.needs_somebody and row.url), None),
    )


def _sections(rows: tuple[ChaseRow, ...], shown: list[ChaseRow]) -> list[ChaseSection]:
    """Those with a row on this page; the count is that of the whole list."""
    return [
        ChaseSection(f"reports-{state.value}", title, icon, about, here, count)
        for state, (title, icon, about) in SECTIONS.items()
        if (here := tuple(row for row in shown if row.state is state))
        and (count := sum(row.state is state for row in rows))
    ]
