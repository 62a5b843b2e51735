"""One thing for several children of the register, looked at first and told row by row."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from accounts.access import StaffRequest, staff_with
from accounts.actions.several import Told, each_rehearsed, each_told
from accounts.forms.fields import read_uuid
from accounts.models import Batch
from accounts.rules.batch import AT_ONCE
from accounts.rules.roles import Permission
from children.access import show
from children.actions import assign_key_person
from children.actions.key_people_several import assign_key_people
from children.models import Child
from isp_portal.dashboards.forms.several import KeyPersonSeveralForm, ReviewsSeveralForm
from isp_portal.dashboards.queries.several import (
    children_chosen,
    cycles_to_plan,
    days_offered,
    key_person_rows,
    review_rows,
)
from reviews.actions.planning import plan_review
from reviews.actions.planning_several import plan_reviews

LOOK, DO = "look", "do"
"""What the two buttons of the page send; the register sends neither."""


@staff_with(Permission.ASSIGN_KEY_PERSON)
def key_person_several(request: StaffRequest) -> HttpResponse:
    """`children/several/key-person/`: one key person for all who are ticked."""
    today = timezone.localdate()
    children = children_chosen(request.membership, chosen_ids(request), today)
    form = KeyPersonSeveralForm(posted(request), membership=request.membership)
    waits = in_steps(
        request,
        form,
        lambda: form.chosen,
        lambda: assign_key_people(
            children=form.chosen,
            member=form.cleaned_data["member"],
            from_on=form.cleaned_data["from_on"],
            by=request.actor,
        ),
    )
    if waits:
        return waits
    told = tell(
        request,
        form,
        lambda child: assign_key_person(
            child=child,
            member=form.cleaned_data["member"],
            is_second=False,
            from_on=form.cleaned_data["from_on"],
            by=request.actor,
        ),
        of=lambda: form.chosen,
    )
    rows = key_person_rows(children, told)
    return answer(request, "dashboards/key_person_several.html", form, rows, told)


@staff_with(Permission.HOLD_REVIEW)
def reviews_several(request: StaffRequest) -> HttpResponse:
    """`children/several/reviews/`: a day for the review of each who is ticked (C4)."""
    today = timezone.localdate()
    children = children_chosen(request.membership, chosen_ids(request), today)
    cycles = cycles_to_plan(children)
    form = ReviewsSeveralForm(
        posted(request), membership=request.membership, offered=days_offered(cycles, today)
    )
    waits = in_steps(
        request,
        form,
        lambda: form.with_a_day(cycles),
        lambda: plan_reviews(
            setting=request.membership.setting,
            cycles=[cycles[child.pk] for child in form.with_a_day(cycles)],
            days=form.days,
            planned_time=form.cleaned_data["planned_time"],
            place=form.cleaned_data["place"],
            outside_window_because=form.cleaned_data["outside_window_because"],
            by=request.actor,
        ),
    )
    if waits:
        return waits
    told = tell(
        request,
        form,
        lambda child: plan_review(
            cycle=cycles[child.pk],
            planned_on=form.days[child.pk],
            planned_time=form.cleaned_data["planned_time"],
            place=form.cleaned_data["place"],
            outside_window_because=form.cleaned_data["outside_window_because"],
            by=request.actor,
        ),
        of=lambda: form.with_a_day(cycles),
    )
    rows = review_rows(children, cycles, told, form, today)
    return answer(request, "dashboards/reviews_several.html", form, rows, told)


def in_steps(
    request: StaffRequest, form: Any, of: Callable[[], list[Child]], start: Callable[[], Batch]
) -> HttpResponse | None:
    """On to the work of the worker, where there are more than are done while somebody waits."""
    if request.POST.get("step") != DO or not form.is_valid() or len(of()) <= AT_ONCE:
        return None
    batch = form.makes(start, request.actor)
    return redirect("dashboards:batch", batch_id=batch) if batch else None


def posted(request: StaffRequest) -> Any:
    """What was filled in on this page; coming from the register, nothing was yet."""
    return request.POST if request.POST.get("step") in (LOOK, DO) else None


def chosen_ids(request: StaffRequest) -> list[UUID]:
    """Those who are ticked; an id that is none is left out."""
    read = (read_uuid(value) for value in request.POST.getlist("child"))
    return [key for key in read if key is not None]


def tell(
    request: StaffRequest,
    form: Any,
    do: Callable[[Child], Any],
    *,
    of: Callable[[], list[Child]],
) -> list[Told]:
    """Rehearsed or done, by the button that was pressed; nothing while the form is not right."""
    if not form.is_valid():
        return []
    if request.POST["step"] == LOOK:
        return each_rehearsed(of(), do, by=request.actor)
    return each_told(of(), do, mark=form.mark, by=request.actor)


def answer(
    request: StaffRequest, template: str, form: Any, rows: list[Any], told: list[Told]
) -> HttpResponse:
    """Back to the register once everything is done; else the page, with what came of each."""
    done = sum(one.is_done for one in told)
    is_done = request.POST.get("step") == DO and bool(told)
    if is_done and done == len(told):
        said = "One child is" if done == 1 else f"{done} children are"
        messages.success(request, f"{said} done.")
        return redirect("dashboards:children")
    context = {
        "form": form,
        "rows": rows,
        "told": told,
        "done": done,
        "refused": len(told) - done,
        "is_done": is_done,
    }
    return show(request, template, context, children=[row.child for row in rows])
