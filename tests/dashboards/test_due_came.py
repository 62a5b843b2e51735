"""The dashboard's lists of what came: reports by link, parents' words; minutes to give, weeks to confirm."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Closure
from agencies.actions import look_at_report, withdraw_report
from agencies.models import Report
from children.models import AccessEvent
from isp_portal.bench.crowd import make_crowd
from isp_portal.dashboards.queries.dashboard import dashboard
from isp_portal.dashboards.queries.digest import digest_of
from isp_portal.dashboards.rules.due import DueList
from isp_portal.documents import actions as papers
from isp_portal.documents.queries import copies_due
from isp_portal.sharing.actions import note_reply_as_read, reply_by_link, write_down_reply
from isp_portal.sharing.models import Reply
from plans.actions import agree_due_date
from plans.actions.cycles import work_windows_afresh
from reviews.actions.minutes import correct_minutes
from tests.agencies.links import inside, linked
from tests.agencies.test_agency_door import send
from tests.documents.plans import father, restrict
from tests.people import STORY, Cast
from tests.reviews import whole
from tests.reviews.given import TODAY, plan_now
from tests.sharing.given import shared

Browse = Callable[..., Client]
pytestmark = pytest.mark.usefixtures("monday")


def rows(people: Cast, name: str) -> list[Any]:
    """The rows of one of Sam's lists."""
    page = dashboard(people.sam, today=TODAY, only=name)
    return [row for part in page.lists for row in part.rows]


def came(people: Cast) -> Report:
    _, token = linked(people)
    send(inside(token), token)
    return Report.objects.get()


def test_a_report_that_came_by_link_is_on_the_list_until_somebody_has_looked_c1(
    people: Cast, browse: Browse
) -> None:
    report = came(people)
    (row,) = rows(people, "came-in")
    assert (row.line, row.act) == ("Harrowby Speech and Language", "Look at the report")
    assert row.why.startswith("It came Mon 23 Nov, dated Mon 16 Nov.")
    page = browse(people.sam).get(row.act_url)
    assert "I have read it" in page.content.decode()
    look_at_report(report=report, by=people.sam.as_actor())
    assert rows(people, "came-in") == []


def test_a_report_put_aside_unread_leaves_the_list(people: Cast) -> None:
    withdraw_report(report=came(people), because="Another child's", by=people.sam.as_actor())
    assert rows(people, "came-in") == []


def test_an_old_report_that_came_by_link_waits_for_a_look_as_well_c1(people: Cast) -> None:
    """A report of two years ago is out of date, and still nobody has looked at it."""
    report = came(people)
    report.dated_on = date(2024, 11, 4)
    report.record(by=STORY)
    assert len(rows(people, "came-in")) == 1


def test_what_a_parent_said_by_link_is_on_the_list_until_somebody_has_looked_c4_1(
    people: Cast, browse: Browse
) -> None:
    share, _ = shared(people)
    asked = {"words": "May he bring his train?", "typed_name": "Priya Blackwood"}
    reply = reply_by_link(share=share, kind="question", said=asked, by=share.holder())
    (row,) = rows(people, "parents-said")
    assert (row.act, row.line) == ("Answer the question", "Said Mon 23 Nov")
    assert "train" not in row.why
    page = browse(people.sam).get(row.act_url).content.decode()
    assert "May he bring his train?" in page
    note_reply_as_read(reply=reply, words="Yes, in his tray.", by=people.sam.as_actor())
    assert rows(people, "parents-said") == []


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ({"kind": "view", "going_well": "He sings"}, "Read what they said"),
        ({"kind": "from_home", "words": "He asked for his boots"}, "Read what they said"),
        ({"kind": "answer", "answer": "agreed"}, "Read what they said"),
        ({"kind": "answer", "answer": "not_agreed", "words": "No"}, "Read what they said"),
        ({"kind": "question", "words": "When?", "wants_call": True}, "Ring the parent"),
    ],
)
def test_whatever_a_parent_said_is_on_the_list_written_down_or_typed(
    people: Cast, said: dict[str, Any], act: str
) -> None:
    plan_now(people)
    kind = said.pop("kind")
    write_down_reply(
        child=people.seyi,
        contact=people.priya,
        kind=kind,
        how="phone",
        said_on=date(2026, 11, 20),
        said=said,
        by=people.sam.as_actor(),
    )
    (row,) = rows(people, "parents-said")
    assert (row.act, row.line) == (act, "Said Fri 20 Nov")
    assert row.act_url == f"/sharing/replies/{Reply.objects.get().pk}/"


def give(document: Any) -> None:
    papers.record_copy_given(
        document=document,
        channel="post",
        language="English",
        given_on=TODAY,
        acknowledged_on=None,
        by=STORY,
    )


