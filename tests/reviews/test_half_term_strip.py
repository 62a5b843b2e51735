"""The half term of somebody's reviews: theirs alone, and the same few queries for any number."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Closure
from children.models import Child
from plans.models import Cycle
from reviews.queries.half_term import half_term_strip
from reviews.rules.half_term import Strip
from tests.people import STORY, Cast

from .reviews_given import TODAY, begun, cycle, planned

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


def shown(people: Cast, who: str = "sam", **more: object) -> Strip:
    found = half_term_strip(getattr(people, who), TODAY, **more)  # type: ignore[arg-type]
    assert found is not None
    return found


def closed(people: Cast, name: str, first_on: date, last_on: date) -> None:
    Closure(setting=people.acorns, name=name, first_on=first_on, last_on=last_on).record(by=STORY)


def test_a_last_day_and_the_meeting_booked_before_it_stand_on_their_days_c4(people: Cast) -> None:
    closed(people, "Autumn half term", date(2026, 10, 26), date(2026, 10, 30))
    closed(people, "Christmas", date(2026, 12, 21), date(2027, 1, 4))
    planned(people)
    found = shown(people)
    assert (found.first_on, found.last_on) == (date(2026, 11, 2), date(2026, 12, 18))
    assert found.days == ((date(2026, 11, 26), 0, 1), (date(2026, 11, 30), 1, 0))
    assert found.closed_words == "to 4 Jan"


def test_a_review_that_is_held_is_on_the_strip_no_more(people: Cast) -> None:
    begun(people, planned(people))
    assert shown(people).days == ()


def test_nobody_sees_the_reviews_of_children_that_are_not_theirs(people: Cast) -> None:
    cycle(people)
    assert shown(people, "kemi").days
    assert not shown(people, "dele").days
    assert not shown(people, "olga").days


def test_it_can_be_asked_of_some_children_only(people: Cast) -> None:
    cycle(people)
    others = Child.objects.filter(setting=people.acorns).exclude(pk=people.seyi.pk)
    assert not shown(people, children=others).days


def test_one_or_many_reviews_are_asked_for_in_two_queries(people: Cast) -> None:
    first = cycle(people)
    for number in range(2, 9):
        Cycle(
            child=people.zofia,
            number=number,
            starts_on=first.starts_on,
            opens_on=first.opens_on,
            due_on=TODAY + timedelta(days=number),
        ).record(by=STORY)
    with CaptureQueriesContext(connection) as asked:
        shown(people)
    assert len(asked) == 2


def test_a_setting_that_does_not_open_again_has_no_strip(people: Cast) -> None:
    closed(people, "Closed for good", TODAY, date(2032, 12, 31))
    assert half_term_strip(people.sam, TODAY) is None
