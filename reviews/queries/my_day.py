"""My day: a card for each child with a plan who is in, and a quiet row for everybody else."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Q

from accounts.models import Membership
from accounts.rules.day_words import LONG_WEEKDAYS, say_day
from accounts.rules.roles import Permission
from children.models import AttendanceMark, AttendedSession, Child, Mark, Session
from plans.queries.calendar import calendar_of
from plans.rules.window import Calendar
from reviews.models import Review
from reviews.rules.words import gap_words

from .entries import EntryShown, latest_entries
from .gaps import Silence, silences
from .plan_lines import LineNow, PlanNow, plans_in_force
from .standing_review import StandingReview, reviews_of, standing_review

ON_A_CARD = 3
FURTHEST = 60
"""Days that are looked through for the next one on which a child comes."""


@dataclass(frozen=True, slots=True)
class DayCard:
    """A child with a plan in force. `last` is the newest entry, `mark` this session's."""

    child: Child
    lines: tuple[LineNow, ...]
    last: EntryShown | None
    is_written: bool
    silence: Silence | None
    review: StandingReview | None
    mark: str

    @property
    def marks(self) -> tuple[tuple[str, str], ...]:
        """The marks that are one tap away."""
        return tuple((m.value, str(m.label)) for m in (Mark.IN, Mark.AWAY, Mark.UNWELL))

    @property
    def gap(self) -> str:
        """How often the child was in since, where the silence is long."""
        if self.silence is None or not self.silence.is_long:
            return ""
        return gap_words(self.child.called, self.silence.days, self.silence.attended_days)


@dataclass(frozen=True, slots=True)
class QuietRow:
    """A child who is not in today, or who has no plan: `words` says which."""

    child: Child
    words: str
    may_record: bool


@dataclass(frozen=True)
class MyDay:
    cards: tuple[DayCard, ...]
    rows: tuple[QuietRow, ...]
    rooms: str
    session: Session

    @cached_property
    def written(self) -> tuple[DayCard, ...]:
        return tuple(card for card in self.cards if card.is_written)

    @cached_property
    def still_to_do(self) -> tuple[DayCard, ...]:
        return tuple(card for card in self.cards if not card.is_written)

    @property
    def children(self) -> list[Child]:
        return [card.child for card in self.cards] + [row.child for row in self.rows]


def my_day(membership: Membership, today: date, session: str) -> MyDay:
    """Everything My day shows to this member, in a fixed number of queries."""
    children = my_children(membership, today)
    plans = plans_in_force(children)
    week = _Week.read(children, membership, today)
    last = latest_entries([child for child in children if child.pk in plans])
    since = {
        child_id: last[child_id].entry.seen_on if child_id in last else now.plan.cycle.starts_on
        for child_id, now in plans.items()
    }
    quiet_for = silences({key: on for key, on in since.items() if on}, today)
    reviews = reviews_of([now.plan.cycle for now in plans.values()])
    cards = [
        _card(child, plans[child.pk], reviews, last, quiet_for, week, session, today)
        for child in children
        if child.pk in plans and week.is_in(child, today)
    ]
    on_cards = {card.child.pk for card in cards}
    rows = [_row(c, c.pk in plans, week, today) for c in children if c.pk not in on_cards]
    rooms = sorted({child.room.name for child in children if child.room})
    ordered = sorted(cards, key=lambda card: card.is_written)
    return MyDay(tuple(ordered), tuple(rows), ", ".join(rooms), Session(session))


def my_children(membership: Membership, today: date) -> list[Child]:
    """Her key children, and those of her rooms who have a plan. Somebody without either who sees
    every child sees all who have a plan."""
    here: Any = Child.objects.visible_to(membership).active().select_related("room")
    key = Q(pk__in=membership.key_children.running(today).values("child"))
    planned = Q(pk__in=here.filter(plans__status="finalised").values("pk"))
    rooms = Q(room__in=membership.rooms.running(today).values("room"))
    mine = list(here.filter(key | rooms & planned))
    if mine or not membership.may(Permission.VIEW_ALL_CHILDREN):
        return mine
    return list(here.filter(planned))


@dataclass(frozen=True)
class _Week:
    """Which days the setting opens, when each child comes, and today's marks."""

    calendar: Calendar | None
    patterns: dict[UUID, list[AttendedSession]]
    marks: dict[UUID, dict[str, str]]

    @classmethod
    def read(cls, children: list[Child], membership: Membership, today: date) -> "_Week":
        keys = [child.pk for child in children]
        patterns: dict[UUID, list[AttendedSession]] = {}
        for row in AttendedSession.objects.filter(child__in=keys):
            patterns.setdefault(row.child_id, []).append(row)
        marks: dict[UUID, dict[str, str]] = {}
        for mark in AttendanceMark.objects.filter(child__in=keys, on=today):
            marks.setdefault(mark.child_id, {})[mark.session] = mark.mark
        setting = membership.setting
        calendar = calendar_of(setting) if setting.open_weekdays else None
        return cls(calendar, patterns, marks)

    def comes(self, child: Child, on: date) -> bool:
        """Does the setting open, and does the child's week hold the day? No pattern: every day."""
        if self.calendar and not self.calendar.is_open(on):
            return False
        held = [
            row
            for row in self.patterns.get(child.pk, [])
            if row.from_on <= on and (row.until_on is None or on <= row.until_on)
        ]
        return not held or any(row.weekday == on.weekday() for row in held)

    def is_in(self, child: Child, today: date) -> bool:
        """A mark knows better than the pattern."""
        marks = set(self.marks.get(child.pk, {}).values())
        return Mark.IN in marks or (not marks and self.comes(child, today))

    def back_on(self, child: Child, today: date) -> date | None:
        days = (today + timedelta(days=n) for n in range(1, FURTHEST))
        return next((day for day in days if self.comes(child, day)), None)


def _card(
    child: Child,
    now: PlanNow,
    reviews: dict[UUID, Review],
    last: dict[UUID, EntryShown],
    quiet_for: dict[UUID, Silence],
    week: _Week,
    session: str,
    today: date,
) -> DayCard:
    newest = last.get(child.pk)
    return DayCard(
        child=child,
        lines=now.strategies[:ON_A_CARD],
        last=newest,
        is_written=newest is not None and newest.entry.seen_on == today,
        silence=quiet_for.get(child.pk),
        review=standing_review(now.plan.cycle, reviews.get(now.plan.cycle_id), today),
        mark=week.marks.get(child.pk, {}).get(session, ""),
    )


def _row(child: Child, has_plan: bool, week: _Week, today: date) -> QuietRow:
    words = [] if week.is_in(child, today) else [_why_not_in(child, week, today)]
    if not has_plan:
        words.append("No plan in force yet.")
    return QuietRow(child, " ".join(words), has_plan)


def _why_not_in(child: Child, week: _Week, today: date) -> str:
    marks = set(week.marks.get(child.pk, {}).values())
    back = week.back_on(child, today)
    then = f" Back {say_day(back, today)}." if back else ""
    if marks:
        return f"{Mark(min(marks)).label} today.{then}"
    if week.calendar and not week.calendar.is_open(today):
        return f"We are closed today.{then}"
    return f"Not in on {LONG_WEEKDAYS[today.weekday()]}s.{then}"
