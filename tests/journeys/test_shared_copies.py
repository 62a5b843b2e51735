"""Two separated parents hold their own copies: one answers on a phone, one never opens (C3.2, C4.1, C8.1).

Staff at a desk of 1280 px, the parent on a phone of 390 px. `LANGUAGES` are those in which the
mother's pages are read; the words that the nursery wrote stay as they are.
"""

import re
from urllib.parse import urlsplit

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import OutboxMail
from children.models import ParentCarer
from isp_portal.documents.models import IssuedDocument
from isp_portal.documents.queries import copies_due
from isp_portal.languages import language_called, speaking
from isp_portal.sharing.models import Reply, ShareOpening
from reviews.models import FamilyView
from tests.documents.plans import father
from tests.journeys.conftest import accessibility_faults, picture, sign_in
from tests.journeys.review_told import held_and_finalised, next_plan_finalised, planned_for_today
from tests.people import STORY, Cast

LANGUAGES = ["English", "Urdu"]
DRAWN = 60_000
"""Milliseconds: the answer comes once the PDF is drawn."""
COMMENT = "Yes. Please lend us the picture strip."
VIEW = "He asks for his shoes by name now."


def seen(page: Page, name: str) -> None:
    """It fits its screen, and axe finds nothing."""
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    picture(page, f"shared-{name}")
    wide, screen = page.evaluate("() => [document.documentElement.scrollWidth, innerWidth]")
    assert wide <= screen, f"{name} is {wide} wide on a screen of {screen}"
    assert accessibility_faults(page) == [], name


def issue_and_share(page: Page, copies: str, who: ParentCarer, button: str = "") -> None:
    """On the page of copies: one for this parent, then its link by email."""
    page.goto(copies)
    if button:
        page.get_by_role("button", name=button).click(timeout=DRAWN)
    else:
        page.get_by_label(f"{who.name}, {who.relationship}").check()
        page.get_by_role("button", name="Issue the copy").click(timeout=DRAWN)
    page.get_by_role("link", name="Share by link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"Share with {who.name}")
    page.get_by_text("The emails, as they will read").click()
    page.get_by_role("button", name="Make the link").click()
    expect(page.get_by_text("Not opened.").first).to_be_visible()


def words(language: str, english: str) -> str:
    """A fixed sentence as this parent reads it."""
    with speaking(language_called(language)):
        return gettext(english)


def says(phone: Page, language: str, english: str) -> None:
    """The page is in their language and runs the right way."""
    expect(phone.get_by_role("heading", name=words(language, english)).first).to_be_visible()
    spoken = language_called(language)
    expect(phone.locator("html")).to_have_attribute("lang", spoken.code)
    expect(phone.locator("html")).to_have_attribute("dir", spoken.direction)


def mailed(kind: str, to: ParentCarer) -> str:
    mail = OutboxMail.objects.filter(kind=kind, to=to.email).order_by("queued_at").last()
    assert mail is not None
    return mail.text


def link_of(who: ParentCarer) -> str:
    found = re.search(r"https?://\S+/shared/\S+", mailed("share", who))
    assert found
    return urlsplit(found.group()).path


def come_in(phone: Page, who: ParentCarer) -> str:
    """The link from the mail, then the code from the other mail."""
    path = link_of(who)
    phone.goto(path)
    seen(phone, "door")
    phone.locator("main form button").first.tap()
    expect(phone.locator("#id_code")).to_be_visible()
    code = re.search(r"\b\d{6}\b", mailed("link_code", who))
    assert code
    phone.locator("#id_code").fill(code.group())
    phone.locator("main form button").first.tap()
    expect(phone.locator("#to-hear")).to_be_visible()
    return path


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_parents_hold_their_own_copies_and_one_is_heard_c3_2_c4_1_c8_1(
    desk: Page, phone: Page, live_server: LiveServer, people: Cast, language: str
) -> None:
    people.priya.language = language
    people.priya.record(by=STORY)
    tunde = father(people)
    review = planned_for_today(people)
    plan = review.cycle.plans.finalised().get()
    sign_in(desk.context, live_server, people.sam)
    copies = reverse("documents:copies", args=[plan.pk])
    for who in (people.priya, tunde):
        issue_and_share(desk, copies, who)
    seen(desk, "share")

    path = come_in(phone, people.priya)
    seen(phone, "plan")
    says(phone, language, "What we do")
    said = phone.locator("main").inner_text()
    assert "Priya Blackwood" in said
    for secret in ("Tunde", "Quarry Street", "960 555"):
        assert secret not in said
    phone.locator("label", has=phone.locator("input[value=with_comments]")).tap()
    phone.locator("form[action$='say/answer/'] .shared-button").tap()
    seen(phone, "answer-without-words")
    phone.locator("#id_words").fill(COMMENT)
    phone.locator("#id_typed_name").fill("Priya Blackwood")
    phone.locator("main form .shared-button").tap()
    expect(phone.get_by_text(COMMENT)).to_be_visible()
    says(phone, language, "What you have told us")
    seen(phone, "said")
    phone.goto(f"{link_of(tunde)}copy/")
    expect(phone.locator("#to-hear")).to_have_count(0)
    assert "Tunde" not in phone.locator("body").inner_text(), "his link asks her for his code"
    phone.goto(f"{path}say/view/")
    phone.locator("#id_words").fill(VIEW)
    phone.locator("#id_typed_name").fill("Priya Blackwood")
    seen(phone, "view")
    phone.locator("main form .shared-button").tap()
    expect(phone.get_by_text(VIEW)).to_be_visible()
    waits = {one.contact for one in copies_due(people.sam, timezone.localdate())}
    assert waits == {tunde}, "he never opened his"
    assert ShareOpening.objects.count() == 1

    desk.goto(reverse("sharing:replies", args=[people.seyi.pk]))
    seen(desk, "replies")
    view = Reply.objects.get(kind="view")
    desk.goto(reverse("sharing:reply", args=[view.pk]))
    seen(desk, "reply")
    desk.get_by_role("button", name="Take it into the review").click()
    expect(desk.get_by_text("Their words stand in the review.")).to_be_visible()
    assert FamilyView.objects.get(review=review).words == VIEW
    assert FamilyView.objects.get(review=review).contact == people.priya

    review = held_and_finalised(people, review)
    minutes = reverse("documents:minutes", args=[review.pk])
    issue_and_share(desk, minutes, people.priya, f"Minutes for {people.priya.name}")
    come_in(phone, people.priya)
    seen(phone, "minutes")
    expect(phone.get_by_text(VIEW)).to_be_visible()

    next_plan = next_plan_finalised(people, review)
    issue_and_share(desk, reverse("documents:copies", args=[next_plan.pk]), people.priya)
    come_in(phone, people.priya)
    expect(phone.locator(".shared-changed")).to_be_visible()
    says(phone, language, "What changed since your last copy")
    seen(phone, "plan-changed")
    assert IssuedDocument.objects.filter(recipient=tunde).count() == 1
