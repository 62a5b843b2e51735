"""Beginning a review, and who is here (C4.1)."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import StaffRequest, staff_with
from accounts.forms.base import PortalForm
from accounts.rules.roles import Permission
from children.access import child_or_404, show
from children.views.answers import said_or_refused, to_page
from reviews.actions.holding import correct_held, hold_review, hold_unplanned
from reviews.actions.people import add_participant, mark_presence, remove_participant
from reviews.forms.people import PersonForm, PresenceForm, presence_lines
from reviews.forms.planning import BeginForm, HeldForm
from reviews.models import Review
from reviews.queries.cycle_to_review import begun, cycle_to_review, planned_review

from .answers import posted
from .shell import decided_page, review_behind, step_page


@staff_with(Permission.HOLD_REVIEW)
def review_hold(request: StaffRequest, child_id: UUID) -> HttpResponse:
    """`reviews/children/<id>/review/hold/`: a review that nobody planned, held right away."""
    child = child_or_404(request, child_id)
    cycle, planned = cycle_to_review(child), planned_review(child)
    if planned is not None:
        return redirect("reviews:review_who", review_id=planned.pk)
    form = BeginForm(posted(request), membership=request.membership)
    if cycle is not None and form.is_valid():
        values = form.cleaned_data
        made = form.makes(
            lambda: hold_unplanned(cycle=cycle, **values, by=request.actor), request.actor
        )
        if made:
            return redirect("reviews:review_who", review_id=made)
    context = {"child": child, "cycle": cycle, "form": form}
    return show(request, "reviews/hold.html", context, children=[child])


@staff_with(Permission.HOLD_REVIEW)
def review_who(request: StaffRequest, review_id: UUID) -> HttpResponse:
    """`reviews/<id>/who/`: begin the review; then who came and who could not."""
    review = review_behind(request, review_id)
    if review.held_on is not None:
        return _who(request, review)
    form = BeginForm(posted(request), membership=request.membership)
    if form.is_valid() and form.makes(
        lambda: hold_review(review=review, **form.cleaned_data, by=request.actor), request.actor
    ):
        return redirect("reviews:review_who", review_id=review.pk)
    return _who(request, review, begin=form)


@staff_with(Permission.HOLD_REVIEW)
def review_held(request: StaffRequest, review_id: UUID) -> HttpResponse:
    """`reviews/<id>/held/`: when and how it was held, put right."""
    review = review_behind(request, review_id)
    form = HeldForm(posted(request), record=review, membership=request.membership)
    if form.is_valid() and form.saves(
        lambda: correct_held(
            review=review,
            **form.values(),
            seen_version=form.cleaned_data["seen_version"],
            by=request.actor,
        )
    ):
        return redirect("reviews:review_who", review_id=review.pk)
    return decided_page(request, review, "who", "reviews/held.html", {"form": form})


@staff_with(Permission.HOLD_REVIEW)
@require_POST
def review_presence(request: StaffRequest, review_id: UUID, participant_id: UUID) -> HttpResponse:
    """`reviews/<id>/who/<id>/`: came, or could not come."""
    review = review_behind(request, review_id)
    participant = get_object_or_404(review.participants, pk=participant_id)
    form = PresenceForm(request.POST, record=participant)
    if form.is_valid() and form.saves(
        lambda: mark_presence(
            participant=participant,
            **form.values(),
            seen_version=form.cleaned_data["seen_version"],
            by=request.actor,
        )
    ):
        return redirect("reviews:review_who", review_id=review.pk)
    return _who(request, review, open_form=form)


@staff_with(Permission.HOLD_REVIEW)
def review_person_add(request: StaffRequest, review_id: UUID) -> HttpResponse:
    """`reviews/<id>/who/add/`: somebody more on the list."""
    review = review_behind(request, review_id)
    form = PersonForm(posted(request), review=review, membership=request.membership)
    if form.is_valid() and form.makes(
        lambda: add_participant(review=review, person=form.person(), by=request.actor),
        request.actor,
    ):
        return redirect("reviews:review_who", review_id=review.pk)
    return step_page(request, review, "who", "reviews/person_add.html", {"form": form})


@staff_with(Permission.HOLD_REVIEW)
@require_POST
def review_person_remove(
    request: StaffRequest, review_id: UUID, participant_id: UUID
) -> HttpResponse:
    """`reviews/<id>/who/<id>/take-off/`: somebody who was wrongly put on the list."""
    review = review_behind(request, review_id)
    participant = get_object_or_404(review.participants, pk=participant_id)
    said = said_or_refused(
        lambda: remove_participant(participant=participant, by=request.actor),
        f"{participant.name} is off the list.",
    )
    return to_page(request, "reviews:review_who", said, review_id=review.pk)


def _who(
    request: StaffRequest,
    review: Review,
    begin: PortalForm | None = None,
    open_form: PresenceForm | None = None,
) -> HttpResponse:
    if begin is None and review.held_on is None:
        begin = BeginForm(membership=request.membership)
    told = {
        "begin": begin,
        "begun": begun(review),
        "lines": presence_lines(review, timezone.localdate(), open_form),
        "form": begin or open_form or PortalForm(),
    }
    return step_page(request, review, "who", "reviews/who.html", told)
