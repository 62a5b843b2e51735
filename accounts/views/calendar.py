"""The setting's year: its parts, its bank holidays, its terms, and last year's copied forward."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts import actions, queries
from accounts.access import StaffRequest, staff_with
from accounts.forms.base import PortalForm
from accounts.forms.calendar import ProposedClosures, TermDatesForm, YearForm, proposed
from accounts.rules.day_words import say_number, school_year_of
from accounts.rules.roles import Permission
from accounts.rules.school_year import NamedDays


@staff_with(Permission.MANAGE_SETTING)
def calendar(request: StaffRequest) -> HttpResponse:
    """`account/setting/calendar/`: a school year, this one unless another is asked for."""
    return calendar_page(request, YearForm(request.GET), PortalForm())


def calendar_page(request: StaffRequest, asked: YearForm, problem: PortalForm) -> HttpResponse:
    """The year's page, with what an action refused."""
    this_year = school_year_of(timezone.localdate())
    year = asked.chosen(this_year)
    told = {
        "page": queries.year_page(request.membership.setting, year),
        "setting": request.membership.setting,
        "years": range(min(year, this_year - 1), max(year, this_year + 2) + 1),
        "problem": problem,
    }
    return render(request, "accounts/calendar.html", told)


@staff_with(Permission.MANAGE_SETTING)
@require_POST
def bank_holidays_add(request: StaffRequest) -> HttpResponse:
    """`account/setting/calendar/bank-holidays/`: those of one school year, once."""
    asked, added = YearForm(request.POST), list[Any]()
    if asked.is_valid() and asked.saves(
        lambda: added.extend(
            actions.add_bank_holidays(
                setting=request.membership.setting, by=request.actor, **asked.cleaned_data
            )
        )
    ):
        messages.success(request, said(len(added), "bank holiday"))
        return to_year(asked.cleaned_data["year"])
    return calendar_page(request, asked, asked)


@staff_with(Permission.MANAGE_SETTING)
def term_dates(request: StaffRequest) -> HttpResponse:
    """`account/setting/calendar/terms/`: from term dates to the closures between them."""
    form = TermDatesForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        return to_confirm(request, form.breaks)
    return render(request, "accounts/term_dates.html", {"form": form})


@staff_with(Permission.MANAGE_SETTING)
def closures_copy(request: StaffRequest) -> HttpResponse:
    """`account/setting/calendar/copy/?year=2027`: the year before, 52 weeks on, to be confirmed."""
    year = YearForm(request.GET).chosen(school_year_of(timezone.localdate()))
    return to_confirm(request, queries.next_year_proposed(request.membership.setting, year))


def to_confirm(request: StaffRequest, closures: Iterable[NamedDays]) -> HttpResponse:
    """What would be closed, for the manager to look at, change and confirm."""
    told = {"formset": proposed(closures), "problem": PortalForm()}
    return render(request, "accounts/closures_proposed.html", told)


@staff_with(Permission.MANAGE_SETTING)
@require_POST
def closures_confirm(request: StaffRequest) -> HttpResponse:
    """`account/setting/calendar/confirm/`: what was ticked goes on the list."""
    formset, problem = ProposedClosures(request.POST), PortalForm(request.POST)
    added: list[Any] = []
    if (
        formset.is_valid()
        and problem.is_valid()
        and problem.saves(
            lambda: added.extend(
                actions.add_closures(
                    setting=request.membership.setting,
                    closures=[form.days() for form in formset if form.cleaned_data["take"]],
                    by=request.actor,
                )
            )
        )
    ):
        messages.success(request, said(len(added), "closure"))
        first = added[0].first_on if added else timezone.localdate()
        return to_year(school_year_of(first))
    told = {"formset": formset, "problem": problem}
    return render(request, "accounts/closures_proposed.html", told)


def said(count: int, word: str) -> str:
    """What was added, in words."""
    if not count:
        return f"No {word} was added: the days are closed already, or none was chosen."
    return f"{say_number(count).capitalize()} {word}{'' if count == 1 else 's'} added."


def to_year(year: int) -> HttpResponse:
    return redirect(f"{reverse('accounts:calendar')}?year={year}")
