"""The half term that holds today, with the last days and meetings of somebody's reviews in it (C4)."""

from datetime import date
from typing import Any

from accounts.models import Closure, Membership
from accounts.rules.half_term import half_term_on
from accounts.rules.school_year import NamedDays
from children.models import Child
from plans.models import Cycle
from reviews.rules.half_term import Last, Strip, strip_of

from .standing_review import reviewable


def half_term_strip(membership: Membership, today: date, children: Any = None) -> Strip | None:
    """The strip of the children somebody sees, or of `children` (a queryset of them). Two queries.

    None where the setting is closed from now on.
    """
    setting = membership.setting
    closures = list(Closure.objects.filter(setting=setting))
    named = [NamedDays(row.name, row.first_on, row.last_on) for row in closures]
    term = half_term_on(today, setting.open_weekdays, named)
    if term is None:
        return None
    rows = waiting_cycles(membership, children).values_list(
        "pk", "opens_on", "due_on", "review__planned_on"
    )
    found = list(rows.distinct())
    return strip_of(
        term,
        lasts=[Last(opens_on, due_on) for _, opens_on, due_on, _ in found],
        meetings=[on for *_, on in found if on and on >= today],
        closures=[(row.first_on, row.last_on) for row in closures],
        open_weekdays=setting.open_weekdays,
        today=today,
    )


def waiting_cycles(membership: Membership, children: Any = None) -> Any:
    """Cycles that run, with a last day, and whose review is not held yet."""
    seen: Any = Child.objects.visible_to(membership) if children is None else children
    return Cycle.objects.filter(
        reviewable(),
        child__in=seen.active(),
        opens_on__isnull=False,
        due_on__isnull=False,
        review__held_on__isnull=True,
    )
