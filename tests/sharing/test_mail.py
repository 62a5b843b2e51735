"""The mail with the link, as a real mail server on this machine takes it, or refuses it."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from accounts.actions.outbox import deliver_due
from accounts.models import Membership
from accounts.rules.outbox import MailState
from children.models import RestrictionKind
from tests.documents.plans import restrict
from tests.people import STORY, Cast

from .given import mail_to, page_of, shared
from .postbox import Postbox

pytestmark = pytest.mark.django_db
Browse = Callable[[Membership], Client]


def test_the_link_arrives_as_text_and_html_and_names_nobody(people: Cast, postbox: Postbox) -> None:
    _, path = shared(people)
    deliver_due()
    ((to, mail),) = postbox.taken
    assert to == ["priya@family.example"]
    for kind in ("plain", "html"):
        part = mail.get_body((kind,))
        assert part is not None
        words = part.get_content()
        assert path in words
        assert not any(name in words for name in ("Seyi", "Adeyemi", "Priya", "Blackwood"))
    assert "Acorns Nursery" in str(mail["Subject"])
    assert mail["Reply-To"] == "hello@nursery.example"
    assert mail_to(people.priya).text == "", "what a mail said is wiped once it went"


def test_the_code_arrives_and_opens(people: Cast, postbox: Postbox) -> None:
    _, path = shared(people)
    phone = Client()
    phone.post(f"{path}send-code/")
    deliver_due()
    mail = next(mail for _, mail in postbox.taken if "code" in str(mail["Subject"]).lower())
    part = mail.get_body(("plain",))
    assert part is not None
    code = next(word for word in part.get_content().split() if word.isdigit() and len(word) == 6)
    assert phone.post(path, {"code": code}).status_code == 302
    assert "Say his name" in page_of(phone, f"{path}copy/")


def test_a_bounce_is_shown_where_the_link_stands(
    people: Cast, postbox: Postbox, browse: Browse
) -> None:
    postbox.unknown.add(people.priya.email)
    share, _ = shared(people)
    deliver_due()
    page = page_of(browse(people.sam), reverse("sharing:share", args=[share.document_id]))
    assert "The email did not go" in page
    assert "The mail server does not accept this address." in page
    assert postbox.taken == []


def test_a_code_that_bounced_is_shown_where_the_link_stands(
    people: Cast, postbox: Postbox, browse: Browse
) -> None:
    share, path = shared(people)
    deliver_due()
    postbox.unknown.add(people.priya.email)
    Client().post(f"{path}send-code/")
    deliver_due()
    page = page_of(browse(people.sam), reverse("sharing:share", args=[share.document_id]))
    assert "The email with the code did not go" in page
    assert "See the emails" in page


def test_somebody_restricted_between_preparing_and_sending_gets_nothing(
    people: Cast, postbox: Postbox
) -> None:
    """Written past the action that closes links: the sender asks once more itself."""
    shared(people)
    restrict(people.priya, RestrictionKind.NO_INFORMATION)
    deliver_due()
    assert postbox.taken == []
    assert mail_to(people.priya).state == MailState.STOPPED


def test_an_address_that_was_changed_meanwhile_gets_nothing(people: Cast, postbox: Postbox) -> None:
    shared(people)
    mail = mail_to(people.priya)
    people.priya.email = "priya@new.example"
    people.priya.record(by=STORY)
    deliver_due()
    mail.refresh_from_db()
    assert (postbox.taken, mail.state) == ([], MailState.STOPPED)
