"""What may be issued, and to whom."""

from datetime import date

from accounts.rules.refusal import Refused
from children.models import ParentCarer
from isp_portal.documents.models import IssuedDocument, recipients_of
from plans.models import SupportPlan
from plans.rules.lifecycle import STATE_WORDS, PlanStatus


def check_can_issue_plan(plan: SupportPlan, recipient: ParentCarer | None, on: date) -> None:
    """Only a finalised plan is issued, and only to a contact of this child who may have it.

    The refusal names no restriction: it may be read over somebody's shoulder.
    """
    if plan.state is not PlanStatus.FINALISED:
        raise Refused(f"{STATE_WORDS[plan.state]}, so no copy can be issued.")
    check_can_receive(plan, recipient, on)


def check_can_receive(plan: SupportPlan, recipient: ParentCarer | None, on: date) -> None:
    """None is the child's file, which may always have a copy."""
    if recipient is None:
        return
    if recipient not in recipients_of(plan.child, on):
        raise Refused("This person may not receive copies at present.", "recipient")


def can_issue_plan(plan: SupportPlan) -> bool:
    return plan.state is PlanStatus.FINALISED


def check_can_give_copy(document: IssuedDocument, given_on: date, today: date) -> None:
    """A copy is given on or after the day it was issued, and not to somebody barred since."""
    if document.recipient is None:
        raise Refused("This copy stays in the child’s file. Issue one for the person it goes to.")
    check_can_receive(document.plan, document.recipient, today)
    if given_on > today:
        raise Refused("This day is still to come. Record it when the copy is given.", "given_on")
    if given_on < document.issued_on:
        raise Refused("This is before the copy was issued.", "given_on")
