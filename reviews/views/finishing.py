"""The end of a review: what is missing, and the minutes finalised (C8.1)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from accounts.access import StaffRequest, staff_with
from accounts.forms.base import PortalForm
from accounts.rules.roles import Permission
from reviews import actions
from reviews.models import Review
from reviews.queries.finishing import gap_places, gaps_heading, what_was_carried

from .shell import decided_page, review_behind


@staff_with(Permission.HOLD_REVIEW)
def finish(request: StaffRequest, review_id: UUID) -> HttpResponse:
    """`reviews/<id>/finish/`: what is missing, each with the step where it is said."""
    return _page(request, review_behind(request, review_id), None)


@staff_with(Permission.FINALISE_REVIEW)
@require_POST
def finalise(request: StaffRequest, review_id: UUID) -> HttpResponse:
    """`reviews/<id>/finalise/`: from now on the minutes do not change."""
    review = review_behind(request, review_id)
    form = PortalForm(request.POST)
    if not (
        form.is_valid()
        and form.saves(lambda: actions.finalise_review(review=review, by=request.actor))
    ):
        return _page(request, review, form)
    carried = what_was_carried(review)
    messages.success(request, carried.words)
    if carried.plan is None:
        return redirect("dashboards:child", child_id=review.child_id)
    return redirect("plans:edit", plan_id=carried.plan.pk)


def _page(request: StaffRequest, review: Review, problem: PortalForm | None) -> HttpResponse:
    gaps = gap_places(review)
    told = {
        "gaps": gaps,
        "gaps_heading": gaps_heading(gaps),
        "problem": problem,
        "may_finalise": request.membership.may(Permission.FINALISE_REVIEW),
    }
    return decided_page(request, review, "finish", "reviews/finish.html", told)
