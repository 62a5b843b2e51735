"""Issuing the minutes of a review (C8.1)."""

from dataclasses import replace

from django.utils import timezone

from accounts.rules.actor import Actor
from children.models import ParentCarer
from isp_portal.documents.models import DocumentKind, IssuedDocument
from isp_portal.documents.models.recipients import barred
from isp_portal.documents.paper import MINUTES_LOOK, draw_minutes
from isp_portal.documents.policies import (
    check_can_issue_minutes,
    check_is_the_version,
    check_same_are_left_out,
)
from isp_portal.documents.queries import minutes_facts
from reviews.models import Review

from .keeping import Paper, issue


def issue_minutes(*, review: Review, recipient: ParentCarer | None, by: Actor) -> IssuedDocument:
    """Freezes the minutes for this recipient (None: the child's file) and keeps the PDF (C8.1).

    Version 1 plus one for each correction. The same facts issued again give the copy that was
    issued before. Raises `Refused` before the review is finalised and for somebody who may not
    receive copies, `RenderFailed` when no PDF can be made; then nothing is kept.
    """
    today = timezone.localdate()
    check_can_issue_minutes(review, recipient, today)
    left_out = barred(review.child_id, today)
    says = minutes_facts(review, recipient, today)
    assert review.plan is not None  # a finalised review names the version that it reviewed

    def check() -> None:
        held = Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
        check_can_issue_minutes(held, recipient, today)
        check_is_the_version(held, says.version)
        check_same_are_left_out(held.child, left_out, today)

    paper = Paper(
        kind=DocumentKind.MINUTES,
        plan=review.plan,
        review=review,
        version=says.version,
        recipient=recipient,
        facts=says,
        look=MINUTES_LOOK,
        draw=lambda: draw_minutes(says),
        check=check,
        before=IssuedDocument.objects.minutes_of(review).for_recipient(recipient),
        as_on=lambda held: replace(says, issued_on=held.issued_on),
    )
    return issue(paper, by)
