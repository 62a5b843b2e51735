"""Each mail to a parent is in their language and then in English, as text and as HTML, and names no child."""

from collections.abc import Callable
from datetime import date

import pytest
from django.template import Context, Template
from django.test import Client
from django.urls import reverse
from django.utils import translation

from accounts.actions.outbox import queue_mail
from accounts.models import Membership, OutboxMail
from accounts.rules.outbox import Letter
from isp_portal.languages import ENGLISH, languages, speaking
from isp_portal.sharing.actions.sharing import letters_of
from reviews.actions.invitations import invitation_letter
from tests.people import STORY, Cast
from tests.reviews.reviews_given import planned, row
from tests.sharing.given import copy_of, mail_to, page_of, shared

pytestmark = pytest.mark.django_db
OTHERS = [language for language in languages() if language is not ENGLISH]
NAMES = ("Seyi", "Oluwaseyifunmi", "Adeyemi")
SAID = {
    "share": "The link opens for 30 days, to you only.",
    "code": "your code is",
    "invitation": "we would like to meet you about your child’s plan:",
}


def mails(people: Cast, written_of_her: str) -> dict[str, Letter]:
    """All three, to Priya, of whom staff wrote in which language she reads."""
    people.priya.language = written_of_her
    people.priya.record(by=STORY)
    invited = row(planned(people), "Priya Blackwood")
    share, code = letters_of(copy_of(people, people.priya), "https://isp.example/shared/x/", "Sam")
    return {"share": share, "code": code, "invitation": invitation_letter(invited, "Sam")}


@pytest.mark.parametrize("language", OTHERS, ids=lambda one: one.code)
def test_each_mail_is_in_the_parents_language_and_then_in_english(
    people: Cast, language: object
) -> None:
    told = mails(people, f"{language.name}, some English")  # type: ignore[attr-defined]
    with speaking(language):  # type: ignore[arg-type]
        hello = translation.gettext("Hello,").rstrip(",،")
    for name, letter in told.items():
        for said in (letter.text, letter.html):
            own, english = said.index(hello), said.index(SAID[name])
            assert own < english, name
            assert "Hello" in said
        assert f'lang="{language.code}" dir="{language.direction}"' in letter.html  # type: ignore[attr-defined]
        assert 'lang="en-gb" dir="ltr"' in letter.html
        assert "Acorns Nursery" in letter.subject
        assert not [one for one in NAMES if one in letter.subject + letter.text + letter.html]


def test_in_english_each_mail_says_everything_once(people: Cast) -> None:
    for name, letter in mails(people, "English").items():
        for said in (letter.text, letter.html):
            assert said.count(SAID[name]) == 1
            assert said.count("Hello") == 1


def test_a_language_we_have_no_words_in_is_english(people: Cast) -> None:
    assert all("Hello" in letter.text for letter in mails(people, "Somali").values())


def test_a_day_reads_as_it_is_said_in_the_language(people: Cast) -> None:
    invitation = mails(people, "Polish")["invitation"]
    assert "Czwartek 26 listopada 2026" in invitation.text
    assert "Thursday 26 November 2026" in invitation.text


def test_the_code_is_in_the_contacts_language_whoever_asks_in_whichever(people: Cast) -> None:
    people.priya.language = "Polish"
    people.priya.record(by=STORY)
    _, path = shared(people)
    Client().post(f"{path}send-code/?in=english")
    mail = mail_to(people.priya, "link_code")
    assert "Państwa kod to" in mail.text
    assert "your code is" in mail.text
    assert mail.subject == "Państwa kod (Acorns Nursery)"


def test_staff_read_both_mails_and_who_has_checked_the_words_before_they_go(
    people: Cast, browse: Callable[[Membership], Client]
) -> None:
    people.priya.language = "Urdu"
    people.priya.record(by=STORY)
    review = planned(people)
    document = copy_of(people, people.priya)
    sam = browse(people.sam)
    for address, own in (
        (reverse("sharing:share", args=[document.pk]), "آپ کا کوڈ ہے"),
        (reverse("reviews:review_invitations", args=[review.pk]), "آپ کے بچے کے منصوبے"),
    ):
        page = page_of(sam, address)
        assert own in page
        assert "Urdu and English; not yet checked by a native speaker" in page
    assert not OutboxMail.objects.exists(), "reading a mail sends none"


def test_a_name_is_set_apart_where_the_sentence_runs_from_right_to_left(people: Cast) -> None:
    invitation = mails(people, "Urdu")["invitation"]
    assert "سلام \u2068Priya Blackwood\u2069،" in invitation.text
    assert "Hello Priya Blackwood," in invitation.text


def test_whoever_checks_the_words_reads_what_goes_into_each_place() -> None:
    shown = Template("{% load to_readers %}{{ words|with_places }}")
    words = shown.render(Context({"words": "<b> %(at_home)s: %(days)d"}))
    assert words == "&lt;b&gt; <bdi>[at home]</bdi>: <bdi>[days]</bdi>"


def test_a_subject_fits_whatever_the_setting_is_called(people: Cast) -> None:
    people.acorns.name = "N" * 120
    people.acorns.record(by=STORY)
    for letter in mails(people, "Romanian").values():
        mail = queue_mail(
            setting=people.acorns,
            kind="share",
            about_id=people.priya.pk,
            to="priya@family.example",
            letter=letter,
            by=STORY,
        )
        mail.full_clean(exclude=["files", "told"])
        assert mail.subject == letter.subject


def test_a_moved_meeting_says_its_new_day(people: Cast) -> None:
    invited = row(planned(people), "Priya Blackwood")
    invited.invited_on, invited.invited_how = date(2026, 11, 20), "phone"
    invited.invited_sequence = -1
    assert invited.was_told_old_date
    people.priya.language = "Arabic"
    people.priya.record(by=STORY)
    invited.contact = people.priya
    letter = invitation_letter(invited, "Sam")
    assert letter.subject.startswith("موعد جديد للقائنا")
    assert "our meeting about your child’s plan has a new day:" in letter.text
