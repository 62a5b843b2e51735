"""What a child who has left will not come to is cancelled in the calendars that were told of it (C4)."""

from datetime import date
from typing import Any

import pytest
from icalendar import Calendar, Event

from agencies.actions.visit import plan_visit
from children.actions import archive_child, bring_back_child
from reviews.actions.planning import move_review
from reviews.queries.calendar_copy import calendar_copy
from tests.people import STORY, Cast
from tests.reviews.reviews_given import PLANNED_ON, begun, planned

from .feeds import NOW, events, everything, link
from .strict_calendar import faults_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


def leaves(people: Cast) -> None:
    archive_child(
        child=people.seyi,
        left_on=date(2026, 11, 20),
        because="Moved away",
        by=people.sam.as_actor(),
    )


def told(event: Event) -> tuple[str, int]:
    return str(event["status"]), int(event["sequence"])


def test_the_review_of_a_child_who_left_is_cancelled_with_the_same_uid_and_a_higher_sequence(
    people: Cast,
) -> None:
    review, address = planned(people), link(people.sam)
    uid = str(review.calendar_uid)
    assert told(events(address)[uid]) == ("CONFIRMED", 0)
    leaves(people)
    gone = events(address)[uid]
    assert told(gone) == ("CANCELLED", 1)
    assert gone.start.date() == PLANNED_ON


def test_a_key_person_is_told_too_and_one_who_is_so_no_longer_is_told_nothing(
    people: Cast,
) -> None:
    review, address = planned(people), link(people.kemi)
    uid = str(review.calendar_uid)
    leaves(people)
    assert told(events(address)[uid]) == ("CANCELLED", 1)
    assignment = people.seyi.key_people.get(membership=people.kemi)
    assignment.until_on = date(2026, 11, 22)
    assignment.record(by=STORY)
    assert uid not in events(address)


def test_brought_back_and_moved_it_stands_again_each_time_as_a_later_word(people: Cast) -> None:
    review, address = planned(people), link(people.sam)
    uid, by = str(review.calendar_uid), people.sam.as_actor()
    seen = [told(events(address)[uid])]
    for _ in range(2):
        leaves(people)
        seen.append(told(events(address)[uid]))
        bring_back_child(child=people.seyi, by=by)
        seen.append(told(events(address)[uid]))
    move_review(
        review=review,
        planned_on=date(2026, 11, 27),
        planned_time=None,
        place="",
        outside_window_because="",
        by=by,
    )
    seen.append(told(events(address)[uid]))
    sequences = [sequence for _, sequence in seen]
    assert sequences == sorted(set(sequences))
    assert [status for status, _ in seen] == [
        *("CONFIRMED", "CANCELLED", "CONFIRMED", "CANCELLED", "CONFIRMED", "CONFIRMED")
    ]


def test_visits_to_come_are_cancelled_and_one_that_took_place_is_not(people: Cast) -> None:
    _, to_come = everything(people)
    values: dict[str, Any] = {
        "agency": people.speech,
        "professional": None,
        "at": None,
        "place": "",
        "what_for": "",
    }
    plan = {"child": people.seyi, "by": people.sam.as_actor()}
    passed = plan_visit(values=values | {"on": date(2026, 11, 23)}, **plan)
    passed.on = date(2026, 11, 19)
    passed.record(by=STORY)
    address = link(people.sam)
    leaves(people)
    found = events(address)
    assert told(found[str(to_come.calendar_uid)]) == ("CANCELLED", 1)
    assert found[str(passed.calendar_uid)]["status"] == "CONFIRMED"


def test_a_review_that_was_held_before_the_child_left_took_place(people: Cast) -> None:
    review, address = begun(people, planned(people)), link(people.sam)
    leaves(people)
    assert events(address)[str(review.calendar_uid)]["status"] == "CONFIRMED"


def test_a_review_held_on_another_day_than_planned_has_moved_there(people: Cast) -> None:
    review, address = planned(people), link(people.sam)
    before = events(address)[str(review.calendar_uid)]
    begun(people, review)
    after = events(address)[str(review.calendar_uid)]
    assert after.start == date(2026, 11, 23)
    assert int(after["sequence"]) > int(before["sequence"])


@pytest.mark.parametrize("place", ["At Priya’s", "14 Mill Lane", "Seyi’s home"])
def test_invitation_and_feed_say_the_same_of_a_place_that_leads_to_the_family_c4_1(
    people: Cast, place: str
) -> None:
    people.priya.address = "14 Mill Lane, Harrowby"
    people.priya.record(by=STORY)
    review, address = planned(people), link(people.sam)
    uid = str(review.calendar_uid)

    def places() -> list[Any]:
        file = calendar_copy(review, NOW)
        assert file is not None
        assert faults_of(file) == []
        return [
            Calendar.from_ical(file).events[0].get("location"),
            events(address)[uid].get("location"),
        ]

    assert places() == ["Orchard room", "Orchard room"]
    review.place = place
    review.record(by=STORY)
    assert places() == [None, None]
