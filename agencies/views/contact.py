"""Letters by email, and every other contact with an agency: each waits for consent (C7)."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from accounts.access import StaffRequest, staff_with
from accounts.forms.fields import read_uuid
from accounts.rules.roles import Permission
from agencies import actions
from agencies.actions.letter import letter_mail
from agencies.forms.contact import ContactForm, LetterMailForm
from agencies.models import Agency
from agencies.policies import why_not_for, why_not_write
from agencies.views.request import request_behind
from children.access import child_or_404, show
from children.views.answers import posted, to_page


@staff_with(Permission.MANAGE_AGENCIES)
def request_email(request: StaffRequest, child_id: UUID, request_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/requests/<id>/email/`: the mail to read first, and the button that sends it."""
    child = child_or_404(request, child_id)
    found = request_behind(request, child, request_id)
    form = LetterMailForm(posted(request), agency=found.agency)
    if form.is_valid() and form.makes(
        lambda: actions.email_letter(request=found, **form.cleaned_data, by=request.actor),
        request.actor,
    ):
        words = "The letter goes with the next post of the portal."
        return to_page(request, "agencies:requests", words, child_id=child.pk)
    first = form.people.first()
    context = {
        "form": form,
        "child": child,
        "asked": found,
        "why_not": why_not_write(found),
        "mail": letter_mail(found, first, request.actor) if first else None,
    }
    return show(request, "agencies/request_email.html", context, children=[child])


@staff_with(Permission.MANAGE_AGENCIES)
def contact_add(request: StaffRequest, child_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/contacts/add/`: shared, referred, passed on or said; without consent, why not."""
    child = child_or_404(request, child_id)
    form = ContactForm(
        posted(request),
        membership=request.membership,
        child=child,
        initial={name: request.GET.get(name, "") for name in ("agency", "purpose", "report")},
    )
    if form.is_valid() and form.makes(
        lambda: actions.record_contact(child=child, values=form.cleaned_data, by=request.actor),
        request.actor,
    ):
        return to_page(request, "agencies:consent", "It is on the record.", child_id=child.pk)
    asked_for = read_uuid(request.GET.get("agency"))
    agency = Agency.objects.visible_to(request.membership).filter(pk__in=[asked_for or child.pk])
    purpose, today = request.GET.get("purpose", ""), timezone.localdate()
    why_not = why_not_for(child, agency.first(), purpose, today)
    context = {"form": form, "child": child, "why_not": why_not}
    return show(request, "agencies/contact_form.html", context, children=[child])
