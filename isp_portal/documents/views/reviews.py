"""The papers of a review: letters before it, minutes after it, and notes that correct them."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children.access import note_seen, show
from isp_portal.documents import actions, queries
from isp_portal.documents.access import review_or_404
from isp_portal.documents.forms import (
    CopyNotGivenForm,
    CorrectMinutesForm,
    LetterForm,
    MinutesAnswerForm,
    RecipientForm,
    named_apart,
)
from isp_portal.documents.models import recipients_of
from isp_portal.documents.paper import minutes_print_view
from isp_portal.documents.policies import can_issue_letter, can_issue_minutes
from reviews.actions.minutes import answer_minutes, correct_minutes
from reviews.queries.review_people import may_take_part

from .answers import issued_by, print_page


@staff_with(Permission.ISSUE_DOCUMENT)
def minutes(request: StaffRequest, review_id: UUID) -> HttpResponse:
    """`papers/reviews/<review>/`: the minutes for the file and for each parent, and who holds them."""
    review, today = review_or_404(request, review_id), timezone.localdate()
    recipients = recipients_of(review.child, today)
    form = RecipientForm(request.POST if request.method == "POST" else None, recipients=recipients)
    document, failed = issued_by(
        form,
        lambda: actions.issue_minutes(
            review=review, recipient=form.cleaned_data["recipient"], by=request.actor
        ),
    )
    if document:
        return redirect("documents:document", document_id=document.pk)
    standing = queries.minutes_standing(review, today)
    page = {
        "review": review,
        "child": review.child,
        "form": form,
        "failed": failed,
        "may_issue": can_issue_minutes(review),
        "readers": queries.readers(recipients),
        "answers": list(review.answers.select_related("contact")),
        "may_answer": request.membership.may(Permission.HOLD_REVIEW),
        "may_correct": review.is_finalised and request.membership.may(Permission.FINALISE_REVIEW),
        "standing": standing,
        "waiting": [name for _, name in named_apart(standing.waiting)],
    }
    return show(request, "documents/minutes.html", page, children=[review.child])


@staff_with(Permission.ISSUE_DOCUMENT)
@require_GET
def minutes_print(request: StaffRequest, review_id: UUID) -> HttpResponse:
    """`papers/reviews/<review>/print/`: the file's copy as a page, for when no PDF can be made."""
    review = review_or_404(request, review_id, finalised=True)
    html = minutes_print_view(queries.minutes_facts(review, None, timezone.localdate()))
    note_seen(request, [review.child])
    return print_page(html)


@staff_with(Permission.ISSUE_DOCUMENT)
def minutes_not_given(request: StaffRequest, review_id: UUID) -> HttpResponse:
    """`papers/reviews/<review>/not-given/`: why a parent holds no copy of the minutes."""
    review = review_or_404(request, review_id, finalised=True)
    form = CopyNotGivenForm(
        request.POST if request.method == "POST" else None,
        waiting=list(queries.minutes_standing(review, timezone.localdate()).waiting),
    )
    if form.is_valid() and form.saves(
        lambda: actions.record_minutes_not_given(
            review=review, **form.cleaned_data, by=request.actor
        )
    ):
        return redirect("documents:minutes", review_id=review.pk)
    page = {"review": review, "child": review.child, "form": form}
    return show(request, "documents/minutes_not_given.html", page, children=[review.child])


@staff_with(Permission.FINALISE_REVIEW)
def minutes_correct(request: StaffRequest, review_id: UUID) -> HttpResponse:
    """`papers/reviews/<review>/correct/`: a dated note beside finalised minutes, which stay as they are."""
    review = review_or_404(request, review_id, finalised=True)
    form = CorrectMinutesForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and form.makes(
        lambda: correct_minutes(review=review, **form.cleaned_data, by=request.actor),
        request.actor,
    ):
        return redirect("documents:minutes", review_id=review.pk)
    page = {
        "review": review,
        "child": review.child,
        "form": form,
        "notes": list(review.corrections.all()),
    }
    return show(request, "documents/minutes_correct.html", page, children=[review.child])


@staff_with(Permission.HOLD_REVIEW)
def minutes_answer(request: StaffRequest, review_id: UUID) -> HttpResponse:
    """`papers/reviews/<review>/answer/`: a parent's agreement or objection, in their words."""
    review = review_or_404(request, review_id, finalised=True)
    form = MinutesAnswerForm(
        request.POST if request.method == "POST" else None,
        parents=may_take_part(review.child, timezone.localdate()),
    )
    if form.is_valid() and form.makes(
        lambda: answer_minutes(review=review, **form.cleaned_data, by=request.actor),
        request.actor,
    ):
        return redirect("documents:minutes", review_id=review.pk)
    page = {"review": review, "child": review.child, "form": form}
    return show(request, "documents/minutes_answer.html", page, children=[review.child])


@staff_with(Permission.ISSUE_DOCUMENT)
def review_letter(request: StaffRequest, review_id: UUID) -> HttpResponse:
    """`papers/reviews/<review>/letter/`: a letter that invites, for each who may be invited."""
    review, today = review_or_404(request, review_id), timezone.localdate()
    invited = [one for one in queries.letter_readers(review) if can_issue_letter(one, today)]
    form = LetterForm(request.POST if request.method == "POST" else None, participants=invited)
    document, failed = issued_by(
        form,
        lambda: actions.issue_review_letter(
            participant=form.cleaned_data["participant"], by=request.actor
        ),
    )
    if document:
        return redirect("documents:document", document_id=document.pk)
    page = {
        "review": review,
        "child": review.child,
        "form": form,
        "failed": failed,
        "documents": queries.letters_of(review),
        "readers": queries.readers(one.contact for one in invited if one.contact),
    }
    return show(request, "documents/review_letter.html", page, children=[review.child])
