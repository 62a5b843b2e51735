"""Work in steps, watched: how far it is, what came of it, and the file that it made."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from accounts.access import StaffRequest, staff_with
from accounts.actions.batches import address_of, stop_batch
from accounts.models import Batch
from accounts.rules.roles import Permission
from accounts.views.working import looked_again, work_shown
from children.access import note_seen, show
from children.views.answers import said_or_refused, say
from isp_portal.dashboards.queries.batches import batch_page, batches_page, children_printed
from isp_portal.documents.queries import stored_file
from isp_portal.documents.views.answers import download


def batch_or_404(request: StaffRequest, batch_id: UUID) -> Batch:
    """The door to one piece of work of this setting."""
    return get_object_or_404(Batch.objects.visible_to(request.membership), pk=batch_id)


@staff_with(Permission.VIEW_CHILDREN)
@require_GET
def batches(request: StaffRequest) -> HttpResponse:
    """`children/several/`: what the portal was asked to do for several children."""
    lines = batches_page(request.membership)
    return render(request, "dashboards/batches.html", {"lines": lines})


@staff_with(Permission.VIEW_CHILDREN)
@require_GET
def batch(request: StaffRequest, batch_id: UUID) -> HttpResponse:
    """`children/several/<batch>/`: how far it is; afterwards, what came of it."""
    found = batch_or_404(request, batch_id)
    page = batch_page(found, request.membership)
    context = {"page": page, "work": work_shown(found, request.membership)}
    children = [row.child for row in page.not_done]
    answer = show(request, "dashboards/batch.html", context, children=children)
    return looked_again(request, answer, is_going_on=found.is_waiting)


@staff_with(Permission.VIEW_CHILDREN)
@require_POST
def batch_stop(request: StaffRequest, batch_id: UUID) -> HttpResponse:
    """POST `children/several/<batch>/stop/`: no further step is done."""
    found = batch_or_404(request, batch_id)
    said = said_or_refused(
        lambda: stop_batch(batch=found, member=request.membership, by=request.actor),
        "It is stopped.",
    )
    say(request, said)
    return redirect(address_of(found))


@staff_with(Permission.ISSUE_DOCUMENT)
@require_GET
def batch_file(request: StaffRequest, batch_id: UUID) -> HttpResponse:
    """`children/several/<batch>/file/`: the papers in one file, while it is kept."""
    found = batch_or_404(request, batch_id)
    children = children_printed(found, request.membership)
    if not found.stored_as or children is None:
        raise Http404
    note_seen(request, children)
    return download(stored_file(found.stored_as), f"papers-{timezone.localdate():%Y-%m-%d}.pdf")
