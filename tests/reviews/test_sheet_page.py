"""The page on which a record sheet is typed in: its days, its boxes, and the ways around it (C8)."""

from collections.abc import Callable
from datetime import date

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Closure
from children.actions import press_mark
from children.models import AttendedSession, Mark, Session
from plans import actions as plans
from reviews import actions
from reviews.queries.sheet import read_sheet
from tests.children.given import text_of
from tests.people import STORY, Cast
from tests.plans import stories
from tests.reviews.given import TODAY, entry, in_force, keys, plan_now
from tests.reviews.test_sheet import FRI, MON, SAW, THU, TUE, WED, address, made_on, mark, paper

Browse = Callable[..., Client]


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
