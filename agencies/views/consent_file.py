"""The evidence of a consent: listed and added, handed out, taken off with a reason (C7)."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from agencies import actions
from agencies.forms.report import BecauseForm
from agencies.forms.report_file import ConsentFileForm
from agencies.intake.store import FileDamaged
from agencies.models import ConsentFile
from agencies.queries.consent_files import evidence_of
from agencies.queries.report_files import content_of
from agencies.views.consent import consent_behind
from agencies.views.handed_out import handed_out
from children.access import child_or_404, note_seen, show
from children.models import Child
from children.views.answers import NotDone, posted, to_page

PAGE = "agencies:consent_files"


@staff_with(Permission.RECORD_CONSENT)
def consent_files(request: StaffRequest, child_id: UUID, consent_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/consent/<id>/evidence/`: what shows the answer, and a form to add more."""
    child = child_or_404(request, child_id)
    found = consent_behind(request, child, consent_id)
    form = ConsentFileForm(posted(request), request.FILES or None)
    if form.is_valid() and form.makes(
        lambda: actions.add_consent_file(consent=found, **form.cleaned_data, by=request.actor),
        request.actor,
    ):
        return to_page(
            request, PAGE, "The evidence is kept.", child_id=child.pk, consent_id=found.pk
        )
    files, removed = evidence_of(found)
    context = {"form": form, "child": child, "consent": found, "files": files, "removed": removed}
    return show(request, "agencies/consent_files.html", context, children=[child])


@staff_with(Permission.RECORD_CONSENT)
@require_GET
def consent_file(request: StaffRequest, child_id: UUID, evidence_id: UUID) -> HttpResponseBase:
    """`agencies/children/<id>/evidence/<id>/`: the file, to be saved and opened elsewhere."""
    child = child_or_404(request, child_id)
    file = evidence_behind(request, child, evidence_id)
    try:
        content = content_of(file)
    except FileDamaged as damaged:
        said = NotDone(damaged)
        return to_page(request, PAGE, said, child_id=child.pk, consent_id=file.consent_id)
    note_seen(request, [child])
    return handed_out(content, file.content_type, file.neutral_name)


@staff_with(Permission.RECORD_CONSENT)
def consent_file_take_off(request: StaffRequest, child_id: UUID, evidence_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/evidence/<id>/take-off/`: with the reason."""
    child = child_or_404(request, child_id)
    file = evidence_behind(request, child, evidence_id)
    form = BecauseForm(posted(request))
    if form.is_valid() and form.saves(
        lambda: actions.take_off_consent_file(
            file=file, because=form.cleaned_data["because"], by=request.actor
        )
    ):
        words = "The file is taken off."
        return to_page(request, PAGE, words, child_id=child.pk, consent_id=file.consent_id)
    context = {"form": form, "child": child, "file": file}
    return show(request, "agencies/consent_file_take_off.html", context, children=[child])


def evidence_behind(request: StaffRequest, child: Child, evidence_id: UUID) -> ConsentFile:
    """A file that stands: what was taken off is not handed out any more."""
    files = ConsentFile.objects.visible_to(request.membership).standing()
    rows = files.select_related("consent__child", "consent__contact", "consent__agency")
    return get_object_or_404(rows, consent__child=child, pk=evidence_id)
