"""Advice about a child: record, confirm, withdraw."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from accounts.access import StaffRequest, staff_with
from accounts.forms.base import PortalForm
from accounts.rules.roles import Permission
from agencies import actions
from agencies.forms.advice import AdviceForm
from agencies.forms.report import BecauseForm
from agencies.models import Advice
from agencies.views.doors import back_to, child_or_404
from children.access import show


@staff_with(Permission.RECORD_ADVICE)
def advice_add(request: StaffRequest, child_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/advice/add/`."""
    child = child_or_404(request, child_id)
    form = AdviceForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        child=child,
    )
    if form.is_valid() and form.saves(
        lambda: actions.record_advice(child=child, values=form.cleaned_data, by=request.actor)
    ):
        return back_to(child)
    return show(
        request, "agencies/advice_form.html", {"form": form, "child": child}, children=[child]
    )


@staff_with(Permission.CONFIRM_ADVICE)
def advice_confirm(request: StaffRequest, child_id: UUID, advice_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/advice/<id>/confirm/`: a page that asks, then the SENCO's yes."""
    child = child_or_404(request, child_id)
    advice = get_object_or_404(
        Advice.objects.visible_to(request.membership), child=child, pk=advice_id
    )
    form = PortalForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and form.saves(
        lambda: actions.confirm_advice(advice=advice, by=request.actor)
    ):
        return back_to(child)
    context = {"form": form, "child": child, "advice": advice}
    return show(request, "agencies/advice_confirm.html", context, children=[child])


@staff_with(Permission.RECORD_ADVICE)
def advice_withdraw(request: StaffRequest, child_id: UUID, advice_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/advice/<id>/withdraw/`: with the reason."""
    child = child_or_404(request, child_id)
    advice = get_object_or_404(
        Advice.objects.visible_to(request.membership), child=child, pk=advice_id
    )
    form = BecauseForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and form.saves(
        lambda: actions.withdraw_advice(
            advice=advice, because=form.cleaned_data["because"], by=request.actor
        )
    ):
        return back_to(child)
    context = {"form": form, "child": child, "what": "this advice", "said": str(advice)}
    return show(request, "agencies/withdraw.html", context, children=[child])
