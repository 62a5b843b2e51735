"""Reviews of Seyi's plan, which began on Monday 5 October and is due by Monday 30 November."""

from datetime import date, time
from typing import Any

import pytest
from django.utils import timezone

from accounts.models import Membership
from accounts.rules.refusal import Refused
from plans.models import Cycle
from reviews.actions.holding import hold_review
from reviews.actions.planning import plan_review
from reviews.models import HowHeld, Participant, PresentAs, Review
from tests.people import STORY, Cast
from tests.plans import stories

BEGAN = date(2026, 10, 5)
TODAY = date(2026, 11, 23)
PLANNED_ON = date(2026, 11, 26)


def cycle(people: Cast, starts_on: date = BEGAN) -> Cycle:
    """The cycle of Seyi's plan in force: its window is 16 to 30 November."""
    found: Cycle = stories.finalised(people, starts_on).cycle
    return found


def planned(people: Cast, **values: Any) -> Review:
    """Sam plans the review for Thursday at ten in the Orchard room, unless `values` say otherwise."""
    given: dict[str, Any] = {
        "planned_on": PLANNED_ON,
        "planned_time": time(10, 0),
        "place": "Orchard room",
        "outside_window_because": "",
        "by": people.sam.as_actor(),
    }
    if "cycle" not in values:
        given["cycle"] = cycle(people)
    return plan_review(**{**given, **values})


def begun(people: Cast, review: Review, by: Membership | None = None, **values: Any) -> Review:
    """Kemi begins the review today, in person, and takes the minutes."""
    who = by or people.kemi
    given: dict[str, Any] = {
        "held_on": TODAY,
        "how_held": HowHeld.IN_PERSON,
        "interpreter": "",
        "minute_taker": who,
    }
    return hold_review(review=review, by=who.as_actor(), **{**given, **values})


def row(review: Review, name: str, capacity: str = "") -> Participant:
    rows = Participant.objects.filter(review=review, name=name)
    return rows.get(capacity=capacity) if capacity else rows.get()


def who(review: Review) -> list[tuple[str, str]]:
    """The list, as capacity and name."""
    rows = Participant.objects.filter(review=review)
    order = [capacity.value for capacity in PresentAs]
    return sorted(
        ((one.capacity, one.name) for one in rows), key=lambda pair: (order.index(pair[0]), pair[1])
    )


def refusal(action: Any) -> Refused:
    with pytest.raises(Refused) as refused:
        action()
    return refused.value


def finalise(review: Review) -> None:
    """The minutes as they are, whatever is missing."""
    stored = Review.objects.get(pk=review.pk)
    stored.finalised_at, stored.finalised_by = timezone.now(), "Sam Whitlock"
    stored.record(by=STORY)
