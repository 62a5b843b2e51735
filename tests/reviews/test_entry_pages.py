"""The pages that record: what is filled in already, what is said back, what is never lost."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from reviews.models import InterventionEntry
from reviews.rules.help import HelpLevel
from tests.children.given import form_of, text_of
from tests.people import Cast
from tests.reviews.given import TODAY, entry, keys, plan_now, planned_child

Browse = Callable[..., Client]


def address(name: str, *ids: Any) -> str:
    return reverse(f"reviews:{name}", args=[one.pk for one in ids])


def opened(client: Client, url: str, **typed: Any) -> dict[str, Any]:
    """What the page would send, with what somebody has typed."""
    return {**form_of(client.get(url)), **typed}


def test_an_entry_takes_one_press_of_help_and_a_few_words(people: Cast, browse: Browse) -> None:
    plan_now(people)
    kemi, url = browse(people.kemi), address("entry_add", people.seyi)
    sent = opened(kemi, url, help_level="some", what_we_saw="Gave me the cup.")
    answer = kemi.post(url, sent)
    made = InterventionEntry.objects.get()
    assert answer["Location"] == address("entry", made)
    assert (made.seen_on, made.session, made.seen_by) == (TODAY, "morning", people.kemi)
    shown = text_of(kemi.get(answer["Location"]))
    assert "Saved for Seyi at 10:00." in shown
    assert "Undo" in shown


def test_the_lines_of_the_last_entry_are_ticked_already(people: Cast, browse: Browse) -> None:
    strategy, target = keys(plan_now(people))
    kemi, url = browse(people.kemi), address("entry_add", people.seyi)
    assert opened(kemi, url)["ticked"] == [str(strategy)]
    entry(people, lines={target: HelpLevel.ALONE})
    assert opened(kemi, url)["ticked"] == [str(target)]


def test_lines_may_differ_in_how_much_help_there_was(people: Cast, browse: Browse) -> None:
    strategy, target = keys(plan_now(people))
    kemi, url = browse(people.kemi), address("entry_add", people.seyi)
    sent = opened(kemi, url, ticked=[str(strategy), str(target)], help_level="some")
    kemi.post(url, {**sent, f"help_{target}": "alone"})
    rows = InterventionEntry.objects.get().lines.all()
    assert {row.line_key: row.help_level for row in rows} == {strategy: "some", target: "alone"}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"seen_on": "24 11 26"}, "That day is still to come"),
        ({"seen_on": "4 10 26"}, "before the first day of plan 1"),
        ({"seen_on": "31 11 26"}, "not a date"),
        ({"help_level": ""}, "Say how much help there was"),
        ({"ticked": [], "what_we_saw": ""}, "Tick what you did, or write what you saw"),
        ({"ticked": [str(uuid4())]}, "not in the plan any more"),
        ({"what_we_saw": "x" * 2001}, "2001 characters and 2000 fit here"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    people: Cast, browse: Browse, typed: dict[str, Any], said: str
) -> None:
    plan_now(people)
    kemi, url = browse(people.kemi), address("entry_add", people.seyi)
    sent = opened(kemi, url, help_level="some", what_we_saw="Banana card.", where_it_was="Hall")
    answer = kemi.post(url, {**sent, **typed})
    assert answer.status_code == 200
    assert said in text_of(answer)
    assert 'value="Hall"' in answer.content.decode()
    assert str(sent["form_token"]) in answer.content.decode()
    assert not InterventionEntry.objects.exists()


def test_the_same_page_sent_twice_leads_to_the_same_entry(people: Cast, browse: Browse) -> None:
    plan_now(people)
    kemi, url = browse(people.kemi), address("entry_add", people.seyi)
    sent = opened(kemi, url, help_level="some")
    assert kemi.post(url, sent)["Location"] == kemi.post(url, sent)["Location"]
    assert InterventionEntry.objects.count() == 1


def test_the_script_is_told_where_to_go_or_that_something_is_to_be_put_right(
    people: Cast, browse: Browse
) -> None:
    plan_now(people)
    kemi, url = browse(people.kemi), address("entry_add", people.seyi)
    sent = opened(kemi, url, help_level="some")
    by_script = {"headers": {"X-Kept-Form": "yes"}}
    assert kemi.post(url, {**sent, "seen_on": "?"}, **by_script).status_code == 422
    told = json.loads(kemi.post(url, sent, **by_script).content)
    assert told == {"next": address("entry", InterventionEntry.objects.get())}


def test_a_late_entry_says_so(people: Cast, browse: Browse) -> None:
    plan_now(people)
    made = entry(people, seen_on=date(2026, 11, 19))
    shown = text_of(browse(people.kemi).get(address("entry", made)))
    assert "Thu 19 Nov · some help · Kemi · written down Mon 23 Nov" in shown


def test_hannah_writes_down_what_kemi_saw(people: Cast, browse: Browse) -> None:
    plan_now(people)
    hannah, url = browse(people.hannah), address("entry_add", people.seyi)
    hannah.post(url, opened(hannah, url, help_level="some", seen_by=people.kemi.pk))
    made = InterventionEntry.objects.get()
    assert (str(made.seen_by), made.history.get().actor_label) == ("Kemi Adebayo", "Hannah Price")
    answer = hannah.post(url, opened(hannah, url, help_level="some", seen_by=people.olga.pk))
    assert "Choose one of the answers in the list" in text_of(answer)
    assert "Olga" not in text_of(hannah.get(url))


def test_the_saved_page_draws_the_lines_that_it_was_about_and_no_others(
    people: Cast, browse: Browse
) -> None:
    strategy, target = keys(plan_now(people))
    for day in range(9, 14):
        entry(people, seen_on=date(2026, 11, day))
    entry(people, lines={target: HelpLevel.ALONE})
    made = entry(people, lines={strategy: HelpLevel.ALONE})
    answer = browse(people.kemi).get(address("entry", made))
    assert [line.name for line in answer.context["lines"]] == ["Strategy 1"]
    assert "6 entries, the last Mon 23 Nov" in text_of(answer)
    assert answer.content.decode().count("<svg viewBox") == 1


def test_undo_takes_it_back_and_it_can_be_put_back(people: Cast, browse: Browse) -> None:
    plan_now(people)
    made, kemi = entry(people), browse(people.kemi)
    kemi.post(address("entry_take_back", made))
    assert "Taken back today 10:00 by Kemi Adebayo" in text_of(kemi.get(address("entry", made)))
    assert not InterventionEntry.objects.standing().exists()
    kemi.post(address("entry_put_back", made))
    assert InterventionEntry.objects.standing().exists()


def test_a_change_is_made_and_a_second_one_made_meanwhile_is_shown_both(
    people: Cast, browse: Browse
) -> None:
    plan_now(people)
    made, kemi = entry(people, where_it_was="Hall"), browse(people.kemi)
    url = address("entry_change", made)
    sent = opened(kemi, url)
    assert (sent["where_it_was"], sent["help_level"]) == ("Hall", "some")
    kemi.post(url, {**sent, "what_we_saw": "Kemi's words"})
    answer = kemi.post(url, {**sent, "what_we_saw": "Later words"})
    assert "Kemi's words" in text_of(answer)
    assert "Later words" in text_of(answer)
    assert InterventionEntry.objects.get().what_we_saw == "Kemi's words"
    kemi.post(url, form_of(answer))
    assert InterventionEntry.objects.get().what_we_saw == "Later words"


def test_it_did_not_happen_and_why(people: Cast, browse: Browse) -> None:
    plan_now(people)
    kemi, url = browse(people.kemi), address("not_delivered", people.seyi)
    sent = opened(kemi, url)
    assert "Choose the reason that comes nearest" in text_of(kemi.post(url, sent))
    none = kemi.post(url, {**sent, "because": "away", "ticked": []})
    assert "at least one line" in text_of(none)
    kemi.post(url, {**sent, "because": "staffing", "words": "Two of us."})
    made = InterventionEntry.objects.get()
    assert (made.not_delivered_because, made.lines.count()) == ("staffing", 2)
    assert "Not enough staff in the room. Two of us." in text_of(kemi.get(address("entry", made)))


def test_several_children_get_an_entry_each_from_one_form_sent_twice(
    people: Cast, browse: Browse
) -> None:
    plan_now(people)
    planned_child(people, 1)
    before = InterventionEntry.objects.count()
    kemi, url = browse(people.kemi), address("entry_add_several")
    sent = opened(kemi, url, help_level="some", what_we_saw="Sang the song.")
    for _ in range(2):
        assert kemi.post(url, sent)["Location"] == address("my_day")
    made = InterventionEntry.objects.filter(what_we_saw="Sang the song.")
    assert {entry.child.called for entry in made} == {"Seyi", "Ottilie"}
    assert InterventionEntry.objects.count() == before + 2
    nothing = kemi.post(url, {**opened(kemi, url), "ticked": []})
    assert "Tick what you did with at least one child" in text_of(nothing)


def test_a_child_without_a_plan_has_a_page_that_says_so(people: Cast, browse: Browse) -> None:
    for name in ("entry_add", "not_delivered", "record"):
        shown = text_of(browse(people.kemi).get(address(name, people.seyi)))
        assert "No finalised plan yet" in shown


def test_the_record_adds_up_per_line_and_counts_sessions(people: Cast, browse: Browse) -> None:
    strategy, target = keys(plan_now(people))
    for day in (9, 10, 11, 12, 16):
        entry(people, seen_on=date(2026, 11, day))
    gone = entry(people, lines={target: HelpLevel.ALONE})
    browse(people.kemi).post(address("entry_take_back", gone))
    answer = browse(people.kemi).get(address("record", people.seyi))
    shown = text_of(answer)
    assert "5 entries, the last Mon 16 Nov, 7 days ago." in shown
    assert "0 entries." in shown
    assert "Too few to say." in shown
    assert "Entries 5" in shown
    assert "No session is expected or marked in these days." in shown
    assert answer.content.decode().count("<svg viewBox") == 1
    assert str(strategy) not in shown


def test_the_record_asks_no_more_queries_for_twelve_entries_than_for_two(
    people: Cast, browse: Browse
) -> None:
    plan_now(people)
    kemi, url = browse(people.kemi), address("record", people.seyi)
    counts = []
    for days in (range(2, 4), range(4, 14)):
        for day in days:
            entry(people, seen_on=date(2026, 11, day))
        kemi.get(url)
        with CaptureQueriesContext(connection) as asked:
            kemi.get(url)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_hostile_words_are_shown_as_words(people: Cast, browse: Browse) -> None:
    plan_now(people)
    made = entry(people, what_we_saw="<script>alert(1)</script>", where_it_was="<b>Hall</b>")
    for url in (address("entry", made), address("record", people.seyi), address("my_day")):
        page = browse(people.kemi).get(url).content.decode()
        assert "<script>alert" not in page
        assert "<b>Hall" not in page
