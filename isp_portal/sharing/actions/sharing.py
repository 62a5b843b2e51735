"""Sharing a copy with the parent whose copy it is: a link by email or by hand, and taking it back.

The mail names no child, and nothing of the paper stands in it: link and code are all that opens.
"""

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts.actions.links import check_link_opens, code_letter, make_link, revoke_link
from accounts.actions.outbox import MailKind, queue_mail, stop_mails, written
from accounts.models import OutboxMail
from accounts.rules.actor import Actor
from accounts.rules.outbox import Letter
from accounts.rules.refusal import Refused
from children.models import ParentCarer
from isp_portal.documents.models import IssuedDocument
from isp_portal.sharing.actions.attaching import stop_attached
from isp_portal.sharing.models import Share
from isp_portal.sharing.policies import check_can_mail, check_can_share, check_can_take_back

BY_EMAIL, BY_HAND = "email", "by_hand"
KIND = "share"
BARRED_SINCE = "They may not receive copies any more."
NEW_LINK = "A new link was made."
OTHER_ADDRESS = "Their email address was changed."


@transaction.atomic
def share_document(*, document: IssuedDocument, how: str, by: Actor) -> tuple[Share, str]:
    """Opens one issued copy to its recipient by link; returns the address, which is kept nowhere.

    `how` is BY_EMAIL, to the contact's own address, or BY_HAND, for staff to pass on. A link made
    before for this copy closes. `Refused` for somebody who may not have it at this very moment.
    """
    document = IssuedDocument.objects.select_for_update(of=("self",)).get(pk=document.pk)
    now = timezone.now()
    check_can_share(document, timezone.localdate(now))
    if how == BY_EMAIL:
        check_can_mail(document)
    _close(document.shares.standing(now), NEW_LINK, by)
    assert document.recipient is not None  # the policy asked
    share = Share(document=document, sent_to=document.recipient.email if how == BY_EMAIL else "")
    lasts = timedelta(days=document.setting.share_days)
    token = make_link(link=share, expires_at=now + lasts, by=by)
    address = settings.SITE_ADDRESS.rstrip("/") + reverse("sharing:door", args=[token])
    if how == BY_EMAIL:
        _mail(share, address, by)
    return share, address


@transaction.atomic
def take_back_share(*, share: Share, because: str, by: Actor) -> Share:
    """The link opens to nobody from now on. `Refused` when it was withdrawn already."""
    check_can_take_back(share)
    _close([share], because, by)
    return Share.objects.get(pk=share.pk)


def share_letter(document: IssuedDocument, address: str, by_label: str) -> Letter:
    """The mail as it goes, in their language and English; for the preview too. It names neither child
    nor parent: two parents may share one address."""
    words = {
        "setting": document.setting,
        "reader": document.recipient,
        "address": address,
        "days": document.setting.share_days,
        "by": by_label,
    }
    return written("emails/share", words)


def letters_of(document: IssuedDocument, address: str, by_label: str) -> tuple[Letter, Letter]:
    """What somebody will read, before it goes: the mail with the link, and the one with the code."""
    return share_letter(document, address, by_label), code_letter(
        Share(document=document), "······"
    )


def end_links(contact: ParentCarer, by: Actor) -> None:
    """The kill switch: a contact was restricted, changed or ended. What may not stay open closes.

    Called by the floor below, in the transaction of that change.
    """
    live = list(Share.objects.held_by(contact).standing(timezone.now()))
    may = ParentCarer.objects.filter(pk=contact.pk).may_receive(timezone.localdate()).exists()
    if not may:
        _close(live, BARRED_SINCE, by)
        stop_attached(contact, BARRED_SINCE, by)
        return
    _close([one for one in live if one.sent_to not in ("", contact.email)], OTHER_ADDRESS, by)


def _close(shares: Iterable[Share], because: str, by: Actor) -> None:
    for share in shares:
        revoke_link(link=share, because=because, by=by)
        stop_mails(kind=KIND, about_id=share.pk, because=because, by=by)


def _mail(share: Share, address: str, by: Actor) -> None:
    setting = share.setting
    queue_mail(
        setting=setting,
        kind=KIND,
        about_id=share.pk,
        to=share.sent_to,
        reply_to=setting.email,
        letter=share_letter(share.document, address, by.label),
        by=by,
    )


def _check_may_go(mail: OutboxMail) -> None:
    """Asked once more when the mail is about to go: is the link open, and is this still theirs?"""
    share = Share.objects.get(pk=mail.about_id)
    check_link_opens(share)
    if share.email_on_file != mail.to:
        raise Refused(OTHER_ADDRESS)


SHARE_MAIL = MailKind(KIND, "Link to a shared copy", _check_may_go)
