"""The list of reviews: every running cycle of the children that somebody sees, by its state (C4)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, Prefetch, Subquery

from accounts.models import Membership
from children.models import Child, KeyPersonAssignment
from plans.models import Cycle, SupportPlan
from plans.queries.calendar import rulesets_of
from plans.rules.rulesets import RuleSetData
from plans.rules.window import needs_confirming
from reviews.models import Review
from reviews.rules.review_state import ReviewState

from .standing_review import StandingReview, reviewable, standing_review

DAYS_OF_A_WEEK = 7
SECTIONS = (
    (ReviewState.MINUTES, "Minutes to finish", "pencil", "Held, and not finalised yet."),
    (ReviewState.OVERDUE, "Overdue", "overdue", "The window has closed. Longest overdue first."),
    (ReviewState.IN_WINDOW, "In the window", "window", "Due now, and no day is booked."),
    (ReviewState.BOOKED, "Booked", "calendar", "A day is planned."),
    (ReviewState.RUNNING, "Running", "running", "The window has not opened yet."),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One child's review: who, where it stands, what to do next."""

    child: Child
    second_line: str
    now: StandingReview
    is_first: bool
    """The one solid button of the list."""
    weeks: float | None
    """How many after the start it is due, where that is for the SENCO to confirm."""


@dataclass(frozen=True, slots=True)
class Section:
    """One state, with its rows. `key` is where it stands on the page."""

    key: str
    title: str
    icon: str
    about: str
    rows: tuple[Row, ...]


def reviews_listed(membership: Membership, today: date) -> tuple[Section, ...]:
    """Every section that has a row, in a fixed number of queries; nothing is cut off."""
    found = [
        (cycle, now)
        for cycle in _cycles(membership, today)
        if (now := standing_review(cycle, getattr(cycle, "review", None), today))
    ]
    order = [state for state, *_ in SECTIONS]
    found.sort(key=lambda pair: order.index(pair[1].state))
    first = found[0][0] if found else None
    rules_on = rulesets_of(membership.setting)
    return tuple(
        Section(f"reviews-{state.value}", title, icon, about, rows)
        for state, title, icon, about in SECTIONS
        if (
            rows := tuple(
                Row(
                    cycle.child,
                    _second_line(cycle.child),
                    now,
                    is_first=cycle is first,
                    weeks=_weeks_to_confirm(cycle, rules_on),
                )
                for cycle, now in found
                if now.state is state
            )
        )
    )


def _weeks_to_confirm(cycle: Cycle, rules_on: Callable[[date], RuleSetData]) -> float | None:
    """None within six to eight weeks, and once another date was agreed with its reason."""
    starts_on, due_on = cycle.starts_on, cycle.due_on
    if starts_on is None or due_on is None or cycle.agreed_because:
        return None
    asks = needs_confirming(starts_on, due_on, rules_on(starts_on).review)
    return round((due_on - starts_on).days / DAYS_OF_A_WEEK, 1) if asks else None


def _cycles(membership: Membership, today: date) -> Any:
    """Those whose review falls due first come first."""
    here: Any = Child.objects.visible_to(membership)
    in_force = SupportPlan.objects.finalised().filter(cycle=OuterRef("pk")).order_by("-version")
    running = KeyPersonAssignment.objects.running(today).select_related("membership__user")
    return (
        Cycle.objects.filter(reviewable(), child__in=here.active(), due_on__isnull=False)
        .select_related("child__room", "review")
        .prefetch_related(Prefetch("child__key_people", queryset=running))
        .annotate(plan_id=Subquery(in_force.values("pk")[:1]))
        .order_by("due_on", "child__legal_name", "pk")
        .distinct()
    )


def _second_line(child: Child) -> str:
    key_people = " and ".join(str(row.membership) for row in child.key_people.all())
    return f"{child.room.name if child.room else 'No room'} · {key_people or 'No key person'}"


def finalised_reviews(child: Child) -> tuple[Review, ...]:
    """The child's finalised reviews, newest first."""
    return tuple(Review.objects.finalised().filter(child=child).select_related("cycle"))
