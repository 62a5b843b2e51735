"""From the calendar to a form and back: a day comes with the address, and the month is remembered.

The address holds `on=2026-12-01`, which fills in the day, and `calendar=2026-12`, which leads back
when the form is saved. Nothing else is read from it, so it leads nowhere else.
"""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts.rules.calendar_month import month_of, read_month


def asked_day(request: Any, field: str) -> dict[str, date]:
    """The form's first value of `field`; nothing when no day can be read."""
    try:
        return {field: date.fromisoformat(request.GET.get("on", ""))}
    except ValueError:
        return {}


def back_to_calendar(request: Any, on: date, words: str) -> HttpResponse | None:
    """To the month of `on`, saying what was done, for somebody who came from there; else None."""
    if read_month(request.GET.get("calendar", "")) is None:
        return None
    messages.success(request, words)
    address = f"{reverse('dashboards:calendar')}?month={month_of(on).asked}#day-{on.isoformat()}"
    return redirect(address)
