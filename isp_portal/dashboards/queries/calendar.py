"""A month of the setting: windows, meetings, closed days and agencies' visits, day by day.

The grid and the agenda show the same items. A fixed number of queries, whatever the month holds.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from django.urls import reverse

from accounts.models import Closure, Membership
from accounts.rules.calendar_month import Month
from accounts.rules.day_words import say_clock, say_day
from accounts.rules.roles import Permission
from agencies.models import AgencyVisit
from children.models import Child
from isp_portal.dashboards.rules.children import known_as
from reviews.queries.half_term import half_term_strip
from reviews.queries.month import CycleInMonth, cycles_between, reviews_to_book
from reviews.rules.half_term import Strip

IN_A_CELL = 3
"""What a day of the grid names; the agenda below names everything."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of a day. `rank` orders a day's things: closed, then by the clock, then last days."""

    rank: int
    at: time | None
    icon: str
    css: str
    short: str
    title: str
    words: str
    url: str = ""
    act: str = ""
    act_url: str = ""
    child: Child | None = None
    goes_on: bool = False
    """It began on an earlier day of the month: the agenda has named it there."""

    @property
    def order(self) -> tuple[int, time, str]:
        return self.rank, self.at or time.max, self.title


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the month: everything in it, and as many as fit into the grid."""

    on: date
    is_of_month: bool
    is_open: bool
    is_today: bool
    items: tuple[Item, ...] = ()

    @property
    def shown(self) -> tuple[Item, ...]:
        return self.items if len(self.items) <= IN_A_CELL + 1 else self.items[:IN_A_CELL]

    @property
    def listed(self) -> tuple[Item, ...]:
        """What the agenda says of the day: the grid also repeats what goes on."""
        return tuple(item for item in self.items if not item.goes_on)

    @property
    def more(self) -> int:
        return len(self.items) - len(self.shown)


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """A month as weeks, and its days with something on them."""

    month: Month
    weeks: tuple[tuple[Day, ...], ...]
    agenda: tuple[Day, ...]
    strip: Strip | None
    coming: Day | None = None
    """The first day of the agenda that is not past, where days before it stand above."""
    children: tuple[Child, ...] = field(default=())


def calendar_page(
    membership: Membership, month: Month, *, today: date, among: Any = None
) -> CalendarPage:
    """The month of the children somebody sees, or of those `among` them (a queryset)."""
    seen: Any = (Child.objects.visible_to(membership) if among is None else among).active()
    first, last = month.weeks[0][0], month.weeks[-1][-1]
    closures = list(Closure.objects.visible_to(membership).filter(first_on__lte=last))
    may = membership.may
    found: dict[date, list[Item]] = defaultdict(list)
    for cycle in cycles_between(seen, first, last):
        for on, item in _of_cycle(cycle, month, today, may(Permission.HOLD_REVIEW)):
            found[on].append(item)
    if may(Permission.VIEW_AGENCIES):
        for visit in _visits(seen, first, last):
            found[visit.on].append(_visit(visit, month, today, may(Permission.MANAGE_AGENCIES)))
    weeks = tuple(
        tuple(_day(on, month, today, membership, closures, found[on]) for on in week)
        for week in month.weeks
    )
    agenda = tuple(day for week in weeks for day in week if day.is_of_month and day.listed)
    shown = {item.child.pk: item.child for w in weeks for d in w for item in d.items if item.child}
    strip = half_term_strip(membership, today, seen)
    coming = next((day for day in agenda[1:] if agenda[0].on < today <= day.on), None)
    return CalendarPage(month, weeks, agenda, strip, coming, tuple(shown.values()))


def _day(
    on: date,
    month: Month,
    today: date,
    membership: Membership,
    closures: list[Closure],
    items: list[Item],
) -> Day:
    weekdays = membership.setting.open_weekdays
    shut = [row for row in closures if row.first_on <= on <= row.last_on]
    closed = [_closed(row, on, month, today) for row in shut]
    is_open = not shut and (not weekdays or on.weekday() in weekdays)
    listed = tuple(sorted([*closed, *items], key=lambda item: item.order))
    is_of_month = month.first_on <= on <= month.last_on
    return Day(on, is_of_month, is_open, on == today, listed)


def _closed(row: Closure, on: date, month: Month, today: date) -> Item:
    days = "" if on == row.last_on else f"Until {say_day(row.last_on, today)}."
    title, goes_on = f"Closed: {row.name}", on > max(row.first_on, month.first_on)
    return Item(0, None, "dash", "stone", title, title, days, goes_on=goes_on)


def _name(child: Child) -> str:
    return known_as(child.legal_name, child.preferred_name)


def _from_calendar(name: str, ids: list[Any], month: Month) -> str:
    return f"{reverse(name, args=ids)}?calendar={month.asked}"


def _of_cycle(cycle: CycleInMonth, month: Month, today: date, may: bool) -> list[tuple[date, Item]]:
    """The meeting, and while none was held the last day and the day on which the window opens."""
    items = []
    if cycle.meets_on and cycle.review is not None:
        items.append((cycle.meets_on, _meeting(cycle, month, today, may)))
    if cycle.is_held:
        return items
    child, name = cycle.child, _name(cycle.child)
    url = reverse("dashboards:child", args=[child.pk])
    act = act_url = ""
    if may and cycle.review is None:
        act, act_url = "Plan it", _from_calendar("reviews:review_plan", [child.pk], month)
    late = cycle.due_on < today
    icon, css = ("overdue", "coral") if late else ("window", "amber")
    words = "The window has closed. " if late else ""
    words += "No meeting is planned." if cycle.review is None else _booked(cycle, today)
    title = f"Last day for the review of {name}"
    short = f"Last day: {child.called}"
    last = Item(2, None, icon, css, short, title, words, url, act, act_url, child)
    title = f"The window opens for the review of {name}"
    words = f"Last day {say_day(cycle.due_on, today)}."
    short = f"Window: {child.called}"
    opens = Item(3, None, "window", "stone", short, title, words, url, act, act_url, child)
    return [*items, (cycle.due_on, last), (cycle.opens_on, opens)]


def _booked(cycle: CycleInMonth, today: date) -> str:
    if cycle.meets_on is None:
        return "No meeting is planned."
    if cycle.meets_on < today:
        return f"The meeting of {say_day(cycle.meets_on, today)} was not held."
    return f"Meeting booked for {say_day(cycle.meets_on, today)}."


def _meeting(cycle: CycleInMonth, month: Month, today: date, may: bool) -> Item:
    review, child = cycle.review, cycle.child
    assert review is not None  # the caller has asked
    at = None if cycle.is_held else review.planned_time
    clock = f"{say_clock(at)} " if at else ""
    passed = not cycle.is_held and review.planned_on is not None and review.planned_on < today
    icon, css, words = "calendar", "mulberry", "Planned"
    if cycle.is_held:
        icon, css, words = "ticked-circle", "leaf", "Held"
    elif passed:
        icon, css, words = "overdue", "coral", "Planned, and not held yet"
    if review.planned_on and not cycle.is_held and review.planned_on > cycle.due_on:
        words += f", after the last day {say_day(cycle.due_on, today)}"
    place = f", {review.place}" if review.place else ""
    act_url = _from_calendar("reviews:review_move", [review.pk], month)
    moves = may and not cycle.is_held
    return Item(
        rank=1,
        at=at,
        icon=icon,
        css=css,
        short=f"{clock}{child.called}",
        title=f"{clock}Review of {_name(child)}",
        words=f"{words}{place}.",
        url=reverse("reviews:review", args=[review.pk]),
        act="Move" if moves else "",
        act_url=act_url if moves else "",
        child=child,
    )


def _visits(children: Any, first: date, last: date) -> list[AgencyVisit]:
    rows = AgencyVisit.objects.planned().filter(child__in=children, on__range=(first, last))
    return list(rows.select_related("child", "agency", "professional"))


def _visit(visit: AgencyVisit, month: Month, today: date, may: bool) -> Item:
    clock = f"{say_clock(visit.at)} " if visit.at else ""
    who = visit.professional.name if visit.professional else visit.agency.name
    words = [visit.agency.name if visit.professional else "", visit.what_for, visit.place]
    moves = may and visit.on >= today
    where = _from_calendar("agencies:visit_edit", [visit.child_id, visit.pk], month)
    return Item(
        rank=1,
        at=visit.at,
        icon="people",
        css="mulberry",
        short=f"{clock}{who} sees {visit.child.called}",
        title=f"{clock}{who} comes to see {_name(visit.child)}",
        words=", ".join(word for word in words if word),
        url=reverse("dashboards:child", args=[visit.child_id]) + "#agencies",
        act="Change" if moves else "",
        act_url=where if moves else "",
        child=visit.child,
    )


def bookable(membership: Membership, today: date) -> list[tuple[str, str]]:
    """Children whose review can be planned or moved: id, and how it stands, soonest due first."""
    seen: Any = Child.objects.visible_to(membership)
    return [
        (str(cycle.child.pk), f"{_name(cycle.child)}: {_stands(cycle, today)}")
        for cycle in reviews_to_book(seen.active())
    ]


def _stands(cycle: CycleInMonth, today: date) -> str:
    if cycle.meets_on and cycle.meets_on >= today:
        return f"booked {say_day(cycle.meets_on, today)}"
    return f"last day {say_day(cycle.due_on, today)}"
