"""Choosing who looks after a child."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children import actions
from children.access import child_or_404, show
from children.forms.people import KeyPersonForm, LastDayForm
from children.queries.record_pages import key_people_rows

from .answers import posted, to_child, to_page


@staff_with(Permission.ASSIGN_KEY_PERSON)
def key_person(request: StaffRequest, child_id: Any) -> HttpResponse:
    """`children/…/key-person/`: who looks after the child, and who is to."""
    child = child_or_404(request, child_id)
    form = KeyPersonForm(posted(request), membership=request.membership)
    if form.is_valid() and form.saves(
        lambda: actions.assign_key_person(child=child, **form.values(), by=request.actor)
    ):
        member = form.cleaned_data["member"]
        return to_child(request, child, f"{member} looks after {child.called}.")
    context = {"child": child, "form": form, "assignments": key_people_rows(child)}
    return show(request, "children/key_person.html", context, children=[child])


@staff_with(Permission.ASSIGN_KEY_PERSON)
def key_person_end(request: StaffRequest, child_id: Any, assignment_id: Any) -> HttpResponse:
    """`children/…/key-person/…/end/`: the last day of an assignment."""
    child = child_or_404(request, child_id)
    assignment = get_object_or_404(child.key_people, pk=assignment_id)
    form = LastDayForm(posted(request))
    if form.is_valid() and form.saves(
        lambda: actions.end_key_person(assignment=assignment, **form.cleaned_data, by=request.actor)
    ):
        return to_page(request, "children:key_person", "The last day is saved.", child_id=child.pk)
    context = {"child": child, "form": form, "assignment": assignment}
    return show(request, "children/key_person_end.html", context, children=[child])
