"""An agency's visit in the diary: written down, moved, called off."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from django.test import Client

from accounts.rules.refusal import Refused
from agencies.actions.visit import call_off_visit, change_visit, plan_visit
from agencies.models import Agency, AgencyVisit
from tests.people import STORY, Cast

Browse = Callable[..., Client]
TODAY, THURSDAY = date(2026, 11, 23), date(2026, 11, 26)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


def values(people: Cast, **more: Any) -> dict[str, Any]:
    given = {
        "agency": people.speech,
        "professional": people.theo,
        "on": THURSDAY,
        "at": time(10, 0),
        "place": "Orchard",
        "what_for": "An observation at snack",
    }
    return {**given, **more}


def visit(people: Cast, **more: Any) -> AgencyVisit:
    return plan_visit(child=people.seyi, values=values(people, **more), by=people.sam.as_actor())


def change(people: Cast, row: AgencyVisit, **more: Any) -> AgencyVisit:
    return change_visit(
        visit=row,
        values=values(people, **more),
        seen_version=row.row_version,
        by=people.sam.as_actor(),
    )


def test_a_visit_is_written_down_without_consent_for_it_tells_nobody_c7(people: Cast) -> None:
    row = visit(people)
    assert (row.child, row.on, row.calendar_sequence) == (people.seyi, THURSDAY, 0)
    assert row.history.get().actor_label == "Sam Whitlock"


def test_another_day_raises_the_sequence_and_keeps_the_uid_and_other_words_do_not(
    people: Cast,
) -> None:
    row = visit(people)
    reworded = change(people, row, what_for="Snack and garden")
    assert reworded.calendar_sequence == 0
    moved = change(people, reworded, on=date(2026, 12, 3))
    assert (moved.calendar_uid, moved.calendar_sequence) == (row.calendar_uid, 1)


def test_a_visit_is_called_off_with_a_reason_and_then_changes_no_more(people: Cast) -> None:
    row = visit(people)
    off = call_off_visit(
        visit=row,
        called_off_because="Theo is ill",
        seen_version=row.row_version,
        by=people.sam.as_actor(),
    )
    assert (off.called_off_on, off.calendar_sequence) == (TODAY, 1)
    with pytest.raises(Refused, match="called off"):
        change(people, off, on=date(2026, 12, 3))
    assert not AgencyVisit.objects.planned().exists()


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"on": date(2026, 11, 22)}, "This day is past"),
        ({"on": date(2027, 12, 1)}, "more than a year ahead"),
    ],
)
def test_a_day_that_cannot_be_right_is_refused(
    people: Cast, more: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        visit(people, **more)


def test_another_settings_agency_and_another_agencys_person_are_refused(people: Cast) -> None:
    theirs = Agency(setting=people.oaks, name="Oaks Physio", kind="physiotherapy").record(by=STORY)
    ours = Agency(setting=people.acorns, name="Physio", kind="physiotherapy").record(by=STORY)
    with pytest.raises(Refused, match="one of the agencies"):
        visit(people, agency=theirs, professional=None)
    with pytest.raises(Refused, match="works for another agency"):
        visit(people, agency=ours)


def test_nothing_is_planned_for_a_child_whose_record_is_archived(people: Cast) -> None:
    people.seyi.archived_on = TODAY
    people.seyi.record(by=STORY)
    with pytest.raises(Refused):
        visit(people)


def test_the_form_makes_one_visit_and_leads_to_the_childs_page(
    people: Cast, browse: Browse
) -> None:
    sam, address = browse(people.sam), f"/agencies/children/{people.seyi.pk}/visits/add/"
    once = "0c6f9a54-6a9e-4d5e-9b53-0f8f0f6f9d11"
    sent = {"agency": people.speech.pk, "on": "26 Nov", "at": "10:00", "once": once}
    for _ in range(2):
        answer = sam.post(address, sent)
        assert answer.url == f"/children/{people.seyi.pk}/#agencies"
    assert AgencyVisit.objects.get().on == THURSDAY
    assert (
        "comes on Thu 26 Nov at 10:00" in sam.get(f"/children/{people.seyi.pk}/").content.decode()
    )


def test_what_is_wrong_is_said_and_what_was_typed_stays(people: Cast, browse: Browse) -> None:
    address = f"/agencies/children/{people.seyi.pk}/visits/add/"
    sent = {"agency": people.speech.pk, "on": "31 11 26", "what_for": "Snack"}
    text = browse(people.sam).post(address, sent).content.decode()
    assert "is not a date" in text
    assert 'value="Snack"' in text
    assert not AgencyVisit.objects.exists()
