"""The list of children, which is also the first page."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from accounts.access import StaffRequest, staff_with
from accounts.models import Membership
from accounts.rules.roles import Permission
from children.access import hand_out, show
from children.models import Child
from isp_portal.dashboards.forms.children import RegisterForm
from isp_portal.dashboards.queries.children import children_page
from isp_portal.dashboards.queries.chosen import choices_for
from isp_portal.dashboards.queries.register import Asked, found_in_register
from isp_portal.dashboards.queries.register_table import register_table


@staff_with(Permission.VIEW_CHILDREN)
def home(request: StaffRequest) -> HttpResponse:
    """`/`: to what is due for who sees every child, else to her day."""
    sees_all = request.membership.may(Permission.VIEW_ALL_CHILDREN)
    return redirect("dashboards:due" if sees_all else "reviews:my_day")


@staff_with(Permission.VIEW_CHILDREN)
def children(request: StaffRequest) -> HttpResponse:
    """`children/`: the register of every child in the person's care, found, narrowed and sorted."""
    membership, today = request.membership, timezone.localdate()
    form = register_form(request, today)
    page = children_page(
        membership, today=today, number=request.GET.get("page", 1), asked=asked_of(form)
    )
    context = {
        "form": form,
        "page": page,
        "all_ticked": request.GET.get("ticked") == "all",
        "several": several_for(membership) if not form.is_archived else (),
        "may_add": membership.may(Permission.ADD_CHILD),
        "may_mark": membership.may(Permission.MARK_ATTENDANCE),
        "may_import": membership.may(Permission.IMPORT_REGISTER),
    }
    return show(
        request, "dashboards/children.html", context, children=[row.child for row in page.rows]
    )


def several_for(membership: Membership) -> list[tuple[str, str]]:
    """What this member may do for several children at a time: the button, and its page."""
    offered = (
        ("Choose a key person", "dashboards:key_person_several", Permission.ASSIGN_KEY_PERSON),
        ("Plan their reviews", "dashboards:reviews_several", Permission.HOLD_REVIEW),
        ("Print for them", "dashboards:print_several", Permission.ISSUE_DOCUMENT),
    )
    return [(words, reverse(name)) for words, name, needed in offered if membership.may(needed)]


def register_form(request: StaffRequest, today: date) -> RegisterForm:
    """What was looked for; a practitioner is not asked about cases."""
    membership = request.membership
    return RegisterForm(
        request.GET,
        offered=choices_for(membership, today),
        sees_plans=membership.may(Permission.VIEW_PLANS),
    )


def asked_of(form: RegisterForm) -> Asked:
    return Asked(
        wanted=form.wanted(),
        words=form.said("q"),
        plan=form.said("plan"),
        review=form.said("review"),
        sort=form.said("sort"),
        archived=form.is_archived,
    )


@staff_with(Permission.VIEW_CHILDREN)
def children_file(request: StaffRequest, file_kind: str) -> HttpResponse:
    """`children/file/csv/` or `children/file/xlsx/`: the same children, whole, as a table."""
    membership, today = request.membership, timezone.localdate()
    asked = asked_of(register_form(request, today))
    found = found_in_register(Child.objects.visible_to(membership), asked, today)
    table, children = register_table(membership, found, today=today)
    return hand_out(request, table, file_kind, children=children)
