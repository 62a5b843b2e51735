"""What may be issued, and to whom."""

from datetime import date
from uuid import UUID

from accounts.rules.refusal import Refused
from children.models import Child, ParentCarer
from isp_portal.documents.models import (
    CopyChannel,
    DocumentKind,
    IssuedDocument,
    recipients_of,
)
from isp_portal.documents.models.recipients import barred
from plans.models import SupportPlan
from plans.rules.lifecycle import STATE_WORDS, PlanStatus
from reviews.models import Participant, Review
from reviews.policies.people import check_can_invite
from reviews.queries.review_facts import reviewed_plan

BARRED = "This person may not receive copies at present."
"""It names no restriction: it may be read over somebody's shoulder."""


def check_can_issue_plan(plan: SupportPlan, recipient: ParentCarer | None, on: date) -> None:
    """Only a finalised plan is issued, and only to a contact of this child who may have it."""
    if plan.state is not PlanStatus.FINALISED:
        raise Refused(f"{STATE_WORDS[plan.state]}, so no copy can be issued.")
    check_can_receive(plan.child, recipient, on)


def can_issue_plan(plan: SupportPlan) -> bool:
    return plan.state is PlanStatus.FINALISED


def check_can_issue_minutes(review: Review, recipient: ParentCarer | None, on: date) -> None:
    """Minutes are issued once the review is finalised, to a contact of this child who may have them."""
    if not can_issue_minutes(review):
        raise Refused("The review is not finalised yet, so there are no minutes to issue.")
    check_can_receive(review.child, recipient, on)


def can_issue_minutes(review: Review) -> bool:
    return review.is_finalised and review.plan_id is not None


def check_is_the_version(review: Review, version: int) -> None:
    """Nobody corrected the minutes while their PDF was being drawn."""
    if version != 1 + review.corrections.count():
        raise Refused("Somebody has just corrected these minutes. Issue them again.")


def check_same_are_left_out(child: Child, left_out: set[UUID], on: date) -> None:
    """No restriction was set or lifted while the paper was being drawn: it may name or quote somebody."""
    if barred(child.pk, on) != left_out:
        raise Refused("Something changed while this paper was being drawn. Issue it again.")


def check_can_issue_letter(participant: Participant, on: date) -> None:
    """A letter invites somebody on file who may be invited at this very moment, to a review with
    a day: a parent, staff, or an agency whose invitation is consented to (C4.1, C7)."""
    if not participant.is_on_file:
        raise Refused(
            "A letter goes to a parent, to staff or to an agency on file. Tell them another way.",
            "participant",
        )
    check_can_invite(participant, on)
    if reviewed_plan(participant.review) is None:
        raise Refused("The plan is not finalised yet, so there is nothing to review.")


def can_issue_letter(participant: Participant, on: date) -> bool:
    try:
        check_can_issue_letter(participant, on)
    except Refused:
        return False
    return True


def check_can_receive(child: Child, recipient: ParentCarer | None, on: date) -> None:
    """None is the child's file, which may always have a copy."""
    if recipient is not None and recipient not in recipients_of(child, on):
        raise Refused(BARRED, "recipient")


def check_can_give_copy(
    document: IssuedDocument, channel: str, given_on: date, today: date
) -> None:
    """A copy is given on or after the day it was issued, and not to somebody barred since."""
    if document.kind == DocumentKind.REVIEW_LETTER:
        raise Refused("Record on the review’s page that this letter was sent.")
    if document.recipient is None:
        raise Refused("This copy stays in the child’s file. Issue one for the person it goes to.")
    check_can_receive(document.child, document.recipient, today)
    if channel == CopyChannel.LINK:
        raise Refused("A link counts as given by itself, once the parent has opened it.", "channel")
    if channel == CopyChannel.EMAIL and not document.setting.may_email_copies:
        raise Refused("Your setting does not attach copies to emails. Share a link.", "channel")
    if given_on > today:
        raise Refused("This day is still to come. Record it when the copy is given.", "given_on")
    if given_on < document.issued_on:
        raise Refused("This is before the copy was issued.", "given_on")
