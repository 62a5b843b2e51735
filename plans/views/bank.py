"""The setting's strategy bank: read by whoever writes plans, kept by the SENCO."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from plans.actions import bank as actions
from plans.forms.bank import BankSearchForm, BankStrategyEditForm, BankStrategyForm
from plans.models import BankStrategy
from plans.queries.bank import bank_page, kept_strategy


@staff_with(Permission.WRITE_PLAN)
def bank(request: StaffRequest) -> HttpResponse:
    """`plans/strategy-bank/`: every strategy, area by area; hidden ones for who keeps them."""
    search = BankSearchForm(request.GET)
    may_manage = request.membership.may(Permission.MANAGE_STRATEGY_BANK)
    told = {
        "search": search,
        "may_manage": may_manage,
        "page": bank_page(request.membership.setting_id, search.wanted(), hidden=may_manage),
    }
    return render(request, "plans/bank.html", told)


@staff_with(Permission.MANAGE_STRATEGY_BANK)
def bank_add(request: StaffRequest) -> HttpResponse:
    """`plans/strategy-bank/add/`: a strategy of the setting's own."""
    form = BankStrategyForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and form.makes(
        lambda: actions.add_bank_strategy(
            setting=request.membership.setting, values=form.cleaned_data, by=request.actor
        ),
        request.actor,
    ):
        messages.success(request, "The strategy is in the bank.")
        return redirect("plans:bank")
    return render(request, "plans/bank_form.html", {"form": form, "row": None})


@staff_with(Permission.MANAGE_STRATEGY_BANK)
def bank_edit(request: StaffRequest, bank_key: str) -> HttpResponse:
    """`plans/strategy-bank/<key>/`: words of the setting's own, for one of its own or a shared one."""
    row = strategy_behind(request, bank_key)
    form = BankStrategyEditForm(request.POST if request.method == "POST" else None, record=row)
    if form.is_valid() and form.saves(
        lambda: actions.change_bank_strategy(
            row=row,
            values=form.values(),
            seen_version=form.cleaned_data["seen_version"],
            by=request.actor,
        )
    ):
        messages.success(request, "Saved. Plans that have it already keep their words.")
        return redirect("plans:bank")
    return render(request, "plans/bank_form.html", {"form": form, "row": row})


@staff_with(Permission.MANAGE_STRATEGY_BANK)
@require_POST
def bank_hide(request: StaffRequest, bank_key: str) -> HttpResponse:
    """`plans/strategy-bank/<key>/hide/`: not offered any more; plans that have it keep it."""
    return set_hidden(request, bank_key, True)


@staff_with(Permission.MANAGE_STRATEGY_BANK)
@require_POST
def bank_show(request: StaffRequest, bank_key: str) -> HttpResponse:
    """`plans/strategy-bank/<key>/show/`"""
    return set_hidden(request, bank_key, False)


def set_hidden(request: StaffRequest, bank_key: str, is_hidden: bool) -> HttpResponse:
    row = strategy_behind(request, bank_key)
    actions.hide_bank_strategy(row=row, is_hidden=is_hidden, by=request.actor)
    messages.success(request, "Hidden here." if is_hidden else "Offered again.")
    return redirect("plans:bank")


def strategy_behind(request: StaffRequest, bank_key: str) -> BankStrategy:
    """The strategy of this setting's bank; 404 for another setting's."""
    row = kept_strategy(request.membership.setting, bank_key)
    if row is None:
        raise Http404
    return row
