"""My day: who is in, what to do with whom, what was written, and one tap to mark or record."""

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from children.actions import press_mark, record_sessions
from children.models import AttendanceMark, Mark, RoomStaff, Session
from children.queries import fingerprint
from reviews import actions
from reviews.queries.my_day import my_day
from reviews.rules.help import NotDelivered
from tests.children.given import text_of
from tests.people import BEGAN as CAST_BEGAN
from tests.people import STORY, Cast
from tests.reviews.given import TODAY, entry, keys, plan_now, planned_child

Browse = Callable[..., Client]
ADDRESS = "/reviews/my-day/"


def names(people: Cast, who: str = "kemi") -> tuple[list[str], list[str]]:
    """(children on cards, children in rows)."""
    day = my_day(getattr(people, who), TODAY, "morning")
    return [c.child.called for c in day.cards], [r.child.called for r in day.rows]


def test_a_key_child_with_a_plan_has_a_card_with_strategies_review_and_buttons(
    people: Cast, browse: Browse
) -> None:
    plan_now(people)
    shown = text_of(browse(people.kemi).get(ADDRESS))
    for words in (
        "0 of 1 written up. Still to do: Seyi.",
        "Oluwaseyifunmi Adeyemi-Blackwood",
        "1 Say his name, wait five seconds, then show the picture card",
        "Review by Mon 30 Nov",
        "7 days left",
        "Record for Seyi",
        "Not today",
    ):
        assert words in shown


def test_a_key_child_without_a_plan_is_a_quiet_row(people: Cast) -> None:
    assert names(people) == ([], ["Seyi"])


def test_a_practitioner_has_the_children_of_her_rooms_who_have_a_plan(people: Cast) -> None:
    assert names(people, "hannah") == ([], [])
    plan_now(people)
    assert names(people, "hannah") == (["Seyi"], [])
    assert names(people, "dele") == ([], ["Zofia"])


def test_a_senco_without_key_children_has_everybody_with_a_plan(people: Cast) -> None:
    plan_now(people)
    assert names(people, "sam") == (["Seyi"], [])
    assert names(people, "olga") == ([], ["Bilal"])


def test_what_was_recorded_today_turns_the_button(people: Cast, browse: Browse) -> None:
    plan_now(people)
    entry(people)
    shown = text_of(browse(people.kemi).get(ADDRESS))
    assert "1 of 1 written up." in shown
    assert "Recorded 10:00. Add another" in shown
    assert "Today · some help · Kemi" in shown
    assert "Record for Seyi" not in shown


def test_an_entry_that_was_taken_back_does_not_count(people: Cast, browse: Browse) -> None:
    plan_now(people)
    actions.take_back_entry(entry=entry(people), by=STORY)
    assert "0 of 1 written up" in text_of(browse(people.kemi).get(ADDRESS))


def test_not_today_counts_as_written_up_with_its_reason(people: Cast, browse: Browse) -> None:
    now = plan_now(people)
    actions.record_not_delivered(
        child=people.seyi,
        lines=keys(now),
        because=NotDelivered.STAFFING,
        seen_on=TODAY,
        seen_by=people.kemi,
        form_token=uuid4(),
        by=STORY,
    )
    shown = text_of(browse(people.kemi).get(ADDRESS))
    assert "1 of 1 written up" in shown
    assert "Not enough staff in the room." in shown


def test_a_child_who_does_not_come_on_mondays_is_a_row_that_says_when(people: Cast) -> None:
    plan_now(people)
    record_sessions(
        child=people.seyi,
        pattern={(1, "morning")},
        from_on=CAST_BEGAN,
        seen=fingerprint([]),
        by=STORY,
    )
    day = my_day(people.kemi, TODAY, "morning")
    assert [row.words for row in day.rows] == ["Not in on Mondays. Back Tue 24 Nov."]


def test_a_mark_knows_better_than_the_pattern(people: Cast) -> None:
    plan_now(people)
    mark(people, Mark.UNWELL)
    day = my_day(people.kemi, TODAY, "morning")
    assert [row.words for row in day.rows] == ["Unwell today. Back Tue 24 Nov."]
    mark(people, Mark.IN)
    assert names(people) == (["Seyi"], [])


def mark(people: Cast, what: Mark, on: date = TODAY) -> None:
    press_mark(child=people.seyi, on=on, session=Session.MORNING, mark=what, by=STORY)


def test_when_the_setting_is_closed_nobody_is_in(people: Cast) -> None:
    plan_now(people)
    day = my_day(people.kemi, date(2026, 11, 22), "morning")
    assert [row.words for row in day.rows] == ["We are closed today. Back Mon 23 Nov."]


def test_seven_attended_days_without_an_entry_are_said_and_six_are_not(people: Cast) -> None:
    plan_now(people)
    entry(people, seen_on=date(2026, 11, 9))
    for number in (10, 11, 12, 13, 16, 17):
        mark(people, Mark.IN, date(2026, 11, number))
    assert card_gap(people) == ""
    mark(people, Mark.AWAY, date(2026, 11, 18))
    assert card_gap(people) == ""
    mark(people, Mark.IN, date(2026, 11, 19))
    assert card_gap(people) == "Seyi was in on seven of them."


def card_gap(people: Cast) -> str:
    return my_day(people.kemi, TODAY, "morning").cards[0].gap


def test_one_tap_marks_this_session(people: Cast, browse: Browse) -> None:
    plan_now(people)
    body = {"child": people.seyi.pk, "on": "2026-11-23", "press": "morning-in"}
    answer = browse(people.kemi).post(ADDRESS, body)
    assert answer["Location"] == f"{ADDRESS}#child-{people.seyi.pk}"
    assert AttendanceMark.objects.get().mark == "in"
    body["child"] = people.zofia.pk
    assert browse(people.kemi).post(ADDRESS, body).status_code == 200
    assert AttendanceMark.objects.count() == 1


def test_a_page_that_was_opened_changes_nothing(people: Cast, browse: Browse) -> None:
    plan_now(people)
    kemi = browse(people.kemi)
    kemi.get(ADDRESS)
    for address in (ADDRESS, reverse("reviews:entry_add", args=[people.seyi.pk])):
        with CaptureQueriesContext(connection) as asked:
            kemi.get(address)
        writes = [q["sql"] for q in asked if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
        assert len(writes) == 2
        assert all("accessevent" in sql or "childseen" in sql for sql in writes)


@pytest.mark.parametrize("address", [ADDRESS, "/reviews/entries/several/"])
def test_twelve_children_ask_no_more_queries_than_two(
    people: Cast, browse: Browse, address: str
) -> None:
    RoomStaff(room=people.orchard, membership=people.kemi, from_on=CAST_BEGAN).record(by=STORY)
    kemi = browse(people.kemi)
    counts = []
    for numbers in (range(2), range(2, 12)):
        for number in numbers:
            planned_child(people, number)
        kemi.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert kemi.get(address).status_code == 200
        counts.append(len(asked))
    assert len(my_day(people.kemi, TODAY, "morning").cards) == 12
    assert counts[0] == counts[1]
