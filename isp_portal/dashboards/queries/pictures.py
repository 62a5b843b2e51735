"""What a year of reviews looks like in counts: of the setting as a whole, never child beside child.

Drawings of bars: reviews in time by half term (C4), verdicts on targets by area of need, children with
a plan by key person, and how long agencies let children wait.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from accounts.models import Closure, Membership
from accounts.rules.bars import BarChart, Kind, Row, bar_chart
from accounts.rules.day_words import say_day, school_year_of
from accounts.rules.half_term import HalfTerm, half_terms
from accounts.rules.school_year import NamedDays
from agencies.queries.waiting import waiting_page
from children.models import AreaOfNeed, Child, ChildNeed, KeyPersonAssignment
from plans.models import Cycle, SupportPlan
from reviews.models import LineVerdict
from reviews.rules.verdicts import TargetVerdict

FEW = 5
"""Under so many verdicts an area says nothing of the setting, and something of a child."""
TERMS_SHOWN = 6
IN_TIME, LATE, NOT_HELD = Kind("In time"), Kind("Late", "tint"), Kind("Not held", "open")
KINDS = (IN_TIME, LATE, NOT_HELD)
VERDICTS = (
    (TargetVerdict.ACHIEVED, Kind("Achieved")),
    (TargetVerdict.PARTLY, Kind("Partly", "tint")),
    (TargetVerdict.NOT_YET, Kind("Not yet", "pale")),
    (TargetVerdict.STOPPED, Kind("Stopped", "open")),
)
AREAS = (*AreaOfNeed.choices, ("", "No area of need on record"))


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing; `first` is what its rows are, `few` what was left out for being too few."""

    chart: BarChart
    first: str
    few: str = ""


def pictures(membership: Membership, today: date) -> tuple[Picture, ...]:
    """All pictures of the setting, in a fixed number of queries; what has nothing to draw comes last."""
    children: Any = Child.objects.visible_to(membership)
    found = (
        _in_time(membership, children, today),
        _verdicts(children, today),
        _caseload(children.active(), today),
        *_waiting(membership, today),
    )
    return tuple(sorted(found, key=lambda picture: picture.chart.is_empty))


def _waiting(membership: Membership, today: date) -> tuple[Picture, ...]:
    chart = waiting_page(membership, today).chart
    return (Picture(chart, "Agency"),) if chart else ()


def _in_time(membership: Membership, children: Any, today: date) -> Picture:
    setting, year = membership.setting, school_year_of(today)
    closures = Closure.objects.filter(setting=setting).values_list("name", "first_on", "last_on")
    named = [NamedDays(*row) for row in closures]
    terms = half_terms((year - 1, year), setting.open_weekdays, named)
    begun = [term for term in terms if term.first_on <= today][-TERMS_SHOWN:]
    counted = _counted(children, begun, today) if begun else []
    total = sum(sum(row.counts) for row in counted)
    kept = sum(row.counts[0] for row in counted)
    summary = (
        f"{kept:,} of {total:,} reviews whose last day has come were held by then."
        if total
        else "No review has had its last day yet."
    )
    kinds = (IN_TIME, LATE, NOT_HELD)
    return Picture(
        bar_chart("Reviews, half term by half term", summary, kinds, counted), "Half term"
    )


def _counted(children: Any, terms: Sequence[HalfTerm], today: date) -> list[Row]:
    """Reviews by the half term of their last day, once that day has come or they were held.

    From the first half term that has any: before that nobody reviewed here.
    """
    found = Cycle.objects.filter(
        child__in=children, due_on__gte=terms[0].first_on, due_on__lte=_end(terms[-1])
    ).filter(plans__finalised_at__isnull=False)
    counts: dict[date, Counter[str]] = {term.first_on: Counter() for term in terms}
    cycles = found.values_list("pk", "due_on", "review__held_on", "closed_on").distinct()
    for _, due_on, held_on, closed_on in cycles:
        assert due_on is not None  # filtered just above
        fate = _fate(due_on, held_on, closed_on, today)
        term = next((one for one in terms if due_on <= _end(one)), None)
        if fate and term:
            counts[term.first_on][fate] += 1
    rows = [
        Row(
            _term_words(term, today),
            tuple(counts[term.first_on][k.words] for k in KINDS),
            _note(term, today),
        )
        for term in terms
    ]
    first = next((n for n, row in enumerate(rows) if any(row.counts)), len(rows) - 1)
    return rows[first:]


