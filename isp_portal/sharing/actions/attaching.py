"""A copy that goes as a file with an email, where the setting allows it.

The outbox holds no file: the mail refers to the issued copy and to the hash of its bytes, and the
issued file itself is read, compared and attached when the mail goes. Everything that could bar it
is asked again at that moment. Once it went, the copy counts as given (C3.2).
"""

from datetime import date

from django.db import transaction
from django.utils import timezone

from accounts.actions.outbox import MailKind, queue_mail, stop_mails, written
from accounts.models import OutboxMail
from accounts.models.outbox import UNFINISHED
from accounts.rules.actor import Actor
from accounts.rules.outbox import AttachedFile, Letter
from accounts.rules.refusal import Refused
from children.models import ParentCarer
from isp_portal.documents.models import CopyChannel, CopyGiven, DocumentKind, IssuedDocument
from isp_portal.documents.queries import FileDamaged, file_of, language_on
from isp_portal.sharing.policies import check_can_attach
from isp_portal.sharing.queries.shares import ATTACHED_MAILS

FILE_NAME = "paper.pdf"
"""It tells of nobody."""
OTHER_ADDRESS = "Their email address was changed."


@transaction.atomic
def attach_document(*, document: IssuedDocument, by: Actor) -> OutboxMail:
    """Queues the mail that carries this copy to its recipient. One that waits for it already stops.

    `Refused` where the setting does not allow it, for somebody who may not have the copy at this
    very moment, and without an address.
    """
    document = IssuedDocument.objects.select_for_update(of=("self",)).get(pk=document.pk)
    check_can_attach(document, timezone.localdate())
    assert document.recipient is not None  # the policy asked
    return queue_mail(
        setting=document.setting,
        kind=ATTACHED_MAILS,
        about_id=document.pk,
        to=document.recipient.email,
        reply_to=document.setting.email,
        letter=attached_letter(document, by.label),
        told={"sha256": document.pdf_sha256},
        by=by,
    )


def attached_letter(document: IssuedDocument, by_label: str) -> Letter:
    """What the mail says, in their language and English; for the preview too. It names nobody."""
    words = {"setting": document.setting, "reader": document.recipient, "by": by_label}
    return written("emails/copy_attached", words)


def stop_attached(contact: ParentCarer, because: str, by: Actor) -> None:
    """What waits to go to this contact as a file does not go."""
    copies = IssuedDocument.objects.for_recipient(contact)
    waiting = OutboxMail.objects.filter(kind=ATTACHED_MAILS, state__in=UNFINISHED)
    about = waiting.filter(about_id__in=copies.values_list("pk", flat=True))
    for document_id in about.order_by("about_id").values_list("about_id", flat=True):
        stop_mails(kind=ATTACHED_MAILS, about_id=document_id, because=because, by=by)


def _document(mail: OutboxMail) -> IssuedDocument:
    return IssuedDocument.objects.get(pk=mail.about_id)


def _check_may_go(mail: OutboxMail) -> None:
    """Asked once more when it is about to go: allowed, still theirs, and to their address?"""
    document = _document(mail)
    check_can_attach(document, timezone.localdate())
    assert document.recipient is not None  # the policy asked
    if document.recipient.email != mail.to:
        raise Refused(OTHER_ADDRESS)


def _attached(mail: OutboxMail) -> tuple[AttachedFile, ...]:
    """The issued file, byte for byte. Raises `FileDamaged` when it is not the one that was queued."""
    document = _document(mail)
    if document.pdf_sha256 != mail.told["sha256"]:
        raise FileDamaged("This is not the copy that was to be sent.")
    return (AttachedFile(FILE_NAME, file_of(document), "application/pdf"),)


def _went(mail: OutboxMail) -> None:
    assert mail.sent_at is not None  # it is marked as sent first
    document, on = _document(mail), timezone.localdate(mail.sent_at)
    if document.kind != DocumentKind.REVIEW_LETTER:
        _given(document, on, mail.queued_by)


def _given(document: IssuedDocument, on: date, by: Actor) -> None:
    CopyGiven(
        document=document,
        channel=CopyChannel.EMAIL,
        language=language_on(document),
        given_on=on,
    ).record(by=by, why="Attached to an email that went")


ATTACHED_MAIL = MailKind(
    ATTACHED_MAILS, "Copy attached to an email", _check_may_go, _went, _attached
)
