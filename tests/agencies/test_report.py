"""Reports about a child."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from agencies.models import Report
from tests.people import Cast

Browse = Callable[..., Client]


def words(people: Cast, **more: object) -> dict[str, object]:
    return {
        "agency": people.speech.pk,
        "dated_on": "10 9 26",
        "received_on": "22 9 26",
        "received_from": "agency",
        "holds_strategies": "True",
        "holds_targets": "False",
        **more,
    }


def record(people: Cast, browse: Browse, **more: object) -> str:
    address = f"/agencies/children/{people.seyi.pk}/reports/add/"
    answer = browse(people.kemi).post(address, words(people, **more))
    return answer.content.decode() if answer.status_code == 200 else f"{answer.status_code}"


def test_a_key_person_records_a_report_that_holds_strategies_only(
    people: Cast, browse: Browse
) -> None:
    assert record(people, browse) == "302"
    report = Report.objects.get()
    assert (report.holds_strategies, report.holds_targets) == (True, False)
    assert report.history.get().actor_label == "Kemi Adebayo"


def test_the_list_of_reports_on_their_way_leads_here_with_the_agency_chosen(
    people: Cast, browse: Browse
) -> None:
    address = reverse("agencies:report_add", args=[people.seyi.pk])
    page = browse(people.kemi).get(f"{address}?agency={people.speech.pk}").content.decode()
    assert f'<option value="{people.speech.pk}" selected>' in page


def test_the_same_report_sent_twice_is_kept_once(people: Cast, browse: Browse) -> None:
    record(people, browse)
    record(people, browse)
    assert Report.objects.count() == 1


def test_a_parents_copy_is_recorded_as_such(people: Cast, browse: Browse) -> None:
    record(people, browse, received_from="parent")
    assert Report.objects.get().get_received_from_display() == "A parent's copy"


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("holds_strategies", "Say whether the report holds strategies"),
        ("holds_targets", "Say whether the report holds targets"),
        ("dated_on", "Write the date on the report"),
        ("received_on", "Say when the report reached us"),
        ("received_from", "Say who gave us the report"),
    ],
)
def test_nothing_about_a_report_is_taken_for_granted(
    people: Cast, browse: Browse, field: str, sentence: str
) -> None:
    assert sentence in record(people, browse, **{field: ""})
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    ("field", "day", "sentence"),
    [
        ("dated_on", "1 12 26", "Tue 1 Dec is still to come"),
        ("received_on", "1 9 26", "This is before the day on the report"),
        ("assessed_on", "11 9 26", "The child was assessed after the day on the report"),
        ("dated_on", "1 1 19", "is before the child was born"),
    ],
)
def test_a_day_that_cannot_be_right_is_explained(
    people: Cast, browse: Browse, field: str, day: str, sentence: str
) -> None:
    assert sentence in record(people, browse, **{field: day})


def test_a_title_that_is_too_long_comes_back_whole(people: Cast, browse: Browse) -> None:
    text = record(people, browse, title="long " * 40)
    assert "Shorten it and save again" in text
    assert ("long " * 40).strip() in text


def test_markup_in_a_title_stays_text(people: Cast, browse: Browse) -> None:
    record(people, browse, title="<script>alert(1)</script> {{ child }}")
    address = f"/agencies/children/{people.seyi.pk}/reports/{Report.objects.get().pk}/edit/"
    text = browse(people.kemi).get(address).content.decode()
    assert "<script>alert(1)" not in text
    assert "{{ child }}" in text


def test_a_withdrawn_report_keeps_its_reason_and_changes_no_more(
    people: Cast, browse: Browse
) -> None:
    record(people, browse)
    address = f"/agencies/children/{people.seyi.pk}/reports/{Report.objects.get().pk}"
    kemi = browse(people.kemi)
    assert "Say why" in kemi.post(f"{address}/withdraw/").content.decode()
    kemi.post(f"{address}/withdraw/", {"because": "It was about his sister"})
    report = Report.objects.get()
    assert str(report.withdrawn_on) == "2026-11-23"
    assert report.withdrawn_because == "It was about his sister"
    again = kemi.post(f"{address}/edit/", words(people, seen_version=2, title="Changed"))
    assert "This report is withdrawn" in again.content.decode()


def test_a_report_for_another_settings_child_is_not_found(people: Cast, browse: Browse) -> None:
    address = f"/agencies/children/{people.bilal.pk}/reports/add/"
    assert browse(people.sam).post(address, words(people)).status_code == 404
    mine = f"/agencies/children/{people.seyi.pk}/reports/add/"
    assert browse(people.olga).post(mine, words(people)).status_code == 404
    assert not Report.objects.exists()


def test_a_practitioner_records_no_report(people: Cast, browse: Browse) -> None:
    address = f"/agencies/children/{people.seyi.pk}/reports/add/"
    assert browse(people.hannah).get(address).status_code == 403