def _fate(due_on: Any, held_on: Any, closed_on: Any, today: date) -> str:
    """Empty for what is still to come, and for a cycle that ended before its last day."""
    if held_on is not None:
        return IN_TIME.words if held_on <= due_on else LATE.words
    if due_on >= today or (closed_on is not None and closed_on <= due_on):
        return ""
    return NOT_HELD.words


def _end(term: HalfTerm) -> date:
    """Its last day with the break after it: a last day that was agreed may lie within."""
    return term.closed.last_on if term.closed else term.last_on + timedelta(days=2)


def _term_words(term: HalfTerm, today: date) -> str:
    return f"{say_day(term.first_on, today)} to {say_day(term.last_on, today)}"


def _note(term: HalfTerm, today: date) -> str:
    return "Not over yet" if term.last_on >= today else ""


def _verdicts(children: Any, today: date) -> Picture:
    year = school_year_of(today)
    since = date(year - 1, 9, 1)
    rows = LineVerdict.objects.filter(
        review__child__in=children,
        review__finalised_at__isnull=False,
        review__held_on__gte=since,
        target__isnull=False,
    ).values_list("review__child", "verdict")
    listed = list(rows)
    areas = _areas(child for child, _ in listed)
    counts: dict[str, Counter[str]] = {}
    for child, verdict in listed:
        counts.setdefault(areas.get(child, ""), Counter())[verdict] += 1
    drawn = [
        Row(label, tuple(counts[area][verdict.value] for verdict, _ in VERDICTS))
        for area, label in AREAS
        if area in counts and counts[area].total() >= FEW
    ]
    few = [label for area, label in AREAS if area in counts and counts[area].total() < FEW]
    total = sum(sum(row.counts) for row in drawn)
    summary = (
        f"{total:,} verdicts on targets of reviews held since {say_day(since, today)}."
        if drawn
        else "Too few to say: an area is drawn from five verdicts on."
    )
    chart = bar_chart("Verdicts by area of need", summary, [kind for _, kind in VERDICTS], drawn)
    said = f"Too few to say: {', '.join(few)}." if few and drawn else ""
    return Picture(chart, "Area of need", said)


def _areas(children: Iterable[UUID]) -> dict[UUID, str]:
    """The area of need that comes first, by the child's id."""
    rows = ChildNeed.objects.filter(child__in=set(children), is_primary=True, until_on__isnull=True)
    return dict(rows.values_list("child", "area"))


def _caseload(children: Any, today: date) -> Picture:
    """Key persons by name: how many key children they have, and how many of these a plan in force."""
    planned = SupportPlan.objects.finalised().values("child")
    running: Any = KeyPersonAssignment.objects
    rows = running.running(today).filter(child__in=children, is_second=False)
    mine = list(rows.values_list("membership__user__full_name", "child"))
    with_plan = set(children.filter(pk__in=planned).values_list("pk", flat=True))
    counted = Counter((name, child in with_plan) for name, child in mine)
    drawn = [
        Row(name, (counted[name, True], counted[name, False]))
        for name in sorted({name for name, _ in mine})
    ]
    total = len(mine)
    with_plan_now = sum(row.counts[0] for row in drawn)
    summary = f"{total:,} {'child' if total == 1 else 'children'} with a key person, {with_plan_now:,} with a plan."
    if not total:
        summary = "No child has a key person yet."
    kinds = (Kind("With a plan"), Kind("Without", "pale"))
    return Picture(bar_chart("Children by key person", summary, kinds, drawn), "Key person")
