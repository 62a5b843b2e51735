"""A letter to an agency by email: queued with consent, asked again when it goes, then kept (C6.1, C7).

The mail names no child: it gives initials, and the link behind which the professional finds the name
and answers. Once it went, the agency counts as asked, or as chased.
"""

from django.db import transaction
from django.utils import timezone

from accounts.actions.links import check_link_opens
from accounts.actions.outbox import MailKind, queue_mail, written
from accounts.models import OutboxMail
from accounts.rules.actor import Actor
from accounts.rules.outbox import Letter
from accounts.rules.refusal import Refused
from agencies.models import Professional, ReportRequest, ReportRequestLink, StepKind
from agencies.policies import check_can_email, check_can_write
from agencies.queries.chase import LETTER_MAIL
from agencies.rules.letters import TITLES, answer_by, asks
from children.policies import check_can_change
from children.rules.initials import initials

from .request import add_step, held_request
from .request_link import make_request_link

TO_COME = "(Here stands the link, which is made when the letter goes.)"


def letter_mail(
    request: ReportRequest, professional: Professional, by: Actor, address: str = TO_COME
) -> Letter:
    """What the mail says, as it would go now: subject, text and HTML, no child's name in any.

    `address` is of the link behind which the name, the consent and the way to answer are.
    """
    today, kind = timezone.localdate(), request.letter_kind
    words = {
        "request": request,
        "setting": request.child.setting,
        "professional": professional,
        "initials": initials(request.child.legal_name),
        "title": TITLES[kind],
        "asks": asks(kind, "the child"),
        "number": request.next_letter,
        "answer_by": answer_by(today),
        "address": address,
        "by": by.label,
    }
    return written("emails/agency_letter", words)


@transaction.atomic
def email_letter(*, request: ReportRequest, professional: Professional, by: Actor) -> OutboxMail:
    """Queues the next letter about a request, with a link to it. Pressed twice, one mail goes.

    `Refused` without consent at this very moment (C7), for a closed request, (professional) for
    somebody who does not work there, or who has no email.
    """
    request = held_request(request)
    check_can_email(request, professional)
    number = request.next_letter
    waiting = OutboxMail.objects.waiting().filter(kind=LETTER_MAIL, about_id=request.pk)
    told = {"number": number, "professional": str(professional.pk)}
    for mail in waiting:
        if told.items() <= mail.told.items() and mail.to == professional.email:
            return mail
    link, address = make_request_link(request=request, professional=professional, by=by)
    return queue_mail(
        setting=request.child.setting,
        kind=LETTER_MAIL,
        about_id=request.pk,
        to=professional.email,
        reply_to=request.child.setting.email,
        letter=letter_mail(request, professional, by, address),
        told={**told, "link": str(link.pk)},
        by=by,
    )


def _check_may_go(mail: OutboxMail) -> None:
    """The mail is about to go: is there consent still, and is it still this letter's turn?"""
    request = ReportRequest.objects.select_related("child", "agency").get(pk=mail.about_id)
    check_can_change(request.child)
    check_can_write(request)
    if request.next_letter != mail.told["number"]:
        raise Refused("The agency was asked in another way before it could go.")
    professional = Professional.objects.get(pk=mail.told["professional"])
    if professional.email != mail.to or professional.ended_on:
        raise Refused("Their address was changed before it could go.")
    check_link_opens(ReportRequestLink.objects.get(pk=mail.told["link"]))


def _went(mail: OutboxMail) -> None:
    """It went: so the agency was asked, or chased, on that day, whatever has changed since."""
    assert mail.sent_at is not None  # it is marked as sent first
    stored = ReportRequest.objects.select_for_update(of=("self",)).get(pk=mail.about_id)
    on = timezone.localdate(mail.sent_at)
    how = f"Letter {mail.told['number']} by email to {mail.to}"[:120]
    if stored.asked_on is None:
        stored.asked_on, stored.asked_how = on, how
        stored.record(by=mail.queued_by, why="Asked by email")
    else:
        add_step(stored, mail.queued_by, "Chased", kind=StepKind.CHASED, done_on=on, how=how)


AGENCY_LETTER = MailKind(LETTER_MAIL, "Letter to an agency", _check_may_go, _went)
