"""The list of reviews: every running cycle of the children that somebody sees, by its state (C4)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch

from accounts.models import Membership
from children.models import Child, KeyPersonAssignment
from plans.models import Cycle
from reviews.models import Review
from reviews.rules.review_state import ReviewState

from .standing_review import StandingReview, reviewable, standing_review

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
    return tuple(
        Section(f"reviews-{state.value}", title, icon, about, rows)
        for state, title, icon, about in SECTIONS
        if (
            rows := tuple(
                Row(cycle.child, _second_line(cycle.child), now, cycle is first)
                for cycle, now in found
                if now.state is state
            )
        )
    )


def _cycles(membership: Membership, today: date) -> Any:
    """Those whose review falls due first come first."""
    here: Any = Child.objects.visible_to(membership)
    running = KeyPersonAssignment.objects.running(today).select_related("membership__user")
    return (
        Cycle.objects.filter(reviewable(), child__in=here.active(), due_on__isnull=False)
        .select_related("child__room", "review")
        .prefetch_related(Prefetch("child__key_people", queryset=running))
        .order_by("due_on", "child__legal_name", "pk")
        .distinct()
    )


def _second_line(child: Child) -> str:
    key_people = " and ".join(str(row.membership) for row in child.key_people.all())
    return f"{child.room.name if child.room else 'No room'} · {key_people or 'No key person'}"


def finalised_reviews(child: Child) -> tuple[Review, ...]:
    """The child's finalised reviews, newest first."""
    return tuple(Review.objects.finalised().filter(child=child).select_related("cycle"))
