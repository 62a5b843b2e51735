"""The links to a request, for staff: sent, opened, answered, withdrawn; a code read out by phone."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from accounts.access import StaffRequest, staff_with
from accounts.actions.links import give_code
from accounts.rules.roles import Permission
from agencies import actions
from agencies.forms.report import BecauseForm
from agencies.forms.request_link import SendLinkForm
from agencies.models import ReportRequestLink
from agencies.policies import why_not_contact
from agencies.queries.door import answers_to, links_of
from agencies.views.request import request_behind
from children.access import child_or_404, show
from children.models import Child
from children.views.answers import NotDone, posted, said_or_refused, to_page

PAGE = "agencies:request_links"


@staff_with(Permission.MANAGE_AGENCIES)
def request_links(request: StaffRequest, child_id: UUID, request_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/requests/<id>/links/`: what went to whom, and the next link."""
    child = child_or_404(request, child_id)
    found = request_behind(request, child, request_id)
    form = SendLinkForm(posted(request), asked=found)
    if form.is_valid() and form.makes(
        lambda: actions.send_request_link(request=found, **form.cleaned_data, by=request.actor),
        request.actor,
    ):
        to = form.cleaned_data["professional"]
        said = f"A link goes to {to.name} at {to.email}."
        return to_links(request, child, found.pk, said)
    context = {
        "form": form,
        "child": child,
        "asked": found,
        "links": links_of(found),
        "answers": answers_to(found),
        "why_not": why_not_contact(found),
    }
    return show(request, "agencies/request_links.html", context, children=[child])


@staff_with(Permission.MANAGE_AGENCIES)
@require_POST
def request_link_code(request: StaffRequest, child_id: UUID, link_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/request-links/<id>/code/`: a code to read out, shown once."""
    child = child_or_404(request, child_id)
    link = link_behind(request, child, link_id)
    codes: list[str] = []
    said = said_or_refused(lambda: codes.append(give_code(link=link, by=request.actor)), "")
    if not codes:
        return to_links(request, child, link.request_id, NotDone(said))
    context = {"child": child, "link": link, "code": codes[0]}
    return show(request, "agencies/request_link_code.html", context, children=[child])


@staff_with(Permission.MANAGE_AGENCIES)
def request_link_revoke(request: StaffRequest, child_id: UUID, link_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/request-links/<id>/withdraw/`: with the reason, at once."""
    child = child_or_404(request, child_id)
    link = link_behind(request, child, link_id)
    form = BecauseForm(posted(request))
    if form.is_valid() and form.saves(
        lambda: actions.revoke_request_link(
            link=link, because=form.cleaned_data["because"], by=request.actor
        )
    ):
        return to_links(request, child, link.request_id, "The link opens nothing any more.")
    context = {"form": form, "child": child, "link": link}
    return show(request, "agencies/request_link_revoke.html", context, children=[child])


def to_links(request: StaffRequest, child: Child, request_id: UUID, said: str) -> HttpResponse:
    return to_page(request, PAGE, said, child_id=child.pk, request_id=request_id)


def link_behind(request: StaffRequest, child: Child, link_id: UUID) -> ReportRequestLink:
    links = ReportRequestLink.objects.visible_to(request.membership)
    rows = links.select_related(
        "request__child__setting", "request__agency", "professional__agency"
    )
    return get_object_or_404(rows, request__child=child, pk=link_id)
