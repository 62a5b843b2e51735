"""Printing for several children of the register: looked at first, made by the worker, then taken."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from accounts.access import StaffRequest, staff_with
from accounts.models import Membership
from accounts.rules.roles import Permission
from children.access import show
from isp_portal.dashboards.forms.several import PrintSeveralForm
from isp_portal.dashboards.queries.several import children_chosen, print_rows
from isp_portal.documents.actions.pack import print_papers
from isp_portal.documents.models import PackOf

from .several import DO, chosen_ids, posted


@staff_with(Permission.ISSUE_DOCUMENT)
def print_several(request: StaffRequest) -> HttpResponse:
    """`children/several/print/`: one file with a paper of each who is ticked (C3.2, C8, C8.1)."""
    membership, today = request.membership, timezone.localdate()
    children = children_chosen(membership, chosen_ids(request), today)
    form = PrintSeveralForm(
        posted(request), membership=membership, offered=may_be_printed(membership)
    )
    of, issue_missing = form.seen
    rows = print_rows(children, of, today, may_issue=issue_missing)
    ready = [row.child for row in rows if row.told and row.told.is_done]
    if request.POST.get("step") == DO and form.is_valid() and form.has_any(ready):
        made = form.makes(
            lambda: print_papers(
                membership=membership,
                children=[child for child in form.chosen if child in ready],
                of=PackOf(form.cleaned_data["of"]),
                monday=form.cleaned_data["monday"],
                issue_missing=form.cleaned_data["issue_missing"],
                two_sided=form.cleaned_data["two_sided"],
                by=request.actor,
            ),
            request.actor,
        )
        if made:
            return redirect("dashboards:batch", batch_id=made)
    context = {"form": form, "rows": rows, "ready": len(ready)}
    return show(request, "dashboards/print_several.html", context, children=children)


def may_be_printed(membership: Membership) -> list[PackOf]:
    """What this member reads and may print, each kind under its own right."""
    asked = {
        PackOf.SHEETS: Permission.RECORD_ENTRY,
        PackOf.PLANS: Permission.ISSUE_DOCUMENT,
        PackOf.MINUTES: Permission.VIEW_PLANS,
    }
    return [of for of, permission in asked.items() if membership.may(permission)]
