"""The story of a child: complete, in order, by kind and by day, for whom it may be read."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agencies.actions import request_report
from agencies.models import AgencyVisit, Consent, ConsentAnswer, RequestKind
from children.models import LevelRecord, Question
from isp_portal.dashboards.queries.story import Kind, Story, kinds_for, newest, story
from isp_portal.documents.actions import issue_minutes, record_copy_given
from plans.actions.decision import decide_requirement
from tests.people import STORY, Cast, seen_by_theo
from tests.plans.test_decision_rows import evidence, report, say
from tests.reviews.given import entry, plan_now
from tests.reviews.whole import finalised

Browse = Callable[..., Client]
TODAY = date(2026, 11, 23)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


def told(people: Cast, who: str = "sam", **more: object) -> Story:
    return story(people.seyi, getattr(people, who), today=TODAY, **more)  # type: ignore[arg-type]


def titles(found: Story) -> list[str]:
    return [event.title for event in found.events]


def consent(people: Cast) -> None:
    Consent(
        child=people.seyi,
        agency=people.speech,
        contact=people.seyi.contacts.get(),
        purpose="ask_report",
        answer=ConsentAnswer.GIVEN,
        how="in_person",
        given_on=date(2026, 11, 2),
        withdrawn_on=date(2026, 11, 20),
    ).record(by=STORY, why="Given")


def levels(people: Cast, count: int, each_day: int = 1) -> None:
    for n in range(count):
        on = date(2026, 1, 1) + timedelta(days=n // each_day)
        LevelRecord(child=people.seyi, level=f"GR{n}", from_on=on).record(by=STORY)


def test_the_review_its_people_its_minutes_and_the_copy_are_in_the_story(people: Cast) -> None:
    review = finalised(people)
    contact = people.seyi.contacts.get()
    document = issue_minutes(review=review, recipient=contact, by=people.sam.as_actor())
    record_copy_given(
        document=document,
        channel="in_person",
        language="",
        given_on=TODAY,
        acknowledged_on=None,
        by=people.sam.as_actor(),
    )
    said = {event.title: event.words for event in told(people).events}
    assert said["Review of plan 1 held"] == "Continue the plan"
    assert said["Minutes of plan 1 finalised"].startswith("By ")
    assert "Review window of plan 1 opened" in said
    assert contact.name in said["Copy given"]
    assert "Paper issued" in said
    assert any(title.startswith(f"{contact.name} for the review") for title in said)
    assert "Plan 1: agreed" in said


def test_what_an_agency_is_asked_for_its_visit_and_each_consent_are_in_the_story(
    people: Cast,
) -> None:
    request_report(
        child=people.seyi,
        agency=people.speech,
        kind=RequestKind.OBSERVATION,
        because="Every target was achieved",
        by=people.sam.as_actor(),
    )
    consent(people)
    for on in (date(2026, 11, 10), date(2026, 12, 10)):
        AgencyVisit(child=people.seyi, agency=people.speech, on=on).record(by=STORY)
    said = titles(told(people))
    assert {"Consent given", "Consent withdrawn"} < set(said)
    assert any(title.startswith("To ask for: A new observation") for title in said)
    assert said.count("Visit of Harrowby Speech and Language") == 1


def test_who_looked_is_one_event_a_day_and_for_whom_may_see_the_log(
    people: Cast, browse: Browse
) -> None:
    for _ in range(3):
        browse(people.kemi).get(f"/children/{people.seyi.pk}/")
    looked = [event for event in told(people).events if event.title == "Looked at by Kemi Adebayo"]
    assert [event.words for event in looked] == ["Three times, the last at 10:00. Key person"]
    assert not [title for title in titles(told(people, "kemi")) if "Looked" in title]
    assert Kind.LOOKED not in kinds_for(people.kemi)


def test_somebody_who_sees_no_agencies_and_no_plans_reads_neither(people: Cast) -> None:
    finalised(people)
    consent(people)
    found = " ".join(titles(told(people, "hannah")))
    assert not re.search("Review|Consent|Plan|Answer|Looked|invited|Minutes", found)
    for kind in (Kind.PLANS, Kind.CONSENTS, Kind.LOOKED, Kind.DECISIONS):
        assert told(people, "hannah", kind=kind).found == 0


def test_an_answer_that_stayed_is_told_once_and_one_that_changed_as_such(people: Cast) -> None:
    evidence(people)
    decide_requirement(child=people.seyi, by=STORY)
    report(people, strategies=True, targets=False)
    answers = titles(told(people, kind=Kind.DECISIONS))
    first = [title for title in answers if title.startswith("Answer: ")]
    assert len(first) == 1
    assert [title for title in answers if title.startswith("Answer changed: ")]


def test_what_happened_within_one_minute_stands_in_its_order(people: Cast) -> None:
    with time_machine.travel(datetime(2026, 11, 20, 9, 0, tzinfo=UTC)) as clock:
        for is_yes in (True, False, True):
            say(people, Question.EVIDENCE, is_yes)
            clock.shift(timedelta(seconds=3))
            decide_requirement(child=people.seyi, by=STORY)
    answers = [event.on for event in told(people, kind=Kind.DECISIONS).events]
    instants = [on for on in answers if isinstance(on, datetime)]
    assert len(instants) == 3
    assert instants == sorted(instants, reverse=True)


def test_the_kinds_part_the_story_and_together_are_all_of_it(people: Cast, browse: Browse) -> None:
    finalised(people)
    consent(people)
    seen_by_theo(people)
    browse(people.ruth).get(f"/children/{people.seyi.pk}/")
    parts = [told(people, kind=kind) for kind in kinds_for(people.sam)]
    assert sum(part.found for part in parts) == told(people).found
    assert sorted(t for part in parts for t in titles(part)) == sorted(titles(told(people)))


def test_days_narrow_it_both_ends_included(people: Cast) -> None:
    levels(people, 4)
    found = told(people, since=date(2026, 1, 2), until=date(2026, 1, 3))
    assert titles(found) == ["Level GR2", "Level GR1"]
    assert told(people, since=date(2026, 1, 4), until=date(2026, 1, 1)).found == 0


def test_newest_first_over_every_kind(people: Cast) -> None:
    finalised(people)
    consent(people)
    days = [
        event.on.date() if isinstance(event.on, datetime) else event.on
        for event in told(people).events
    ]
    assert days == sorted(days, reverse=True)


def test_something_seen_after_midnight_in_summer_is_of_the_new_day_in_london(
    people: Cast, browse: Browse
) -> None:
    people.ruth.joined_on = date(2026, 1, 1)
    people.ruth.record(by=STORY)
    with time_machine.travel(datetime(2026, 7, 1, 0, 30, tzinfo=ZoneInfo("Europe/London"))):
        browse(people.ruth).get(f"/children/{people.seyi.pk}/")
    first = date(2026, 7, 1)
    found = told(people, kind=Kind.LOOKED, since=first, until=first)
    assert [event.words for event in found.events] == ["Once, the last at 00:30. Manager"]


def test_a_long_story_is_whole_over_its_pages_and_nothing_stands_twice(people: Cast) -> None:
    levels(people, 25, each_day=3)
    pages = [told(people, kind=Kind.RECORD, number=n, per_page=7) for n in (1, 2, 3, 4)]
    listed = [title for page in pages for title in titles(page)]
    assert len(listed) == len(set(listed)) == pages[0].found == 26
    assert listed == titles(told(people, kind=Kind.RECORD))


def test_a_page_asks_as_much_for_few_events_as_for_many(people: Cast) -> None:
    plan_now(people)
    counts = []
    for days in (range(2, 4), range(4, 20)):
        for day in days:
            entry(people, seen_on=date(2026, 11, day))
        with CaptureQueriesContext(connection) as asked:
            told(people)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 20


def test_the_childs_own_page_holds_the_newest_and_leads_to_the_rest(
    people: Cast, browse: Browse
) -> None:
    levels(people, 30)
    assert len(newest(people.seyi, people.sam, today=TODAY, most=20).events) == 20
    text = browse(people.sam).get(f"/children/{people.seyi.pk}/").content.decode()
    assert f'href="/children/{people.seyi.pk}/story/">See all 31' in text
    assert f'href="/children/{people.seyi.pk}/story/?kind=looked"' in text


def page(people: Cast, browser: Client, asked: str = "") -> str:
    answer = browser.get(f"/children/{people.seyi.pk}/story/{asked}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_filters_by_kind_and_by_days_as_people_type_them(
    people: Cast, browse: Browse
) -> None:
    consent(people)
    sam = browse(people.sam)
    assert "Consent withdrawn" in page(people, sam)
    text = page(people, sam, "?kind=consents&since=1 11 26&until=3 Nov")
    assert "Consent given" in text
    assert "Consent withdrawn" not in text
    assert "Consent given" not in page(people, sam, "?kind=record")


@pytest.mark.parametrize("asked", ["kind=nonsense", "since=31 11 26", "until=soon", "kind=looked"])
def test_what_makes_no_sense_or_is_not_theirs_is_said_and_shows_what_they_may_read(
    people: Cast, browse: Browse, asked: str
) -> None:
    text = page(people, browse(people.kemi), f"?{asked}")
    assert "so everything is shown" in text or "so the story is shown" in text
    assert "First day here" in text


def test_a_page_that_is_not_there_is_the_nearest_that_is(people: Cast, browse: Browse) -> None:
    for number in ("0", "-1", "99", "x"):
        assert "First day here" in page(people, browse(people.sam), f"?page={number}")


def test_the_print_holds_the_same_in_one_table(people: Cast, browse: Browse) -> None:
    finalised(people)
    text = page(people, browse(people.sam), "print/?kind=reviews")
    for event in told(people, kind=Kind.REVIEWS).events:
        assert event.title in text
    assert "Printed Mon 23 Nov by Sam Whitlock" in text
    assert "First day here" not in text
    assert "<nav" not in text