def without_minutes(people: Cast) -> list[str]:
    """Of each row the parent, who begins what we know."""
    return [" ".join(row.why.split()[:2]) for row in rows(people, "no-minutes")]


def test_minutes_wait_for_each_parent_and_again_once_they_are_corrected_c8_1(
    people: Cast, browse: Browse
) -> None:
    tunde, review = father(people), whole.finalised(people)
    assert without_minutes(people) == ["Priya Blackwood", "Tunde Adeyemi"]
    row = rows(people, "no-minutes")[0]
    assert (row.act, row.act_url) == ("Give the minutes", f"/papers/reviews/{review.pk}/")
    assert browse(people.sam).get(row.act_url).status_code == 200
    give(papers.issue_minutes(review=review, recipient=people.priya, by=STORY))
    papers.record_minutes_not_given(review=review, contact=tunde, because="Abroad", by=STORY)
    assert without_minutes(people) == []
    correct_minutes(review=review, words="He signs twice.", by=STORY)
    (again,) = rows(people, "no-minutes")
    assert again.why == "Priya Blackwood holds version 1. Version 2 corrects it."


def test_minutes_that_are_due_are_those_of_the_ledger_c8_1(people: Cast) -> None:
    father(people)
    review = whole.finalised(people)
    correct_minutes(review=review, words="He signs twice.", by=STORY)
    of_minutes = [one.contact.name for one in copies_due(people.sam, TODAY) if one.review]
    assert without_minutes(people) == of_minutes == ["Priya Blackwood", "Tunde Adeyemi"]
    restrict(people.priya)
    assert without_minutes(people) == ["Tunde Adeyemi"]


def test_minutes_of_a_review_that_is_only_held_are_to_finish_and_not_to_give(people: Cast) -> None:
    whole.whole(people)
    assert without_minutes(people) == []
    assert len(rows(people, "minutes")) == 1


def closed_at_christmas(people: Cast) -> None:
    """Closed for the three weeks in which the review of Seyi's plan of 26 October would fall."""
    for first, last in ((date(2026, 11, 30), date(2026, 12, 31)),):
        Closure(setting=people.acorns, name="Closed", first_on=first, last_on=last).record(by=STORY)
    work_windows_afresh(people.acorns, STORY)


def test_weeks_that_a_closure_moved_are_confirmed_or_another_day_is_agreed_c4(
    people: Cast, browse: Browse
) -> None:
    cycle = plan_now(people, date(2026, 11, 2)).plan.cycle
    assert rows(people, "to-confirm") == []
    closed_at_christmas(people)
    cycle.refresh_from_db()
    (row,) = rows(people, "to-confirm")
    assert (row.act, row.line) == ("Confirm the date", "Due Thu 7 Jan")
    assert row.why == "The review falls 9.4 weeks after the start, with 5 weeks of open days."
    assert "/due-date/" in row.act_url
    assert 'value="7 Jan 2027"' in browse(people.sam).get(row.act_url).content.decode()
    agree_due_date(cycle=cycle, due_on=cycle.due_on, because="It holds", by=people.sam.as_actor())
    assert rows(people, "to-confirm") == []


def test_who_may_not_take_the_step_is_led_to_the_child(people: Cast, browse: Browse) -> None:
    came(people)
    closed = dashboard(people.ruth, today=TODAY, only="came-in")
    (row,) = closed.lists[0].rows
    assert (row.act, row.act_url) == ("See the child", f"/children/{people.seyi.pk}/")


def test_the_lists_are_in_the_hour_the_weekly_email_and_the_file(
    people: Cast, browse: Browse
) -> None:
    came(people)
    page = dashboard(people.sam, today=TODAY)
    assert page.hour is not None
    assert "Look at the report" in {row.task for row in page.hour.rows}
    letter = digest_of(people.sam, TODAY)
    assert letter is not None
    assert "Reports that came by link: 1 (O.A.)" in letter.text
    sheet = browse(people.sam).get("/due/file/csv/?list=came-in")
    assert "Reports that came by link" in b"".join(sheet).decode()  # type: ignore[arg-type]
    assert AccessEvent.objects.of_child(people.seyi).filter(page="dashboards:due_file").exists()


def test_another_setting_sees_none_of_it(people: Cast) -> None:
    whole.finalised(people)
    came(people)
    page = dashboard(people.olga, today=TODAY)
    assert {row.name for part in page.lists for row in part.rows} == {"Bilal Sheikh"}


def test_a_crowd_has_rows_on_every_list(db: None) -> None:
    page = dashboard(make_crowd(240), today=timezone.localdate())
    empty = [counter.title.title for counter in page.counters if not counter.figure]
    assert empty == []
    assert len(page.counters) == len(DueList)
