"""The chase: consent, a letter, two chases, a parent's copy, marks, the plan, and what the answer says (C1, C7).

Sam does it at his desk. The second letter goes by email, to a real mail server on this machine.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from email import message_from_bytes
from email.message import Message
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.actions.outbox import deliver_due
from agencies.models import Consent, ReportRequest
from children.actions import record_support_answer
from children.models import Question
from plans.models import RequirementDecision, SupportPlan
from tests.faults.mail_server import mail_server
from tests.journeys.conftest import (
    DESK,
    PHONE,
    accessibility_faults,
    picture,
    sign_in,
    watched_page,
)
from tests.journeys.cycle_steps import words_of
from tests.people import STORY, Cast

AGENCY = "Harrowby Portage"
MARKS = (
    ("Strategy", "Say the name, wait five seconds, then show the picture", "3"),
    ("Strategy", "Copy what he says and add one word", "3"),
    ("Strategy", "Sit opposite him at eye height for ten minutes of play", "4"),
)


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def sam(
    request: pytest.FixtureRequest, people: Cast, browser: Browser, live_server: LiveServer
) -> Iterator[Page]:
    for page in watched_page(browser, live_server, request.param):
        sign_in(page.context, live_server, people.sam)
        yield page


@pytest.fixture(autouse=True)
def _asked_about_behaviour(people: Cast) -> None:
    """So that the answer waits for the report, and for nothing else."""
    record_support_answer(
        child=people.seyi,
        question=Question.BEHAVIOUR,
        is_yes=False,
        said_by=people.kemi,
        said_on=timezone.localdate(),
        until_on=None,
        words="",
        by=people.kemi.as_actor(),
    )


def seen(page: Page, name: str) -> None:
    """The page is looked at: it fits its screen, and axe finds nothing."""
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    picture(page, f"chase-{name}")
    wide, screen = page.evaluate("() => [document.documentElement.scrollWidth, innerWidth]")
    assert wide <= screen, f"{name} is {wide} wide on a screen of {screen}"
    assert accessibility_faults(page) == [], name


def answer_of(people: Cast) -> str:
    return RequirementDecision.objects.get(child=people.seyi, is_latest=True).outcome.upper()


def weeks_pass(weeks: int) -> None:
    """Everything about the request and its consent lies so many weeks further back."""
    back = timedelta(weeks=weeks)
    for request in ReportRequest.objects.all():
        request.raised_on -= back
        request.asked_on = request.asked_on and request.asked_on - back
        request.record(by=STORY, why="Weeks pass")
        for step in request.steps.all():
            step.done_on -= back
            step.record(by=STORY, why="Weeks pass")
    for consent in Consent.objects.all():
        consent.given_on -= back
        consent.record(by=STORY, why="Weeks pass")


class Mailbox:
    """Takes every mail, as a mail server does."""

    def __init__(self) -> None:
        self.mails: list[Message] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.mails.append(message_from_bytes(envelope.content))
        return "250 OK"


@contextmanager
def post_office(settings: Any) -> Iterator[Mailbox]:
    """A mail server on this machine; the worker sends whatever waits when it is left."""
    mailbox = Mailbox()
    with mail_server(mailbox) as port:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
        yield mailbox
        deliver_due()


def add_the_agency(page: Page, people: Cast) -> None:
    page.goto("/agencies/add/")
    page.get_by_label("Name of the agency").fill(AGENCY)
    page.get_by_label("What kind").select_option("Portage")
    page.get_by_label("Address").fill("Harrowby Health Centre, 2 Station Road, Harrowby HB1 3NR")
    page.get_by_role("button", name="Add the agency").click()
    page.get_by_role("link", name=f"Add a professional to {AGENCY}").click()
    page.get_by_label("Name").fill("Gwenllian Pritchard")
    page.get_by_label("Email").fill("gwenllian@portage.example")
    page.get_by_role("button", name="Add the professional").click()
    page.goto(reverse("agencies:involvement_add", args=[people.seyi.pk]))
    page.get_by_label("Agency", exact=True).select_option(AGENCY)
    page.get_by_label("First saw the child on").fill("today")
    page.get_by_role("button", name="Add the agency").click()
    assert answer_of(people) == "AWAITING_REPORT"


def find_the_button_closed(page: Page, people: Cast) -> None:
    """C7: it can be pressed, and says why it is closed and what opens it."""
    page.goto("/agencies/chase/")
    row = page.locator("tr", has_text=AGENCY)
    expect(row).to_contain_text("Needs consent first")
    page.goto(reverse("agencies:requests", args=[people.seyi.pk]))
    page.get_by_role("link", name="Raise a request").click()
    page.get_by_label("Agency", exact=True).select_option(AGENCY)
    page.get_by_label("A copy of their report").check()
    page.get_by_label("Why").fill("They saw Seyi, and no report has come")
    page.get_by_role("button", name="Raise the request").click()
    expect(page.get_by_text("Record consent first (C7).")).to_be_visible()
    expect(page.get_by_role("button", name="Make the PDF")).to_have_count(0)
    seen(page, "closed")


def consent(page: Page) -> None:
    page.goto("/agencies/chase/")
    page.locator("tr", has_text=AGENCY).get_by_role("link", name="Ask for consent").click()
    expect(page.get_by_label("What for")).to_have_value("ask_report")
    page.get_by_label("Who answers").select_option("Priya Blackwood (mother)")
    page.get_by_label("On what basis they hold it").fill("Birth certificate seen")
    page.get_by_label("Given", exact=True).check()
    page.get_by_label("If given: what may be shared").fill("Name, date of birth and this request")
    page.get_by_label("Signed on paper").check()
    page.get_by_label("Answered on").fill("today")
    seen(page, "consent")
    page.get_by_role("button", name="Record the answer").click()
    expect(page.get_by_text("Consent given").first).to_be_visible()


def open_letter(page: Page, button: str) -> None:
    page.goto("/agencies/chase/")
    seen(page, "list")
    row = page.locator("tr", has_text=AGENCY)
    row.get_by_role("link", name=button, exact=False).click()


def letter_on_paper(page: Page) -> str:
    page.get_by_label("To whom").select_option(f"Gwenllian Pritchard, {AGENCY}")
    page.get_by_role("button", name="Make the PDF").click()
    seen(page, "letter")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download the PDF").first.click()
    return words_of(waiting.value)


def by_post(page: Page, button: str) -> None:
    page.get_by_role("link", name="Posted, handed over or phoned").click()
    page.get_by_role("button", name=button).click()
    expect(page.get_by_text("has been")).to_be_visible()


def bring_a_copy(page: Page, people: Cast) -> None:
    """C7.1: Priya brings hers; the request closes."""
    page.goto(reverse("agencies:report_add", args=[people.seyi.pk]))
    page.get_by_label("Agency", exact=True).select_option(AGENCY)
    report(page, "today", "A parent's copy", strategies="Yes", targets="No")
    expect(page.get_by_text("Closed: A copy of their report")).to_be_visible()


def report(page: Page, dated: str, given_by: str, *, strategies: str, targets: str) -> None:
    page.get_by_label("Date on the report").fill(dated)
    page.get_by_label("Reached us on").fill("today")
    page.get_by_label(given_by).check()
    for question, said in (("strategies", strategies), ("targets", targets)):
        asked = page.get_by_role("group", name=f"Does it hold {question}?")
        asked.get_by_label(said, exact=True).check()
    page.get_by_role("button", name="Record the report").click()


def mark_three(page: Page) -> None:
    page.goto("/agencies/chase/")
    row = page.locator("tr", has_text=AGENCY)
    expect(row).to_contain_text("Parent's copy")
    row.get_by_role("link", name="Mark what it says").click()
    for kind, words, number in MARKS:
        page.get_by_label(kind, exact=True).check()
        page.get_by_label("What the report says").fill(words)
        page.get_by_label("Page", exact=True).fill(number)
        page.get_by_role("button", name="Write it down").click()
        expect(page.get_by_text(words).first).to_be_visible()
    seen(page, "marked")


def use_two(page: Page, people: Cast) -> None:
    page.goto(reverse("plans:start", args=[people.seyi.pk]))
    page.get_by_role("button", name="Start the plan").click()
    for _, words, _ in MARKS[:2]:
        offered = page.locator("details.recommended").first
        if offered.get_attribute("open") is None:
            offered.locator("summary").click()
        line = page.locator("details.recommended li", has_text=words).first
        line.get_by_role("button").click()
        page.wait_for_load_state("networkidle")
    page.goto("/agencies/chase/")
    row = page.locator("tr", has_text=AGENCY)
    expect(row).to_contain_text("Three recommendations marked, used in plan 1, version 1.")
    seen(page, "used")


def test_c7_from_no_consent_to_a_plan_that_uses_what_the_agency_recommends(
    sam: Page, people: Cast, settings: Any
) -> None:
    add_the_agency(sam, people)
    find_the_button_closed(sam, people)
    consent(sam)

    open_letter(sam, "Write the letter")
    first = letter_on_paper(sam)
    assert "Letter 1 of" in first
    assert "Priya Blackwood, mother, who holds parental responsibility" in first
    by_post(sam, "Mark as asked")

    weeks_pass(5)
    open_letter(sam, "Chase")
    assert "follows letter 1 of" in letter_on_paper(sam)
    with post_office(settings) as mailbox:
        sam.get_by_role("link", name="Send by email").click()
        sam.get_by_label("To whom").select_option(f"Gwenllian Pritchard, {AGENCY}")
        seen(sam, "email")
        sam.get_by_role("button", name="Send it").click()
        expect(sam.get_by_text("goes with the next post")).to_be_visible()
    (mail,) = mailbox.mails
    assert mail["Subject"] == "Reminder: A request from Acorns Nursery"
    assert mail["To"] == "gwenllian@portage.example"
    assert "Seyi" not in mail.as_string()
    assert "Adeyemi" not in mail.as_string()

    weeks_pass(4)
    open_letter(sam, "Chase")
    by_post(sam, "Mark as chased")
    sam.goto("/agencies/chase/")
    expect(sam.locator("tr", has_text=AGENCY)).to_contain_text("Parents can bring a copy.")

    bring_a_copy(sam, people)
    assert answer_of(people) == "REQUIRED_STRATEGIES"
    mark_three(sam)
    use_two(sam, people)
    sam.goto(reverse("dashboards:child", args=[people.seyi.pk]))
    expect(sam.get_by_text("C1", exact=True).first).to_be_visible()

    sam.goto(reverse("agencies:report_add", args=[people.seyi.pk]))
    sam.get_by_label("Agency", exact=True).select_option(AGENCY)
    report(sam, "today", "The agency", strategies="No", targets="Yes")
    assert answer_of(people) == "NOT_REQUIRED_TARGETS"
    plan = SupportPlan.objects.get(child=people.seyi)
    assert (plan.cycle.number, plan.version, plan.is_being_written) == (1, 1, True)
    seen(sam, "targets")
