"""A line under review: what was seen, the verdict, and what comes next (C5, C5.1, C6)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils import timezone

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from plans.models import Target
from reviews import actions
from reviews.forms.verdict import VerdictForm, verdict_form
from reviews.models import Review
from reviews.queries.line_page import decided_lines, what_we_saw
from reviews.queries.next_steps import earlier_of, offered_for, reports_held, verdict_on
from reviews.queries.review_facts import LineUnderReview
from reviews.queries.reviewed import reviewed_lines
from reviews.rules.verdicts import asks_for_advice

from .answers import posted
from .shell import decided_page, lead_to_next, review_behind


@staff_with(Permission.HOLD_REVIEW)
def line(request: StaffRequest, review_id: UUID, line_key: UUID) -> HttpResponse:
    """`reviews/<id>/lines/<key>/`: one strategy or target."""
    review = review_behind(request, review_id)
    under = _line_or_404(review, line_key)
    form = _form(request, review, under)
    if form.is_valid() and form.saves(
        lambda: actions.give_verdict(
            review=review,
            line_key=line_key,
            seen_version=form.cleaned_data["seen_version"],
            by=request.actor,
            **form.values(),
        )
    ):
        messages.success(request, f"{under.name}: {form.said}. Saved.")
        return lead_to_next(review, f"line-{line_key}")
    return decided_page(
        request, review, f"line-{line_key}", "reviews/line.html", _told(review, under, form)
    )


def _line_or_404(review: Review, line_key: UUID) -> LineUnderReview:
    found = next((one for one in reviewed_lines(review) if one.key == line_key), None)
    if found is None:
        raise Http404
    return found


def _form(request: StaffRequest, review: Review, under: LineUnderReview) -> VerdictForm:
    kept = verdict_on(review, under)
    return verdict_form(
        posted(request),
        record=kept,
        line=under.row,
        offered=offered_for(review, under, kept, timezone.localdate()),
        reports=reports_held(review),
    )


def _told(review: Review, under: LineUnderReview, form: VerdictForm) -> dict[str, Any]:
    today = timezone.localdate()
    earlier = earlier_of(review, under)
    return {
        "line": under,
        "is_target": isinstance(under.row, Target),
        "form": form,
        "saw": what_we_saw(review, under, today),
        "last": earlier.last,
        "asks_for_advice": asks_for_advice(earlier.not_achieved + 1),
        "others": decided_lines(review, under),
        "today": today,
    }
