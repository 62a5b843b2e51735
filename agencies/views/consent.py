"""Consent to contact with agencies: one page per child, and what changes an answer (C7)."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from agencies import actions
from agencies.forms.consent import ConsentForm
from agencies.forms.report import BecauseForm
from agencies.models import Consent
from agencies.queries.consent import consent_board
from children.access import child_or_404, show
from children.models import Child
from children.views.answers import posted, to_page


@staff_with(Permission.RECORD_CONSENT)
def consent(request: StaffRequest, child_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/consent/`: each agency and purpose, and a new answer."""
    child = child_or_404(request, child_id)
    form = ConsentForm(
        posted(request),
        membership=request.membership,
        child=child,
        initial={name: request.GET.get(name, "") for name in ("agency", "purpose")},
    )
    if form.is_valid() and form.makes(
        lambda: actions.record_consent(child=child, values=form.cleaned_data, by=request.actor),
        request.actor,
    ):
        words = f"{form.cleaned_data['contact'].name}’s answer is recorded."
        return to_page(request, "agencies:consent", words, child_id=child.pk)
    context = {
        "form": form,
        "child": child,
        "agencies": consent_board(child, timezone.localdate()),
        "may_decide": request.membership.may(Permission.MANAGE_AGENCIES),
    }
    return show(request, "agencies/consent.html", context, children=[child])


@staff_with(Permission.RECORD_CONSENT)
def consent_withdraw(request: StaffRequest, child_id: UUID, consent_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/consent/<id>/withdraw/`: whoever gave it takes it back."""
    child = child_or_404(request, child_id)
    found = consent_behind(request, child, consent_id)
    form = BecauseForm(posted(request))
    if form.is_valid() and form.saves(
        lambda: actions.withdraw_consent(
            consent=found, because=form.cleaned_data["because"], by=request.actor
        )
    ):
        words = f"{found.contact.name}’s consent is withdrawn."
        return to_page(request, "agencies:consent", words, child_id=child.pk)
    context = {"form": form, "child": child, "consent": found}
    return show(request, "agencies/consent_withdraw.html", context, children=[child])


@staff_with(Permission.MANAGE_AGENCIES)
def consent_set_aside(request: StaffRequest, child_id: UUID, consent_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/consent/<id>/set-aside/`: the SENCO decides about an objection."""
    child = child_or_404(request, child_id)
    found = consent_behind(request, child, consent_id)
    form = BecauseForm(posted(request))
    if form.is_valid() and form.saves(
        lambda: actions.set_aside_objection(
            consent=found, because=form.cleaned_data["because"], by=request.actor
        )
    ):
        return to_page(request, "agencies:consent", "The decision is recorded.", child_id=child.pk)
    context = {"form": form, "child": child, "consent": found}
    return show(request, "agencies/consent_set_aside.html", context, children=[child])


def consent_behind(request: StaffRequest, child: Child, consent_id: UUID) -> Consent:
    answers = Consent.objects.visible_to(request.membership).select_related("contact", "agency")
    return get_object_or_404(answers, child=child, pk=consent_id)
