"""Planning a review, moving it, and inviting people to it (C4, C4.1)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import StaffRequest, staff_with
from accounts.access.calendar import asked_day, back_to_calendar
from accounts.forms.base import PortalForm
from accounts.rules.roles import Permission
from children.access import child_or_404, note_seen, show
from reviews.actions.invitations import invite_participant
from reviews.actions.planning import move_review, plan_review
from reviews.forms.invitations import InviteForm, invitation_lines
from reviews.forms.planning import MoveForm, PlanForm
from reviews.models import Review
from reviews.queries.calendar_copy import calendar_copy
from reviews.queries.cycle_to_review import cycle_to_review, planned_review
from reviews.rules.calendar_file import FILE_NAME

from .answers import posted
from .shell import review_behind

PLANNED = "The review of {} is planned. Whom to invite stands on its page."
MOVED = "The review of {} is moved. Whoever was invited knows the old date until you invite again."


@staff_with(Permission.HOLD_REVIEW)
def review_plan(request: StaffRequest, child_id: UUID) -> HttpResponse:
    """`reviews/children/<id>/review/plan/`: the day, and then whom to invite."""
    child = child_or_404(request, child_id)
    cycle, planned = cycle_to_review(child), planned_review(child)
    if planned is not None:
        return redirect("reviews:review", review_id=planned.pk)
    form = PlanForm(posted(request), initial=asked_day(request, "planned_on"))
    if cycle is not None and form.is_valid():
        values = form.cleaned_data
        made = form.makes(
            lambda: plan_review(cycle=cycle, **values, by=request.actor), request.actor
        )
        if made:
            back = back_to_calendar(request, values["planned_on"], PLANNED.format(child.called))
            return back or redirect("reviews:review_invitations", review_id=made)
    context = {"child": child, "cycle": cycle, "form": form}
    return show(request, "reviews/plan_review.html", context, children=[child])


@staff_with(Permission.HOLD_REVIEW)
def review_move(request: StaffRequest, review_id: UUID) -> HttpResponse:
    """`reviews/<id>/move/`: another day, and everybody is told again."""
    review = review_behind(request, review_id)
    form = MoveForm(posted(request), record=review, initial=asked_day(request, "planned_on"))
    if form.is_valid() and form.saves(
        lambda: move_review(
            review=review,
            **form.values(),
            seen_version=form.cleaned_data["seen_version"],
            by=request.actor,
        )
    ):
        back = back_to_calendar(
            request, form.cleaned_data["planned_on"], MOVED.format(review.child.called)
        )
        return back or redirect("reviews:review_invitations", review_id=review.pk)
    context = {"review": review, "child": review.child, "cycle": review.cycle, "form": form}
    return show(request, "reviews/move.html", context, children=[review.child])


@staff_with(Permission.HOLD_REVIEW)
def review_invitations(request: StaffRequest, review_id: UUID) -> HttpResponse:
    """`reviews/<id>/invitations/`: everybody, how they can be reached, and who has been told."""
    return _invitations(request, review_behind(request, review_id), PortalForm())


@staff_with(Permission.HOLD_REVIEW)
@require_POST
def review_invite(request: StaffRequest, review_id: UUID, participant_id: UUID) -> HttpResponse:
    """`reviews/<id>/invitations/<id>/`: one press invites one person. A mail is queued here only."""
    review = review_behind(request, review_id)
    participant = get_object_or_404(review.participants, pk=participant_id)
    form = InviteForm(request.POST, record=participant)
    if form.is_valid() and form.saves(
        lambda: invite_participant(
            participant=participant,
            how=form.cleaned_data["how"],
            seen_version=form.cleaned_data["seen_version"],
            by=request.actor,
        )
    ):
        messages.success(request, f"{participant.name}: {form.outcome}.")
        return redirect("reviews:review_invitations", review_id=review.pk)
    return _invitations(request, review, form, participant_id)


def _invitations(
    request: StaffRequest, review: Review, form: PortalForm, refused: UUID | None = None
) -> HttpResponse:
    context = {
        "review": review,
        "child": review.child,
        "lines": invitation_lines(review, timezone.localdate(), request.actor.label),
        "form": form,
        "refused": refused,
    }
    return show(request, "reviews/invitations.html", context, children=[review.child])


@staff_with(Permission.HOLD_REVIEW)
@require_safe
def review_calendar_file(request: StaffRequest, review_id: UUID) -> HttpResponse:
    """`reviews/<id>/calendar-file/`: for one's own calendar. It names no child and no guest."""
    review = review_behind(request, review_id)
    file = calendar_copy(review, timezone.now())
    if file is None:
        raise Http404
    note_seen(request, [review.child])
    response = HttpResponse(file, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    return response
