"""A copy goes as a file with an email only where the setting allows it, and is the issued file (C3.2)."""

import hashlib
from collections.abc import Callable
from datetime import date
from typing import Any
from unittest import mock

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.actions.outbox import deliver_due
from accounts.models import Membership, OutboxMail
from accounts.rules.outbox import MailState
from accounts.rules.refusal import Refused
from children import actions as children
from children.models import ParentCarer, RestrictionKind
from isp_portal.documents import actions as papers
from isp_portal.documents.models import CopyGiven, IssuedDocument
from isp_portal.documents.queries import copies_due, file_of
from isp_portal.sharing.actions import attach_document
from tests.documents.plans import corrected, father, finalised_plan, restrict
from tests.people import STORY, Cast
from tests.reviews.reviews_given import planned, row

from .given import copy_of, mail_to, page_of
from .postbox import Postbox

pytestmark = pytest.mark.django_db
Browse = Callable[[Membership], Client]
KIND = "copy_attached"
NAMES = ("Seyi", "Oluwaseyifunmi", "Adeyemi", "Priya", "Blackwood")
NOT_ALLOWED = "does not attach copies to emails"


@pytest.fixture
def allowed(people: Cast) -> Cast:
    """Acorns lets copies go as files."""
    return allow(people, True)


def allow(people: Cast, may: bool) -> Cast:
    people.acorns.refresh_from_db()
    people.acorns.may_email_copies = may
    people.acorns.record(by=STORY)
    return people


def attached(people: Cast, contact: ParentCarer | None = None) -> IssuedDocument:
    """Priya's copy waits to go as a file."""
    document = copy_of(people, contact or people.priya)
    attach_document(document=document, by=people.sam.as_actor())
    return document


def states() -> list[str]:
    return [mail.state for mail in OutboxMail.objects.filter(kind=KIND).order_by("queued_at")]


# What goes ---------------------------------------------------------------------------------------


def test_the_file_that_arrives_is_the_issued_one_byte_for_byte(
    allowed: Cast, postbox: Postbox
) -> None:
    document = attached(allowed)
    deliver_due()
    ((to, mail),) = postbox.taken
    (part,) = mail.iter_attachments()
    content: Any = part.get_payload(decode=True)
    assert to == ["priya@family.example"]
    assert part.get_content_type() == "application/pdf"
    assert hashlib.sha256(content).hexdigest() == document.pdf_sha256
    assert content == file_of(document)


def test_neither_subject_nor_words_nor_file_name_name_anybody(
    allowed: Cast, postbox: Postbox
) -> None:
    attached(allowed)
    deliver_due()
    ((_, mail),) = postbox.taken
    (part,) = mail.iter_attachments()
    bodies = [mail.get_body((kind,)) for kind in ("plain", "html")]
    said = " ".join(body.get_content() for body in bodies if body)
    assert part.get_filename() == "paper.pdf"
    assert mail["Subject"] == "A paper from Acorns Nursery for you"
    assert "Open the file to read it" in said
    assert not [name for name in NAMES if name in f"{mail['Subject']} {said}"]


def test_the_outbox_refers_to_the_copy_and_holds_no_byte_of_it(allowed: Cast) -> None:
    document = attached(allowed)
    mail = mail_to(allowed.priya, KIND)
    assert mail.about_id == document.pk
    assert mail.told == {"sha256": document.pdf_sha256}
    assert mail.files == []
    assert "%PDF" not in mail.text + mail.html


def test_the_ledger_says_so_once_it_went_and_not_before(allowed: Cast, postbox: Postbox) -> None:
    document = attached(allowed)
    assert not CopyGiven.objects.exists()
    assert [due.contact for due in copies_due(allowed.sam, timezone.localdate())] == [allowed.priya]
    deliver_due()
    (given,) = CopyGiven.objects.all()
    assert (given.document, given.channel) == (document, "email")
    assert (given.given_on, given.language) == (date(2026, 11, 23), "English")
    assert given.acknowledged_on is None, "a mail that went is not yet one that was read"
    assert given.history.get().actor_label == "Sam Whitlock"
    assert copies_due(allowed.sam, timezone.localdate()) == []


def test_an_invitation_as_a_file_is_no_copy_of_a_plan(allowed: Cast, postbox: Postbox) -> None:
    invited = row(planned(allowed), "Priya Blackwood")
    letter = papers.issue_review_letter(participant=invited, by=STORY)
    attach_document(document=letter, by=STORY)
    deliver_due()
    assert len(postbox.taken) == 1
    assert not CopyGiven.objects.exists()


def test_pressed_twice_one_mail_goes(allowed: Cast, browse: Browse, postbox: Postbox) -> None:
    document = copy_of(allowed, allowed.priya)
    sam, address = browse(allowed.sam), reverse("sharing:attach", args=[document.pk])
    token = str(sam.get(address).context["form"]["once"].value())
    for _ in range(2):
        assert sam.post(address, {"once": token}).status_code == 302
    deliver_due()
    assert len(postbox.taken) == 1
    page = page_of(sam, reverse("sharing:share", args=[document.pk]))
    assert "The email went" in page


