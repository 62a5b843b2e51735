"""Adding a child."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children import actions
from children.forms.child import ChildForm


@staff_with(Permission.ADD_CHILD)
def add(request: StaffRequest) -> HttpResponse:
    """`children/add/`: a few fields, then the child's page."""
    form = ChildForm(
        request.POST if request.method == "POST" else None, membership=request.membership
    )
    if form.is_valid():
        child = actions.add_child(
            setting=request.membership.setting,
            added_by=request.membership,
            values=form.cleaned_data,
            by=request.actor,
        )
        return redirect("dashboards:child", child_id=child.pk)
    return render(request, "children/add.html", {"form": form})
