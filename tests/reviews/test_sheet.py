"""A paper sheet typed in: a row a day, all kept or none, nothing twice, nothing typed lost (C8)."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Closure
from accounts.rules.refusal import Refused
from children.actions import press_mark
from children.models import AttendedSession, Mark, Session
from plans import actions as plans
from reviews import actions
from reviews.models import InterventionEntry
from reviews.queries.sheet import read_sheet
from reviews.rules.help import HelpLevel
from tests.children.given import form_of, text_of
from tests.people import STORY, Cast
from tests.plans import stories
from tests.reviews.given import TODAY, entry, in_force, keys, plan_now

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


def test_a_day_that_was_written_up_already_says_so(people: Cast, browse: Browse) -> None:
    plan_now(people)
    entry(people, seen_on=MON)
    entry(people, seen_on=TUE)
    entry(people, seen_on=TUE, seen_by=people.hannah)
    gone = entry(people, seen_on=WED)
    actions.take_back_entry(entry=gone, by=people.kemi.as_actor())
    week = read_sheet(people.seyi, MON, TODAY)
    assert week is not None
    assert [day.already for day in week.days[:3]] == [
        "1 entry by Kemi already",
        "2 entries by Kemi and Hannah already",
        "",
    ]
    assert "1 entry by Kemi already" in text_of(browse(people.kemi).get(address(people)))


def test_days_without_the_child_say_why_and_can_be_opened(people: Cast, browse: Browse) -> None:
    plan_now(people)
    for weekday in (0, 2, 3):
        AttendedSession(
            child=people.seyi, weekday=weekday, session=Session.MORNING, from_on=date(2026, 9, 1)
        ).record(by=STORY)
    Closure(setting=people.acorns, first_on=WED, last_on=WED, name="Training").record(by=STORY)
    for on, said in ((THU, Mark.AWAY), (FRI, Mark.IN)):
        press_mark(child=people.seyi, on=on, session=Session.MORNING, mark=said, by=STORY)
    week = read_sheet(people.seyi, MON, TODAY)
    assert week is not None
    assert [(day.why_not, day.is_shown) for day in week.days] == [
        ("", True),
        ("Not a day for Seyi", True),
        ("Closed: Training", True),
        ("Marked away", True),
        ("", True),
        ("Closed", False),
        ("Closed", False),
    ]
    kemi, url = browse(people.kemi), address(people)
    page = kemi.get(url)
    assert text_of(page).count("Seyi came all the same") == 3
    kemi.post(url, paper(kemi, url, {"on": TUE, "what_we_saw": SAW}))
    assert made_on(TUE).what_we_saw == SAW


def test_days_out_of_reach_have_no_boxes(people: Cast, browse: Browse) -> None:
    plan_now(people, MON)
    page = browse(people.kemi).get(address(people, TODAY))
    assert text_of(page).count("Still to come") == 4
    assert f'name="what_we_saw_{TODAY.isoformat()}"' in page.content.decode()
    assert 'name="what_we_saw_2026-11-24"' not in page.content.decode()
    before = text_of(browse(people.kemi).get(address(people, date(2026, 11, 9))))
    assert before.count("Before the first day of plan 1") == 5


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


def test_each_box_is_named_by_its_line_and_its_day(people: Cast, browse: Browse) -> None:
    strategy, _ = keys(plan_now(people))
    page = browse(people.kemi).get(address(people))
    label = page.content.decode().split(f'<label for="id_{mark("help", MON, strategy)}">')[1]
    said = label.split("</label>")[0]
    assert "Strategy 1" in said
    assert "Mon 16 Nov" in said


def test_the_page_leads_to_the_weeks_around_it_within_the_plan(
    people: Cast, browse: Browse
) -> None:
    plan_now(people, WED)
    kemi = browse(people.kemi)
    this_week = kemi.get(reverse("reviews:sheet", args=[people.seyi.pk]))
    assert "?week=2026-11-16" in this_week.content.decode()
    assert "?week=2026-11-30" not in this_week.content.decode()
    first_week = kemi.get(address(people)).content.decode()
    assert "?week=2026-11-09" not in first_week
    assert "?week=2026-11-23" in first_week
    ahead = kemi.get(address(people, date(2027, 1, 4)))
    assert "week of Mon 23 Nov" in text_of(ahead)


def test_what_a_sheet_made_is_shown_of_that_child_and_that_sheet_alone(
    people: Cast, browse: Browse
) -> None:
    plan_now(people)
    entry(people, seen_on=MON)
    kemi, url = browse(people.kemi), address(people)
    saved = kemi.post(url, paper(kemi, url, {"on": MON, "what_we_saw": "Mine"}))["Location"]
    assert len(kemi.get(saved).context["rows"]) == 1
    assert kemi.get(saved.replace("2026-11-16", "2026-11-09")).status_code == 404
    seyi, zofia = str(people.seyi.pk), str(people.zofia.pk)
    assert browse(people.sam).get(saved.replace(seyi, zofia)).status_code == 404


def test_the_record_leads_to_the_sheet(people: Cast, browse: Browse) -> None:
    plan_now(people)
    page = browse(people.kemi).get(reverse("reviews:record", args=[people.seyi.pk]))
    assert reverse("reviews:sheet", args=[people.seyi.pk]) in page.content.decode()


def test_the_script_is_told_where_to_go_or_that_something_is_to_be_put_right(
    people: Cast, browse: Browse
) -> None:
    plan_now(people)
    kemi, url = browse(people.kemi), address(people)
    by_script = {"headers": {"X-Kept-Form": "yes"}}
    assert kemi.post(url, paper(kemi, url), **by_script).status_code == 422
    told = kemi.post(url, paper(kemi, url, {"on": MON, "what_we_saw": SAW}), **by_script)
    assert kemi.get(told.json()["next"]).status_code == 200


def test_the_page_asks_no_more_queries_for_more_lines_and_more_days(
    people: Cast, browse: Browse
) -> None:
    plan = stories.complete(people, MON)
    plans.finalise_plan(plan=stories.agreed(people, plan), by=people.sam.as_actor())
    kemi, url = browse(people.kemi), address(people)
    entry(people, seen_on=MON)
    kemi.get(url)
    with CaptureQueriesContext(connection) as few:
        kemi.get(url)
    again = plans.correct_plan(plan=plan, because="More", by=people.sam.as_actor())
    for _ in range(4):
        stories.strategy(again, people)
    plans.finalise_plan(plan=stories.agreed(people, again), by=people.sam.as_actor())
    for on in (TUE, WED, THU, FRI):
        entry(people, seen_on=on)
    assert len(in_force(people).lines) == 6
    kemi.get(url)
    with CaptureQueriesContext(connection) as many:
        kemi.get(url)
    assert len(few) == len(many)
