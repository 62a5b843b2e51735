"""Who is in: one tap per child and session, and a tap on what is set takes it back."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from children import actions
from children.models import AttendanceMark, Room
from children.queries import fingerprint
from tests.children.given import page, text_of
from tests.people import STORY, Cast

Browse = Callable[..., Client]


def press(people: Cast, client: Client, what: str, on: str = "2026-11-23", who: object = None):  # type: ignore[no-untyped-def]
    key = getattr(who or people.seyi, "pk", who)
    return client.post(page("attendance"), {"child": key, "on": on, "press": what})


def marks() -> list[tuple[str, str]]:
    return [(row.session, row.mark) for row in AttendanceMark.objects.all()]


def test_a_practitioner_marks_a_child_of_her_room_with_one_tap(
    people: Cast, browse: Browse
) -> None:
    hannah = browse(people.hannah)
    shown = text_of(hannah.get(page("attendance")))
    assert "Seyi" in shown
    assert "Zofia" not in shown
    assert press(people, hannah, "morning-in").status_code == 302
    assert marks() == [("morning", "in")]
    assert AttendanceMark.objects.get().history.get().actor_label == "Hannah Price"


def test_another_tap_replaces_the_mark_and_a_tap_on_it_takes_it_back(
    people: Cast, browse: Browse
) -> None:
    hannah = browse(people.hannah)
    press(people, hannah, "morning-in")
    press(people, hannah, "morning-unwell")
    assert marks() == [("morning", "unwell")]
    shown = hannah.get(page("attendance")).content.decode()
    assert 'value="morning-unwell"' not in shown
    assert 'value="morning-none"' in shown
    press(people, hannah, "morning-none")
    assert marks() == []
    assert AttendanceMark.history.count() == 3


def test_a_tap_that_is_sent_twice_says_the_same_once(people: Cast, browse: Browse) -> None:
    hannah = browse(people.hannah)
    for _ in range(2):
        press(people, hannah, "morning-in")
    assert marks() == [("morning", "in")]
    for _ in range(2):
        press(people, hannah, "morning-none")
    assert marks() == []
    assert AttendanceMark.history.count() == 2


def test_a_day_still_to_come_is_refused(people: Cast, browse: Browse) -> None:
    hannah = browse(people.hannah)
    answer = press(people, hannah, "morning-in", on="2026-11-24")
    assert "That day is still to come" in text_of(answer)
    asked = text_of(hannah.get(page("attendance") + "?on=24 11 26"))
    assert "That day is still to come" in asked
    assert "Monday 23 November" in asked
    assert marks() == []


@pytest.mark.parametrize("what", ["morning-asleep", "evening-in", "x", ""])
def test_a_mark_that_does_not_exist_is_refused(people: Cast, browse: Browse, what: str) -> None:
    assert press(people, browse(people.hannah), what).status_code == 200
    assert marks() == []


def test_a_child_she_does_not_see_cannot_be_marked(people: Cast, browse: Browse) -> None:
    for stranger in (people.zofia, people.bilal):
        answer = press(people, browse(people.hannah), "morning-in", who=stranger)
        assert stranger.called not in answer.content.decode()
    assert marks() == []


def test_a_room_of_another_setting_is_not_shown(people: Cast, browse: Browse) -> None:
    owls = Room.objects.get(name="Owls")
    shown = text_of(browse(people.hannah).get(f"{page('attendance')}?room={owls.pk}"))
    assert "Owls" not in shown
    assert "Bilal" not in shown


def test_a_child_who_does_not_come_that_day_is_not_expected(people: Cast, browse: Browse) -> None:
    actions.record_sessions(
        child=people.seyi,
        pattern={(2, "morning")},
        from_on=date(2026, 9, 1),
        seen=fingerprint([]),
        by=STORY,
    )
    hannah = browse(people.hannah)
    assert "Not expected today 1" in text_of(hannah.get(page("attendance")))
    assert "1 still to mark" in text_of(hannah.get(page("attendance") + "?on=18 11 26"))


def test_an_archived_childs_session_cannot_be_marked(people: Cast, browse: Browse) -> None:
    actions.archive_child(
        child=people.seyi, left_on=date(2026, 11, 20), because="Moved", by=people.sam.as_actor()
    )
    assert "archived" in text_of(press(people, browse(people.sam), "morning-in"))
    assert marks() == []
