"""The story of a child on a page of its own, and to print."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children.access import child_or_404, show
from children.models import Child
from isp_portal.dashboards.forms.story import StoryForm
from isp_portal.dashboards.queries.story import ROWS_PER_PAGE, kinds_for
from isp_portal.dashboards.queries.story import story as story_of

MOST_PRINTED = 1000


@staff_with(Permission.VIEW_CHILDREN)
def story(request: StaffRequest, child_id: UUID) -> HttpResponse:
    """`children/<id>/story/?kind=plans&since=1 9 26&until=…&page=…`: 200 to a page, newest first."""
    child = child_or_404(request, child_id)
    context = _story(request, child, ROWS_PER_PAGE, request.GET.get("page", 1))
    return show(request, "dashboards/story.html", context, children=[child])


@staff_with(Permission.VIEW_CHILDREN)
def story_print(request: StaffRequest, child_id: UUID) -> HttpResponse:
    """`children/<id>/story/print/?…`: the same in one table, up to a thousand."""
    child = child_or_404(request, child_id)
    context = _story(request, child, MOST_PRINTED, 1)
    chosen = context["chosen"]
    context |= {
        "today": timezone.localdate(),
        "left_out": context["story"].found > MOST_PRINTED,
        "chosen_words": chosen.words if chosen else "Everything that happened",
    }
    return show(request, "dashboards/story_print.html", context, children=[child])


def _story(request: StaffRequest, child: Child, per_page: int, number: Any) -> dict[str, Any]:
    kinds = kinds_for(request.membership)
    form = StoryForm(request.GET, kinds=kinds)
    wanted = form.wanted()
    found = story_of(
        child,
        request.membership,
        today=timezone.localdate(),
        number=number,
        per_page=per_page,
        **wanted,
    )
    return {
        "child": child,
        "story": found,
        "form": form,
        "kinds": kinds,
        "chosen": wanted["kind"],
        "query": form.query("kind", "since", "until"),
        "kept": form.query("since", "until"),
    }
