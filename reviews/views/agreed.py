"""The actions that people agree on: who does what, by when (C8.1)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children.views.answers import said_or_refused
from reviews import actions
from reviews.forms.agreed import AgreeActionForm, ChangeActionForm
from reviews.models import AgreedAction
from reviews.queries.agreed import actions_of, staff_names

from .answers import posted
from .shell import decided_page, review_behind


@staff_with(Permission.HOLD_REVIEW)
def review_actions(request: StaffRequest, review_id: UUID) -> HttpResponse:
    """`reviews/<id>/actions/`: the list, and one more."""
    review = review_behind(request, review_id)
    form = AgreeActionForm(posted(request))
    if form.is_valid() and form.makes(
        lambda: actions.agree_action(review=review, by=request.actor, **form.cleaned_data),
        by=request.actor,
    ):
        messages.success(request, "Agreed. Add another, or go on.")
        return redirect("reviews:review_actions", review_id=review.pk)
    told = {"form": form, "agreed": actions_of(review), "staff": staff_names(review)}
    return decided_page(request, review, "actions", "reviews/actions.html", told)


@staff_with(Permission.HOLD_REVIEW)
def action_change(request: StaffRequest, action_id: UUID) -> HttpResponse:
    """`reviews/actions/<id>/change/`"""
    action = _action_behind(request, action_id)
    form = ChangeActionForm(posted(request), record=action)
    if form.is_valid() and form.saves(
        lambda: actions.change_action(action=action, by=request.actor, **form.cleaned_data)
    ):
        return redirect("reviews:review_actions", review_id=action.review_id)
    told = {"form": form, "action": action, "staff": staff_names(action.review)}
    return decided_page(request, action.review, "actions", "reviews/action_change.html", told)


@staff_with(Permission.HOLD_REVIEW)
@require_POST
def action_take_off(request: StaffRequest, action_id: UUID) -> HttpResponse:
    """`reviews/actions/<id>/take-off/`"""
    action = _action_behind(request, action_id)
    said = said_or_refused(
        lambda: actions.take_off_action(action=action, by=request.actor), "Taken off the list."
    )
    messages.success(request, said)
    return redirect("reviews:review_actions", review_id=action.review_id)


def _action_behind(request: StaffRequest, action_id: UUID) -> AgreedAction:
    """The door to one action: when its child is theirs to see, else 404."""
    rows = AgreedAction.objects.visible_to(request.membership)
    needed = ("review__cycle", "review__child__setting", "review__plan")
    return get_object_or_404(rows.select_related(*needed), pk=action_id)
