"""Letters to agencies: made as a PDF, opened as issued, and the ways in which they go (C6.1, C7)."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from agencies.models import ReportRequest
from agencies.policies import why_not_write
from children.access import note_seen, show
from children.views.answers import NotDone, to_page
from isp_portal.documents import actions, queries
from isp_portal.documents.forms import AgencyLetterForm
from isp_portal.documents.models import RequestLetter
from isp_portal.documents.queries.agency_letter import letters_about

from .answers import download, issued_by


@staff_with(Permission.MANAGE_AGENCIES)
def agency_letter(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """`papers/requests/<id>/letter/`: the next letter about a request, and those before it."""
    requests = ReportRequest.objects.visible_to(request.membership)
    found = get_object_or_404(
        requests.select_related("child__setting", "child__room", "agency"), pk=request_id
    )
    form = AgencyLetterForm(
        request.POST if request.method == "POST" else None,
        agency=found.agency,
    )
    letter, failed = issued_by(
        form,
        lambda: actions.issue_agency_letter(
            request=found,
            **form.cleaned_data,
            capacity=request.membership.role_words,
            by=request.actor,
        ),
    )
    if letter:
        return redirect("documents:agency_letter", request_id=found.pk)
    page = {
        "asked": found,
        "child": found.child,
        "form": form,
        "failed": failed,
        "why_not": why_not_write(found),
        "letters": letters_about(found),
    }
    return show(request, "documents/agency_letter.html", page, children=[found.child])


@staff_with(Permission.VIEW_AGENCIES)
@require_GET
def agency_letter_file(request: StaffRequest, letter_id: UUID) -> HttpResponseBase:
    """`papers/letters/<id>/file/`: the letter, byte for byte as issued. Its name tells of nobody."""
    letters = RequestLetter.objects.visible_to(request.membership)
    letter = get_object_or_404(letters.select_related("request__child"), pk=letter_id)
    child = letter.request.child
    try:
        pdf = queries.file_of(letter)
    except queries.FileDamaged as damaged:
        return to_page(request, "agencies:requests", NotDone(damaged), child_id=child.pk)
    note_seen(request, [child])
    return download(pdf, f"request-letter-{letter.number}.pdf")
