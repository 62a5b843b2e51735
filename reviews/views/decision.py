"""What the review decides, and when the next one is (C4, C6.1)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils import timezone

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from reviews import actions
from reviews.forms.decision import DecisionForm, NextReviewForm
from reviews.queries.decision_page import (
    agencies_to_choose,
    all_achieved_now,
    consent_words,
    involved_agencies,
)
from reviews.queries.next_review import next_offered

from .answers import posted
from .shell import decided_page, lead_to_next, review_behind


@staff_with(Permission.HOLD_REVIEW)
def decision(request: StaffRequest, review_id: UUID) -> HttpResponse:
    """`reviews/<id>/decision/`: continue, adapt, step up or down, close, or discuss an EHC assessment."""
    review, today = review_behind(request, review_id), timezone.localdate()
    achieved = all_achieved_now(review, today)
    form = DecisionForm(
        posted(request),
        record=review,
        agencies=agencies_to_choose(review),
        involved=involved_agencies(review, today),
        achieved=achieved,
    )
    if form.is_valid() and form.saves(
        lambda: actions.decide(
            review=review,
            values=form.values(),
            seen_version=form.cleaned_data["seen_version"],
            by=request.actor,
        )
    ):
        messages.success(request, "Decision: saved.")
        return lead_to_next(review, "decision")
    asked = review.step_up_to
    told = {
        "form": form,
        "achieved": achieved,
        "step_up_consent": consent_words(review, asked, today) if asked else "",
    }
    return decided_page(request, review, "decision", "reviews/decision.html", told)


@staff_with(Permission.HOLD_REVIEW)
def next_review(request: StaffRequest, review_id: UUID) -> HttpResponse:
    """`reviews/<id>/next/`: the day that the next cycle offers, or another with a reason."""
    review, today = review_behind(request, review_id), timezone.localdate()
    offered = next_offered(review, today)
    initial = {"next_review_on": review.next_review_on or offered.on}
    form = NextReviewForm(posted(request), record=review, initial=initial)
    if form.is_valid() and form.saves(
        lambda: actions.set_next_review(review=review, by=request.actor, **form.cleaned_data)
    ):
        messages.success(request, "Next review: saved.")
        return lead_to_next(review, "next")
    told = {"form": form, "offered": offered}
    return decided_page(request, review, "next", "reviews/next_review.html", told)
