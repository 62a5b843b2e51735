"""What an agency answers by its link in place of a report, where reports on their way stand (C7)."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import time_machine
from django.test import Client
from django.urls import reverse

from agencies.actions import close_request
from agencies.models import ReportRequest, RequestAnswer
from agencies.queries.chase import chase_of
from agencies.rules.chase import ChaseState, ChaseStep
from isp_portal.dashboards.queries.dashboard import DueRow, dashboard
from tests.agencies.chasing import TODAY, asked, row
from tests.people import STORY, Cast

Browse = Callable[..., Client]


def answered(people: Cast, request: ReportRequest, kind: str, on: date, **more: Any) -> None:
    about = {"request": request, "professional": people.theo, "answered_by": "Theo Marsh"}
    with time_machine.travel(datetime.combine(on, time(23, 30), ZoneInfo("Europe/London"))):
        RequestAnswer(kind=kind, **about, **more).record(by=STORY)


def test_what_an_agency_answers_by_its_link_is_in_the_list_at_once(people: Cast) -> None:
    """C7: "not with us" is no report on its way, and nobody need wait four weeks to learn it."""
    request = asked(people)
    answered(people, request, "will_send", date(2026, 11, 18), will_send_on=date(2026, 12, 4))
    assert row(people).step is ChaseStep.WAIT
    answered(people, request, "not_ours", date(2026, 11, 20))
    found = row(people)
    assert (found.state, found.step) == (ChaseState.CHASE, ChaseStep.SEE_ANSWER)
    assert found.url == reverse("agencies:requests", args=[people.seyi.pk])
    assert "They answered Fri 20 Nov: “This child is not with us”." in found.known
    close_request(request=request, because="They discharged him", by=STORY)
    assert chase_of(people.seyi, people.sam, TODAY) == ()


def due(people: Cast) -> list[DueRow]:
    """The rows of the reports that are due, as Sam reads them."""
    lists = dashboard(people.sam, today=TODAY).lists
    return [row for part in lists if part.key == "reports" for row in part.rows]


def test_the_answer_is_due_to_be_seen_on_the_day_it_came(people: Cast) -> None:
    """C7: the SENCO's page says so, and a promise is left alone until its day is over."""
    request = asked(people, on=date(2026, 11, 16))
    answered(people, request, "will_send", date(2026, 11, 18), will_send_on=TODAY)
    assert due(people) == []
    answered(people, request, "no_report", TODAY)
    (found,) = due(people)
    assert "They answered" in found.pill
    assert "“There is no report”" in found.why
    assert (found.act, found.act_url) == (
        "See the answer",
        reverse("agencies:requests", args=[people.seyi.pk]),
    )


def test_the_answers_stand_with_the_request_in_their_words(people: Cast, browse: Browse) -> None:
    request = asked(people)
    answered(people, request, "not_ours", TODAY, words="He moved to <b>Harrowby South</b>")
    page = (
        browse(people.sam).get(reverse("agencies:requests", args=[people.seyi.pk])).content.decode()
    )
    assert "This child is not with us" in page
    assert "Theo Marsh" in page
    assert "He moved to &lt;b&gt;Harrowby South&lt;/b&gt;" in page
