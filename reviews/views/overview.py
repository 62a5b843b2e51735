"""The review's own page: planned, being held, or finalised as its minutes (C4, C8.1)."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children.access import show
from reviews.policies.planning import can_move
from reviews.queries.agenda import agenda_of
from reviews.queries.agenda_page import agenda_rows
from reviews.queries.finishing import what_was_carried
from reviews.queries.minutes import minutes_of

from .shell import review_behind, when_words


@staff_with(Permission.VIEW_PLANS)
def review(request: StaffRequest, review_id: UUID) -> HttpResponse:
    """`reviews/<id>/`"""
    found, today = review_behind(request, review_id), timezone.localdate()
    may_hold = request.membership.may(Permission.HOLD_REVIEW)
    agenda = agenda_of(found, today)
    context = {
        "review": found,
        "child": found.child,
        "agenda": agenda,
        "rows": () if found.is_finalised else agenda_rows(found, agenda, today),
        "when_words": when_words(found),
        "minutes": minutes_of(found),
        "following": what_was_carried(found).plan if found.is_finalised else None,
        "go_on": next((item for item in agenda.items if not item.is_done), None),
        "may_hold": may_hold and not found.is_finalised,
        "may_move": may_hold and can_move(found, today),
        "may_issue": request.membership.may(Permission.ISSUE_DOCUMENT),
    }
    return show(request, "reviews/review.html", context, children=[found.child])
