"""The links to one copy as staff see them: open or shut, mailed or not, opened or not."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from accounts.actions.links import LINK_CODE
from accounts.models import OutboxMail
from accounts.rules.outbox import MailState
from isp_portal.documents.models import IssuedDocument
from isp_portal.sharing.models import Share, ShareOpening

SHARE_MAILS = "share"
"""The kind of the mails that carry a link; they tell of a share."""

ATTACHED_MAILS = "copy_attached"
"""The kind of the mails that carry a copy as a file; they tell of the copy."""

MAIL_WORDS = {
    MailState.WAITING: "The email waits to go",
    MailState.SENT: "The email went",
    MailState.FAILED: "The email did not go",
    MailState.STOPPED: "The email was stopped",
}


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One link, the newest mail with it, and the newest with a code for it.

    `opened` are the days on which the parent came in with the code.
    """

    share: Share
    mail: OutboxMail | None
    opened: tuple[ShareOpening, ...]
    code_mail: OutboxMail | None = None

    @property
    def is_open(self) -> bool:
        return not self.share.shut_words

    @property
    def mail_words(self) -> str:
        return MAIL_WORDS[MailState(self.mail.state)] if self.mail else "Handed over by staff"

    @property
    def has_failed(self) -> bool:
        return self.code_failed or bool(self.mail and self.mail.state == MailState.FAILED)

    @property
    def code_failed(self) -> bool:
        return self.code_mail is not None and self.code_mail.state == MailState.FAILED


def shares_of(document: IssuedDocument, now: datetime) -> list[ShareRow]:
    """Every link that was made for this copy, newest first, in four queries."""
    shares = list(document.shares.select_related("document__recipient", "document__setting"))
    mails, codes = _mails(shares, SHARE_MAILS), _mails(shares, LINK_CODE.name)
    opened: dict[UUID, list[ShareOpening]] = {}
    for row in ShareOpening.objects.filter(share__in=shares).order_by("opened_on", "id"):
        opened.setdefault(row.share_id, []).append(row)
    return [
        ShareRow(
            share,
            mails.get(share.pk),
            tuple(opened.get(share.pk, ())),
            codes.get(share.pk),
        )
        for share in shares
    ]


@dataclass(frozen=True, slots=True)
class AttachedRow:
    """One mail that carries the copy as a file."""

    mail: OutboxMail

    @property
    def words(self) -> str:
        return MAIL_WORDS[MailState(self.mail.state)]

    @property
    def has_failed(self) -> bool:
        return self.mail.state == MailState.FAILED


def attached_of(document: IssuedDocument) -> list[AttachedRow]:
    """Every mail that carried this copy or was to, newest first."""
    mails = OutboxMail.objects.filter(kind=ATTACHED_MAILS, about_id=document.pk)
    return [AttachedRow(mail) for mail in mails.order_by("-queued_at", "pk")]


def _mails(shares: list[Share], kind: str) -> dict[UUID, OutboxMail]:
    """The newest mail of this kind about each link."""
    rows = OutboxMail.objects.filter(kind=kind, about_id__in=[one.pk for one in shares])
    return {mail.about_id: mail for mail in rows.order_by("queued_at", "pk")}


def waiting_to_be_opened(documents: list[IssuedDocument], now: datetime) -> set[UUID]:
    """The copies of which a link is open that nobody has come in by yet. One query."""
    rows = Share.objects.standing(now).filter(document__in=documents, opened__isnull=True)
    return set(rows.values_list("document", flat=True))