def test_a_bounce_is_shown_beside_the_copy(allowed: Cast, browse: Browse, postbox: Postbox) -> None:
    postbox.unknown.add(allowed.priya.email)
    document = attached(allowed)
    deliver_due()
    page = page_of(browse(allowed.sam), reverse("sharing:share", args=[document.pk]))
    assert "The email did not go" in page
    assert "The mail server does not accept this address." in page
    assert not CopyGiven.objects.exists()


# What does not go --------------------------------------------------------------------------------


def test_without_the_permission_nothing_offers_it_and_nothing_goes(
    people: Cast, browse: Browse
) -> None:
    document = copy_of(people, people.priya)
    sam, address = browse(people.sam), reverse("sharing:attach", args=[document.pk])
    assert address not in page_of(sam, reverse("sharing:share", args=[document.pk]))
    page = page_of(sam, address)
    assert NOT_ALLOWED in page
    assert "Send the email" not in page
    assert NOT_ALLOWED in sam.post(address, {}).content.decode()
    with pytest.raises(Refused, match=NOT_ALLOWED):
        attach_document(document=document, by=people.sam.as_actor())
    assert not OutboxMail.objects.exists()


def test_it_is_the_permission_that_keeps_it_from_going(people: Cast) -> None:
    """The control: without the check, the same press would queue the mail."""
    document = copy_of(people, people.priya)
    with mock.patch("isp_portal.sharing.actions.attaching.check_can_attach"):
        attach_document(document=document, by=STORY)
    assert OutboxMail.objects.filter(kind=KIND).exists()


def test_a_permission_that_was_taken_back_meanwhile_stops_it(
    allowed: Cast, postbox: Postbox
) -> None:
    attached(allowed)
    allow(allowed, False)
    deliver_due()
    assert (postbox.taken, states()) == ([], [MailState.STOPPED])
    assert NOT_ALLOWED in mail_to(allowed.priya, KIND).last_error


def test_somebody_restricted_between_preparing_and_sending_gets_nothing(
    allowed: Cast, postbox: Postbox
) -> None:
    """Written past the action that stops mails: the sender asks once more itself."""
    attached(allowed)
    restrict(allowed.priya, RestrictionKind.NO_INFORMATION)
    deliver_due()
    assert (postbox.taken, states()) == ([], [MailState.STOPPED])
    assert not CopyGiven.objects.exists()


def test_a_restriction_stops_what_waits_at_once_and_only_theirs(allowed: Cast) -> None:
    tunde = father(allowed)
    attached(allowed)
    attached(allowed, tunde)
    values = {"kind": RestrictionKind.NO_CONTACT, "evidence": "Order seen", "court_order_on": None}
    days = {"from_on": date(2026, 11, 23), "review_on": date(2027, 2, 1)}
    children.set_restriction(contact=allowed.priya, values={**values, **days}, by=STORY)
    assert mail_to(allowed.priya, KIND).state == MailState.STOPPED
    assert mail_to(allowed.priya, KIND).text == ""
    assert mail_to(tunde, KIND).state == MailState.WAITING


def test_an_address_that_was_changed_meanwhile_gets_nothing(
    allowed: Cast, postbox: Postbox
) -> None:
    attached(allowed)
    allowed.priya.email = "priya@new.example"
    allowed.priya.record(by=STORY)
    deliver_due()
    assert (postbox.taken, states()) == ([], [MailState.STOPPED])


def test_a_file_that_is_not_as_issued_does_not_go(allowed: Cast, postbox: Postbox) -> None:
    document = attached(allowed)
    with default_storage.open(document.stored_as, "wb") as file:
        file.write(b"%PDF-1.7 another")
    deliver_due()
    assert (postbox.taken, states()) == ([], [MailState.FAILED])
    assert not CopyGiven.objects.exists()


def test_a_mail_never_takes_another_copy_along_than_the_one_it_was_queued_for(
    allowed: Cast, postbox: Postbox
) -> None:
    attached(allowed)
    mail = mail_to(allowed.priya, KIND)
    mail.told = {"sha256": "0" * 64}
    mail.save()
    deliver_due()
    assert (postbox.taken, states()) == ([], [MailState.FAILED])


def test_the_files_own_copy_a_replaced_version_and_somebody_without_email_are_refused(
    allowed: Cast,
) -> None:
    written = finalised_plan(allowed)
    filed = papers.issue_plan(plan=written.plan, recipient=None, by=STORY)
    with pytest.raises(Refused, match="child’s file"):
        attach_document(document=filed, by=STORY)
    hers = copy_of(allowed, allowed.priya, written.plan)
    allowed.priya.email = ""
    allowed.priya.record(by=STORY)
    with pytest.raises(Refused, match="no email on file"):
        attach_document(document=hers, by=STORY)
    allowed.priya.email = "priya@family.example"
    allowed.priya.record(by=STORY)
    corrected(written)
    with pytest.raises(Refused, match="newer version"):
        attach_document(document=hers, by=STORY)


def test_the_mail_is_read_before_it_goes_in_their_language(allowed: Cast, browse: Browse) -> None:
    allowed.priya.language = "Romanian"
    allowed.priya.record(by=STORY)
    document = copy_of(allowed, allowed.priya)
    page = page_of(browse(allowed.sam), reverse("sharing:attach", args=[document.pk]))
    assert "cu acest e-mail vine o hârtie" in page
    assert "a paper comes with this email" in page
    assert "Romanian and English; not yet checked by a native speaker" in page
    assert not OutboxMail.objects.exists()
