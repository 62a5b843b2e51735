"""What the page for typing in a record sheet shows: a week of one child, in a fixed number of
queries, with what is in the record already."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from accounts.models import Closure
from children.models import AttendanceMark, AttendedSession, Child, Mark
from plans.models import SupportPlan
from reviews.models import InterventionEntry
from reviews.rules.sheet import DAYS_OF_A_WEEK, days_of_week, monday_of, row_token

from .entries import EntryShown, shown, with_lines
from .plan_lines import LineNow, plan_in_force

A_WEEK = timedelta(days=DAYS_OF_A_WEEK)


@dataclass(frozen=True, slots=True)
class SheetDay:
    """A day of the sheet. Why nothing is expected of it, and what is in the record already."""

    on: date
    may_be_typed: bool
    """False for a day to come and before the first day of the plan."""
    why_not: str
    kept: tuple[EntryShown, ...]
    is_shown: bool

    @property
    def name(self) -> str:
        return self.on.isoformat()

    @property
    def already(self) -> str:
        """ "1 entry by Kemi already"; empty on a day without an entry."""
        if not self.kept:
            return ""
        who = " and ".join(dict.fromkeys(one.who for one in self.kept))
        count = "1 entry" if len(self.kept) == 1 else f"{len(self.kept)} entries"
        return f"{count} by {who} already"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A week, and the lines that its columns are about. `before_on` and `after_on` are Mondays."""

    child: Child
    plan: SupportPlan
    monday: date
    lines: tuple[LineNow, ...]
    days: tuple[SheetDay, ...]
    before_on: date | None
    after_on: date | None


def read_sheet(child: Child, week_of: date, today: date) -> Sheet | None:
    """The sheet of the week that holds a day; None while no plan is in force."""
    now = plan_in_force(child)
    if now is None:
        return None
    monday = monday_of(week_of)
    began = now.plan.cycle.starts_on or today
    return Sheet(
        child=child,
        plan=now.plan,
        monday=monday,
        lines=now.lines,
        days=_days(child, now.plan, monday, began, today),
        before_on=monday - A_WEEK if monday > began else None,
        after_on=monday + A_WEEK if monday + A_WEEK <= today else None,
    )


def entries_of_sheet(child: Child, sheet: UUID, week_of: date) -> tuple[EntryShown, ...]:
    """The entries that one sheet made in the week, by their day; those taken back too."""
    tokens = [row_token(sheet, on) for on in days_of_week(monday_of(week_of))]
    rows = InterventionEntry.objects.filter(child=child, form_token__in=tokens)
    return tuple(shown(row) for row in with_lines(rows).order_by("seen_on"))


def _days(
    child: Child, plan: SupportPlan, monday: date, began: date, today: date
) -> tuple[SheetDay, ...]:
    week = days_of_week(monday)
    usual = _why_not(child, week)
    kept = _kept(child, week)
    return tuple(
        SheetDay(
            on=on,
            may_be_typed=began <= on <= today,
            why_not=_out_of_reach(on, plan, began, today) or usual[on],
            kept=tuple(kept.get(on, ())),
            is_shown=bool(kept.get(on)) or not usual[on] or _opens(child, on),
        )
        for on in week
    )


def _opens(child: Child, on: date) -> bool:
    """Does the setting open on this day of the week, closures aside?"""
    weekdays: list[int] = child.setting.open_weekdays or list(range(DAYS_OF_A_WEEK))
    return on.weekday() in weekdays


def _out_of_reach(on: date, plan: SupportPlan, began: date, today: date) -> str:
    if on > today:
        return "Still to come"
    return f"Before the first day of plan {plan.cycle.number}" if on < began else ""


def _why_not(child: Child, week: tuple[date, ...]) -> dict[date, str]:
    """Of each day why the child was not expected, or "". A mark knows better than the pattern."""
    patterns = list(AttendedSession.objects.filter(child=child, from_on__lte=week[-1]))
    closures = list(
        Closure.objects.filter(
            setting=child.setting_id, first_on__lte=week[-1], last_on__gte=week[0]
        )
    )
    marks: dict[date, set[str]] = {}
    for mark in AttendanceMark.objects.filter(child=child, on__range=(week[0], week[-1])):
        marks.setdefault(mark.on, set()).add(mark.mark)
    return {
        on: _marked(marks[on])
        if on in marks
        else _closed(child, on, closures) or _not_their_day(child, on, patterns)
        for on in week
    }


def _marked(marks: Iterable[str]) -> str:
    return "" if Mark.IN in marks else f"Marked {Mark(min(marks)).label.lower()}"


def _closed(child: Child, on: date, closures: list[Closure]) -> str:
    names = [row.name for row in closures if row.first_on <= on <= row.last_on]
    if names:
        return f"Closed: {names[0]}"
    return "" if _opens(child, on) else "Closed"


def _not_their_day(child: Child, on: date, patterns: list[AttendedSession]) -> str:
    held = [
        row
        for row in patterns
        if row.from_on <= on and (row.until_on is None or on <= row.until_on)
    ]
    comes = not held or any(row.weekday == on.weekday() for row in held)
    return "" if comes else f"Not a day for {child.called}"


def _kept(child: Child, week: tuple[date, ...]) -> dict[date, list[EntryShown]]:
    rows = InterventionEntry.objects.standing().filter(child=child, seen_on__in=week)
    found: dict[date, list[EntryShown]] = {}
    for row in with_lines(rows).order_by("seen_on", "recorded_at"):
        found.setdefault(row.seen_on, []).append(shown(row))
    return found
