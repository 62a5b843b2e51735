"""Issuing the letter that invites somebody to a review (C4.1)."""

from dataclasses import replace

from django.utils import timezone

from accounts.rules.actor import Actor
from isp_portal.documents.models import DocumentKind, IssuedDocument
from isp_portal.documents.models.recipients import barred
from isp_portal.documents.paper import LETTER_LOOK, draw_letter
from isp_portal.documents.policies import check_can_issue_letter, check_same_are_left_out
from isp_portal.documents.queries import letter_facts, name_on_letter
from reviews.models import Participant, Review
from reviews.queries.review_facts import reviewed_plan

from .keeping import Paper, issue


def issue_review_letter(*, participant: Participant, by: Actor) -> IssuedDocument:
    """Freezes the letter that invites this parent, colleague or agency and keeps the PDF (C4, C4.1).

    As long as day, time, place and people are the same, so is the letter; once they change, the
    next letter says that it replaces the last. It does not mark anybody as invited. Raises
    `Refused` without a planned day, once the review is held, for somebody barred and for an agency
    whose invitation is not consented to (C7); `RenderFailed` when no PDF can be made.
    """
    today = timezone.localdate()
    check_can_issue_letter(participant, today)
    review, plan = participant.review, reviewed_plan(participant.review)
    assert plan is not None  # the policy asked
    left_out = barred(review.child_id, today)
    name = name_on_letter(participant)
    letters = IssuedDocument.objects.letters_to(participant, name)
    says = letter_facts(participant, plan, letters.first(), today)

    def check() -> None:
        Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
        now = Participant.objects.select_related("review", "contact", "membership", "agency").get(
            pk=participant.pk
        )
        check_can_issue_letter(now, today)
        check_same_are_left_out(review.child, left_out, today)

    paper = Paper(
        kind=DocumentKind.REVIEW_LETTER,
        plan=plan,
        review=review,
        version=says.number,
        recipient=participant.contact,
        recipient_name=name,
        facts=says,
        look=LETTER_LOOK,
        draw=lambda: draw_letter(says),
        check=check,
        before=letters[:1],
        as_on=lambda held: replace(
            says, issued_on=held.issued_on, number=held.number, follows=held.follows
        ),
    )
    return issue(paper, by)
