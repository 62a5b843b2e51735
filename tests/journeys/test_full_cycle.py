"""A whole cycle: entries on two days, a sheet typed in, the review, its minutes, the next plan (C4–C8.1).

Kemi records on her phone; Sam holds the review at his desk. In the second review everything is
achieved, and the request for a new observation is raised.
"""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from agencies.models import Recommendation, RecommendationKind, Report, ReportRequest
from plans import actions as plans
from plans.models import Strategy, SupportPlan, Target
from reviews.models import Review
from tests.journeys.conftest import (
    DESK,
    PHONE,
    sign_in,
    watched_page,
)
from tests.journeys.cycle_steps import (
    PRIYA,
    begin,
    decide,
    minutes_on_paper,
    record_ten_entries,
    save_on,
    say_the_rest,
    seen,
    type_in_last_weeks_sheet,
)
from tests.people import STORY, Cast
from tests.plans import stories
from tests.reviews.whole import only

WEEKS_AGO = 49
SMALLER = "Copies the sign for help with Kemi’s hand on his"


@pytest.fixture
def began() -> date:
    return timezone.localdate() - timedelta(days=WEEKS_AGO)


@pytest.fixture
def report(people: Cast, began: date) -> Report:
    """What speech and language therapy sent: two steps, each with its page."""
    kept = Report(
        child=people.seyi,
        agency=people.speech,
        title="Speech and language report",
        dated_on=began - timedelta(days=7),
        received_on=began - timedelta(days=3),
        received_from="agency",
        holds_strategies=True,
        holds_targets=False,
    ).record(by=STORY, why="Received")
    for place, words in enumerate(("Asks for “help” with a card", "Puts two signs together")):
        Recommendation(
            report=kept,
            kind=RecommendationKind.TARGET,
            words=words,
            page=str(4 + place),
            position=place,
        ).record(by=STORY, why="Taken from the report")
    return kept


@pytest.fixture
def plan(people: Cast, report: Report, began: date) -> SupportPlan:
    """Seyi's plan of seven weeks ago: two strategies, and two targets out of the report.

    The setting opens every day, so that he is in whatever day it is.
    """
    people.acorns.open_weekdays = list(range(7))
    people.acorns.record(by=STORY, why="Open every day")
    people.seyi.refresh_from_db()
    draft = stories.draft(people, began)
    draft = plans.change_section(plan=draft, values=stories.WORDS, by=people.kemi.as_actor())
    says = stories.strategy(draft, people)
    stories.strategy(draft, people, what_adults_do="Sing the tidy-up song before each change")
    source = {"source_kind": "report", "source_report": report, "source_page": "2"}
    stories.target(draft, people, says, small_step="Asks for more with a sign", **source)
    stories.target(draft, people, says, small_step="Signs help when he is stuck", **source)
    return plans.finalise_plan(plan=stories.agreed(people, draft), by=people.sam.as_actor())


@pytest.fixture
def kemi(people: Cast, browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    for page in watched_page(browser, live_server, PHONE):
        sign_in(page.context, live_server, people.kemi)
        yield page


@pytest.fixture
def sam(people: Cast, browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    for page in watched_page(browser, live_server, DESK):
        sign_in(page.context, live_server, people.sam)
        yield page


@pytest.fixture
def priya(people: Cast) -> None:
    """Seyi's mother may be asked, and may receive copies."""
    assert people.seyi.contacts.filter(name__startswith="Priya").exists()


def test_from_entries_to_the_minutes_the_next_plan_and_the_request(
    people: Cast, plan: SupportPlan, kemi: Page, sam: Page, priya: None
) -> None:
    record_ten_entries(kemi, people)
    type_in_last_weeks_sheet(kemi, people)
    kemi.goto(reverse("reviews:record", args=[people.seyi.pk]))
    seen(kemi, "record")

    begin(sam, people)
    sam.get_by_role("link", name="Next: Since last time").click()
    sam.get_by_role("link", name="Next: Strategy 1").click()
    decide(sam, "Keep", Why="It works in every room")
    save_on(sam)
    decide(sam, "Stop", Why="The song upsets him", choice="Nothing in its place")
    save_on(sam)
    decide(
        sam,
        "Achieved",
        choice="Puts two signs together",
        We_will_know_when="Twice in a week with two adults",
    )
    seen(sam, "target-achieved")
    save_on(sam)
    decide(
        sam,
        "Not yet",
        choice="A smaller, adapted step",
        **{"The words, changed": SMALLER, "We will know when": "Three days running"},
    )
    seen(sam, "target-not-yet")
    save_on(sam)
    say_the_rest(sam, "Adapt the plan")
    expect(sam.get_by_text("Nothing is missing.")).to_be_visible()
    seen(sam, "finish")
    sam.get_by_role("button", name="Finalise the minutes").click()
    expect(sam.get_by_role("heading", level=1)).to_be_visible()
    seen(sam, "after-finish")

    review = Review.objects.finalised().get()
    paper = minutes_on_paper(sam, review)
    for words in (PRIYA, SMALLER, "Puts two signs together", "The song upsets him", "Page 1 of"):
        assert words in paper, words
    following = the_next_plan(plan)
    next_step = only(Target, following, is_adapted=False)
    assert (next_step.small_step, next_step.source_page) == ("Puts two signs together", "5")
    assert next_step.follows == only(Target, plan, small_step="Asks for more with a sign")
    adapted = only(Target, following, is_adapted=True)
    assert adapted.adapts == only(Target, plan, small_step="Signs help when he is stuck")
    assert only(Strategy, following).line_key == Strategy.objects.filter(plan=plan)[0].line_key

    finalise(people, following)
    all_achieved(sam, people)
    request = ReportRequest.objects.get()
    assert request.agency == people.speech
    sam.goto(f"/children/{people.seyi.pk}/")
    expect(sam.get_by_text("Needs consent first").first).to_be_visible()
    seen(sam, "child-with-request")


def the_next_plan(plan: SupportPlan) -> SupportPlan:
    return SupportPlan.objects.get(child=plan.child, cycle__number=plan.cycle.number + 1)


def finalise(people: Cast, draft: SupportPlan) -> None:
    """The next plan is made whole, agreed and finalised, as the first was."""
    for line in Target.objects.filter(plan=draft):
        values = {"starting_point": line.starting_point or "With help", "source_kind": "report"}
        values |= {"source_report": Report.objects.get(), "source_page": "5"}
        by = people.kemi.as_actor()
        served = Strategy.objects.filter(plan=draft)
        plans.change_target(line=line, values=values, served_by=served, by=by)
    plans.finalise_plan(plan=stories.agreed(people, draft), by=people.sam.as_actor())


def all_achieved(page: Page, people: Cast) -> None:
    begin(page, people, early_because="Every target is reached")
    page.get_by_role("link", name="Next: Since last time").click()
    page.get_by_label("Done", exact=True).check()
    save_on(page)
    decide(page, "Keep", Why="It works at home as well")
    save_on(page)
    for _ in range(2):
        decide(page, "Achieved", choice="Hold here for now", Why="With new adults for a while")
        save_on(page)
    say_the_rest(page, "Continue the plan")
    page.get_by_role("button", name="Finalise the minutes").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
