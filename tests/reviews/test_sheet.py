"""A paper sheet typed in: a row a day, all kept or none, nothing twice, nothing typed lost (C8)."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from accounts.rules.refusal import Refused
from reviews import actions
from reviews.models import InterventionEntry
from reviews.rules.help import HelpLevel
from tests.children.given import form_of, text_of
from tests.people import Cast
from tests.reviews.given import TODAY, keys, plan_now

Browse = Callable[..., Client]
MON, TUE, WED, THU, FRI = (date(2026, 11, day) for day in range(16, 21))
SAW = "Took the banana card off the board and gave it to me."


def address(people: Cast, week: date = MON) -> str:
    return f"{reverse('reviews:sheet', args=[people.seyi.pk])}?week={week.isoformat()}"


def paper(client: Client, url: str, *rows: dict[str, Any]) -> dict[str, Any]:
    """What the page sends when rows are typed in: each says its day, and its boxes by name."""
    page = client.get(url)
    drawn = page.content.decode()
    sent = {name: value for name, value in form_of(page).items() if f'name="{name}"' in drawn}
    for row in rows:
        on = row["on"].isoformat()
        sent |= {f"{name}_{on}": value for name, value in row.items() if name != "on"}
    return sent


def mark(part: str, on: date, key: UUID) -> str:
    return f"{part}_{on.isoformat()}_{key}"


def made_on(on: date) -> InterventionEntry:
    return InterventionEntry.objects.get(seen_on=on)


def test_a_whole_week_of_paper_becomes_an_entry_a_day(people: Cast, browse: Browse) -> None:
    strategy, target = keys(plan_now(people))
    hannah, url = browse(people.hannah), address(people)
    rows = (
        {"on": MON, "what_we_saw": SAW, "session": "morning"},
        {"on": WED, "seen_by": str(people.kemi.pk)},
        {"on": THU, "because": "staffing", "what_we_saw": "Two of us."},
    )
    sent = paper(hannah, url, *rows) | {
        mark("help", MON, strategy): "some",
        mark("tries", MON, strategy): "4 of 6",
        mark("help", MON, target): "not_tried",
        mark("help", WED, target): "alone",
    }
    answer = hannah.post(url, sent)
    monday, wednesday, thursday = made_on(MON), made_on(WED), made_on(THU)
    assert (monday.what_we_saw, monday.session, monday.seen_by) == (SAW, "morning", people.hannah)
    assert {row.line_key: (row.help_level, row.tries) for row in monday.lines.all()} == {
        strategy: ("some", "4 of 6"),
        target: ("not_tried", ""),
    }
    assert (str(wednesday.seen_by), wednesday.lines.get().help_level) == ("Kemi Adebayo", "alone")
    assert thursday.not_delivered_because == "staffing"
    assert (thursday.not_delivered_words, thursday.lines.count()) == ("Two of us.", 2)
    assert {row.history.get().actor_label for row in InterventionEntry.objects.all()} == {
        "Hannah Price"
    }
    shown = text_of(hannah.get(answer["Location"]))
    assert "Three days of the sheet saved for Seyi." in shown
    assert "some help, 4 of 6" in shown
    assert shown.count("Undo") == 3


def test_undo_stands_beside_each_day_that_was_saved(people: Cast, browse: Browse) -> None:
    plan_now(people)
    kemi, url = browse(people.kemi), address(people)
    saved = kemi.post(url, paper(kemi, url, {"on": MON, "what_we_saw": SAW}))["Location"]
    kemi.post(reverse("reviews:entry_take_back", args=[made_on(MON).pk]))
    shown = text_of(kemi.get(saved))
    assert "Taken back today 10:00 by Kemi Adebayo." in shown
    assert "Undo" not in shown


def test_a_sheet_sent_twice_makes_its_rows_once(people: Cast, browse: Browse) -> None:
    plan_now(people)
    kemi, url = browse(people.kemi), address(people)
    sent = paper(kemi, url, {"on": MON, "what_we_saw": SAW}, {"on": TUE, "because": "unwell"})
    assert kemi.post(url, sent)["Location"] == kemi.post(url, sent)["Location"]
    assert InterventionEntry.objects.count() == 2
    assert InterventionEntry.history.count() == 2


def test_another_sheet_of_the_same_week_is_another_sheet(people: Cast, browse: Browse) -> None:
    plan_now(people)
    kemi, url = browse(people.kemi), address(people)
    for _ in range(2):
        kemi.post(url, paper(kemi, url, {"on": MON, "what_we_saw": SAW}))
    assert InterventionEntry.objects.count() == 2


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"on": date(2026, 11, 24)}, "Tue 24 Nov: say who saw it"),
        ({"on": date(2026, 11, 24), "seen_by": "me"}, "Tue 24 Nov: That day is still to come"),
        ({"on": date(2026, 11, 29), "seen_by": "me"}, "Sun 29 Nov: That day is still to come"),
        ({"on": TODAY, "because": "away-ish"}, "Choose one of the answers in the list"),
        ({"on": TODAY, "because": "closed", "what_we_saw": "x" * 301}, "300 characters fit"),
        ({"on": TODAY, "what_we_saw": "x" * 2001}, "2001 characters and 2000 fit here"),
        ({"on": TODAY, "seen_by": str(uuid4())}, "Choose one of the answers in the list"),
    ],
)
def test_what_is_wrong_is_said_beside_its_row_and_nothing_is_lost(
    people: Cast, browse: Browse, row: dict[str, Any], said: str
) -> None:
    strategy, _ = keys(plan_now(people))
    kemi, url = browse(people.kemi), address(people, TODAY)
    if row.get("seen_by") == "me":
        row = {**row, "seen_by": str(people.kemi.pk)}
    sent = paper(kemi, url, {"what_we_saw": SAW, **row})
    if "because" not in row:
        sent[mark("tries", row["on"], strategy)] = "4 of 6"
        sent[mark("help", row["on"], strategy)] = "some"
    answer = kemi.post(url, sent)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert said in text_of(answer)
    assert sent[f"what_we_saw_{row['on'].isoformat()}"] in page
    assert ('value="4 of 6"' in page) == ("because" not in row)
    assert str(sent["form_token"]) in page
    assert not InterventionEntry.objects.exists()


def test_a_day_before_the_plan_is_refused_beside_its_row(people: Cast, browse: Browse) -> None:
    plan_now(people, WED)
    kemi, url = browse(people.kemi), address(people)
    me = str(people.kemi.pk)
    rows = (
        {"on": WED, "what_we_saw": "Kept?"},
        {"on": TUE, "what_we_saw": SAW, "seen_by": me},
    )
    answer = kemi.post(url, paper(kemi, url, *rows))
    assert "Tue 17 Nov: This is before the first day of plan 1." in text_of(answer)
    assert f"what_we_saw_{TUE.isoformat()}" in answer.context["form"].errors
    assert SAW in answer.content.decode()
    assert not InterventionEntry.objects.exists()


def test_tries_without_a_mark_and_a_reason_beside_a_mark_are_asked_about(
    people: Cast, browse: Browse
) -> None:
    strategy, target = keys(plan_now(people))
    kemi, url = browse(people.kemi), address(people)
    sent = paper(kemi, url, {"on": TUE, "because": "staffing"})
    sent |= {mark("tries", MON, strategy): "3", mark("help", TUE, target): "alone"}
    answer = kemi.post(url, sent)
    assert "Mon 16 Nov: say how much help there was with these tries" in text_of(answer)
    assert "Tue 17 Nov: it happened or it did not." in text_of(answer)
    assert 'value="3"' in answer.content.decode()


def test_an_empty_sheet_says_that_nothing_is_filled_in(people: Cast, browse: Browse) -> None:
    plan_now(people)
    kemi, url = browse(people.kemi), address(people)
    assert "Nothing is filled in yet" in text_of(kemi.post(url, paper(kemi, url)))
    with pytest.raises(Refused, match="Nothing is filled in yet"):
        actions.record_sheet(
            child=people.seyi, rows=[], form_token=uuid4(), by=people.kemi.as_actor()
        )


def test_a_line_that_left_the_plan_meanwhile_is_said_and_not_dropped(
    people: Cast, browse: Browse
) -> None:
    plan_now(people)
    kemi, url = browse(people.kemi), address(people)
    sent = paper(kemi, url) | {mark("help", MON, uuid4()): "some"}
    answer = kemi.post(url, sent)
    assert "Mon 16 Nov: a line that you marked is not in the plan any more" in text_of(answer)
    assert not InterventionEntry.objects.exists()


def test_all_rows_are_kept_or_none(people: Cast) -> None:
    strategy, _ = keys(plan_now(people))
    rows = [
        actions.SheetRow(MON, people.kemi, {strategy: HelpLevel.SOME}),
        actions.SheetRow(TUE, people.kemi, {uuid4(): HelpLevel.SOME}),
    ]
    with pytest.raises(Refused, match="Tue 17 Nov: One of these lines") as refused:
        actions.record_sheet(
            child=people.seyi, rows=rows, form_token=uuid4(), by=people.kemi.as_actor()
        )
    assert refused.value.field == "lines_2026-11-17"
    assert not InterventionEntry.objects.exists()


def test_only_staff_of_the_setting_can_have_seen_it(people: Cast, browse: Browse) -> None:
    plan_now(people)
    kemi, url = browse(people.kemi), address(people)
    assert "Olga" not in text_of(kemi.get(url))
    sent = paper(kemi, url, {"on": MON, "what_we_saw": SAW, "seen_by": str(people.olga.pk)})
    assert "Choose one of the answers in the list" in text_of(kemi.post(url, sent))
    row = actions.SheetRow(MON, people.olga, {}, words=SAW)
    with pytest.raises(Refused, match="Mon 16 Nov: Choose somebody who works here") as refused:
        actions.record_sheet(
            child=people.seyi, rows=[row], form_token=uuid4(), by=people.kemi.as_actor()
        )
    assert refused.value.field == "seen_by_2026-11-16"
