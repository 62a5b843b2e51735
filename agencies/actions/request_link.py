"""The links by which professionals open a request: sent by email, taken back (C7)."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts.actions.links import LinkKind, check_link_opens, make_link, revoke_link
from accounts.actions.outbox import MailKind, queue_mail, stop_mails, written
from accounts.models import OutboxMail
from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from agencies.models import Professional, ReportRequest, ReportRequestLink
from agencies.policies import check_may_open_request
from children.models import Child

from .request import mark_asked

LASTS = timedelta(days=28)
REQUEST_LINK = LinkKind("request_link", ReportRequestLink, check_may_open_request)
REPLACED = "A newer link was sent"


@transaction.atomic
def make_request_link(
    *, request: ReportRequest, professional: Professional, by: Actor
) -> tuple[ReportRequestLink, str]:
    """A link to this request for one professional, and its address. Earlier ones of theirs close.

    `Refused` without consent (C7), for a closed request, (professional) for one of another agency,
    who has left, or has no email address on file.
    """
    Child.objects.select_for_update().get(pk=request.child_id)
    if not professional.email:
        raise Refused(
            f"There is no email address of {professional.name} on file. Add it first.",
            "professional",
        )
    link = ReportRequestLink(request=request, professional=professional)
    token = make_link(link=link, expires_at=timezone.now() + LASTS, by=by)
    earlier = ReportRequestLink.objects.standing(timezone.now())
    for one in earlier.filter(request=request, professional=professional).exclude(pk=link.pk):
        revoke_request_link(link=one, because=REPLACED, by=by)
    path = reverse("agencies:door", kwargs={"token": token})
    return link, settings.SITE_ADDRESS.rstrip("/") + path


@transaction.atomic
def send_request_link(
    *, request: ReportRequest, professional: Professional, by: Actor
) -> ReportRequestLink:
    """Makes a link and mails it by itself; `Refused` as `make_request_link`."""
    link, address = make_request_link(request=request, professional=professional, by=by)
    words = {"link": link, "setting": link.setting, "address": address, "by": by.label}
    queue_mail(
        setting=link.setting,
        kind=REQUEST_LINK_MAIL.name,
        about_id=link.pk,
        to=professional.email,
        reply_to=link.setting.email,
        letter=written("emails/request_link", words),
        by=by,
    )
    return link


@transaction.atomic
def revoke_request_link(*, link: ReportRequestLink, because: str, by: Actor) -> ReportRequestLink:
    """The link opens to nobody from now on, and its mail does not go if it still waits."""
    revoke_link(link=link, because=because, by=by)
    why = "The link was withdrawn."
    stop_mails(kind=REQUEST_LINK_MAIL.name, about_id=link.pk, because=why, by=by)
    return ReportRequestLink.objects.get(pk=link.pk)


def _check_may_go(mail: OutboxMail) -> None:
    """Consent is asked of the record once more when the mail is about to go (C7)."""
    check_link_opens(ReportRequestLink.objects.get(pk=mail.about_id))


def _went(mail: OutboxMail) -> None:
    """The agency has been asked, on the day on which the mail went."""
    link = ReportRequestLink.objects.select_related("request", "professional").get(pk=mail.about_id)
    if link.request.asked_on is None:
        how = f"By a link, to {link.professional.name}"
        on = timezone.localdate()
        mark_asked(request=link.request, asked_on=on, asked_how=how[:120], by=mail.queued_by)


REQUEST_LINK_MAIL = MailKind("request_link", "Link to a request", _check_may_go, _went)
