"""Since last time: what became of what people agreed to do (C8.1)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from reviews import actions
from reviews.forms.agreed import LookedAtForm
from reviews.models import Review
from reviews.queries.agreed import is_first_review, to_look_at

from .answers import posted
from .shell import decided_page, lead_to_next, review_behind


@staff_with(Permission.HOLD_REVIEW)
def since(request: StaffRequest, review_id: UUID) -> HttpResponse:
    """`reviews/<id>/since/`: each open action done, carried on or no longer needed."""
    review = review_behind(request, review_id)
    forms = [LookedAtForm(posted(request), record=row) for row in to_look_at(review)]
    if request.method == "POST" and _all_saved(request, review, forms):
        messages.success(request, "Since last time: saved.")
        return lead_to_next(review, "since")
    told = {"forms": forms, "is_first": is_first_review(review)}
    return decided_page(request, review, "since", "reviews/since.html", told)


def _all_saved(request: StaffRequest, review: Review, forms: list[LookedAtForm]) -> bool:
    """Saves each answer by itself: where one meets somebody else's, the others are kept."""
    are_valid = [form.is_valid() for form in forms]
    if not all(are_valid):
        return False
    are_saved = [_saves(request, review, form) for form in forms if form.is_answered]
    return all(are_saved)


def _saves(request: StaffRequest, review: Review, form: LookedAtForm) -> bool:
    return form.saves(
        lambda: actions.look_at_action(review=review, by=request.actor, **form.answer())
    )
