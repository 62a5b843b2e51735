"""Recording that a copy was given, or why it was not (C3.2, C8.1)."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from children.models import ParentCarer
from isp_portal.documents.models import CopyGiven, CopyNotGiven, IssuedDocument
from isp_portal.documents.policies import check_can_give_copy, check_can_receive
from plans.models import SupportPlan
from reviews.models import Review


@transaction.atomic
def record_copy_given(
    *,
    document: IssuedDocument,
    channel: str,
    language: str,
    given_on: date,
    acknowledged_on: date | None,
    by: Actor,
) -> CopyGiven:
    """This copy reached its recipient (C3.2). Raises `Refused`."""
    check_can_give_copy(document, channel, given_on, timezone.localdate())
    if acknowledged_on and acknowledged_on < given_on:
        raise Refused("This is before the copy was given.", "acknowledged_on")
    return CopyGiven(
        document=document,
        channel=channel,
        language=language,
        given_on=given_on,
        acknowledged_on=acknowledged_on,
    ).record(by=by, why="Copy given")


@transaction.atomic
def record_copy_not_given(
    *, plan: SupportPlan, contact: ParentCarer, because: str, by: Actor
) -> CopyNotGiven:
    """Why this parent does not hold this version (C3.2); a newer reason replaces the older one."""
    return _not_given(plan, None, contact, because, by)


@transaction.atomic
def record_minutes_not_given(
    *, review: Review, contact: ParentCarer, because: str, by: Actor
) -> CopyNotGiven:
    """Why this parent does not hold the minutes (C8.1); a newer reason replaces the older one."""
    if review.plan is None:
        raise Refused("The review is not finalised yet, so there are no minutes to give.")
    return _not_given(review.plan, review, contact, because, by)


def _not_given(
    plan: SupportPlan, review: Review | None, contact: ParentCarer, because: str, by: Actor
) -> CopyNotGiven:
    today = timezone.localdate()
    check_can_receive(plan.child, contact, today)
    rows = CopyNotGiven.objects.filter(plan=plan, review=review)
    row = rows.filter(contact=contact).first()
    row = row or CopyNotGiven(plan=plan, review=review, contact=contact)
    row.because, row.recorded_on = because, today
    return row.record(by=by, why="Copy not given")
