"""The list of reviews: what is due, booked, held and running."""

from django.http import HttpResponse
from django.utils import timezone

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children.access import show
from reviews.queries.listing import reviews_listed


@staff_with(Permission.VIEW_PLANS)
def reviews(request: StaffRequest) -> HttpResponse:
    """`reviews/`: every review of the children in somebody's care, by its state (C4)."""
    today = timezone.localdate()
    sections = reviews_listed(request.membership, today)
    context = {
        "sections": sections,
        "today": today,
        "may_hold": request.membership.may(Permission.HOLD_REVIEW),
        "sees_all": request.membership.may(Permission.VIEW_ALL_CHILDREN),
        "may_agree_date": request.membership.may(Permission.FINALISE_PLAN),
    }
    children = [row.child for section in sections for row in section.rows]
    return show(request, "reviews/reviews.html", context, children=children)
