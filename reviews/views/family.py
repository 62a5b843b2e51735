"""Parents' words and the child's own view (C4.1, C8.1)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from reviews.actions.family import add_family_view
from reviews.actions.holding import write_review
from reviews.forms.family import ChildViewForm, FamilyViewForm, NoParentForm
from reviews.models import Review
from reviews.queries.family_words import family_page

from .answers import posted
from .shell import lead_to_next, review_behind, step_page


@staff_with(Permission.HOLD_REVIEW)
def review_family(request: StaffRequest, review_id: UUID) -> HttpResponse:
    """`reviews/<id>/family/`: each parent's own words, and why there are none where nobody spoke."""
    review = review_behind(request, review_id)
    form = NoParentForm(posted(request), record=review)
    if _is_written(request, review, form):
        messages.success(request, "Parents’ words: saved.")
        return redirect("reviews:review_family", review_id=review.pk)
    told = {"page": family_page(review, timezone.localdate()), "form": form}
    return step_page(request, review, "family", "reviews/family.html", told)


@staff_with(Permission.HOLD_REVIEW)
def review_family_add(request: StaffRequest, review_id: UUID, contact_id: UUID) -> HttpResponse:
    """`reviews/<id>/family/<id>/add/`: what one parent says today, added to what they said before."""
    review = review_behind(request, review_id)
    contact = get_object_or_404(review.child.contacts, pk=contact_id)
    form = FamilyViewForm(posted(request), contact=contact)
    if form.is_valid() and form.makes(
        lambda: add_family_view(
            review=review, contact=contact, **form.cleaned_data, by=request.actor
        ),
        request.actor,
    ):
        messages.success(request, f"{contact.name}: kept.")
        return redirect("reviews:review_family", review_id=review.pk)
    told = {"contact": contact, "form": form}
    return step_page(request, review, "family", "reviews/family_add.html", told)


@staff_with(Permission.HOLD_REVIEW)
def review_child(request: StaffRequest, review_id: UUID) -> HttpResponse:
    """`reviews/<id>/child/`: what the child showed or said, and how; or why there is nothing."""
    review = review_behind(request, review_id)
    form = ChildViewForm(posted(request), record=review)
    if _is_written(request, review, form):
        messages.success(request, f"{review.child.called}’s view: saved.")
        return lead_to_next(review, "child")
    return step_page(request, review, "child", "reviews/child_view.html", {"form": form})


def _is_written(request: StaffRequest, review: Review, form: NoParentForm | ChildViewForm) -> bool:
    """Was the form sent, and do its words stand in the review now?"""
    return form.is_valid() and form.saves(
        lambda: write_review(
            review=review,
            values=form.values(),
            seen_version=form.cleaned_data["seen_version"],
            by=request.actor,
        )
    )
