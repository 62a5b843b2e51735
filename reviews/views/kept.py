"""An entry that has been kept: reading it, changing it, taking it back; and the whole record."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children.access import child_or_404, show
from children.views.answers import said_or_refused
from reviews import actions, policies
from reviews.forms.entry import EntryChangeForm
from reviews.forms.record import WhichCycleForm
from reviews.queries.entries import shown
from reviews.queries.my_day import my_day
from reviews.queries.plan_lines import plan_in_force
from reviews.queries.record import begun_cycles, cycle_record, lines_of_entry
from reviews.queries.standing_review import what_is_next
from reviews.queries.to_record import to_change
from reviews.rules.words import session_at

from .answers import entry_behind, lead_on, posted


@staff_with(Permission.RECORD_ENTRY)
def entry(request: StaffRequest, entry_id: Any) -> HttpResponse:
    """`reviews/entries/<id>/`: what was saved, Undo, and who is left today."""
    kept = entry_behind(request, entry_id)
    today, now = timezone.localdate(), timezone.localtime().time()
    day = my_day(request.membership, today, session_at(now))
    context = {
        "one": shown(kept),
        "child": kept.child,
        "today": today,
        "still_to_do": [card for card in day.still_to_do if card.child != kept.child],
        "may_change": policies.can_change_entry(kept),
        "may_take_back": policies.can_take_back(kept),
        "versions": kept.row_version,
        "lines": lines_of_entry(kept, today),
    }
    seen = {kept.child, *(card.child for card in day.still_to_do)}
    return show(request, "reviews/entry.html", context, children=seen)


@staff_with(Permission.RECORD_ENTRY)
def entry_change(request: StaffRequest, entry_id: Any) -> HttpResponse:
    """`reviews/entries/<id>/change/`: what it said before stays in its history."""
    kept = entry_behind(request, entry_id)
    now = plan_in_force(kept.child)
    asked = (to_change(kept, now.lines),) if now else ()
    form = EntryChangeForm(posted(request), entry=kept, asked=asked, membership=request.membership)
    if form.is_valid() and form.saves(
        lambda: actions.change_entry(entry=kept, **form.changes(), by=request.actor)
    ):
        return lead_on(request, reverse("reviews:entry", args=[kept.pk]))
    context = {"entry": kept, "child": kept.child, "form": form, "asked": asked}
    return show(request, "reviews/entry_change.html", context, children=[kept.child])


@staff_with(Permission.RECORD_ENTRY)
@require_POST
def entry_take_back(request: StaffRequest, entry_id: Any) -> HttpResponse:
    """`reviews/entries/<id>/take-back/`: Undo. The words stay in the history."""
    kept = entry_behind(request, entry_id)
    words = f"Taken back for {kept.child.called}. Nothing is lost: you can put it back."
    said = said_or_refused(lambda: actions.take_back_entry(entry=kept, by=request.actor), words)
    messages.success(request, said)
    return redirect("reviews:entry", entry_id=kept.pk)


@staff_with(Permission.RECORD_ENTRY)
@require_POST
def entry_put_back(request: StaffRequest, entry_id: Any) -> HttpResponse:
    """`reviews/entries/<id>/put-back/`: into the record again."""
    kept = entry_behind(request, entry_id)
    words = f"Back in {kept.child.called}'s record."
    said = said_or_refused(lambda: actions.put_back_entry(entry=kept, by=request.actor), words)
    messages.success(request, said)
    return redirect("reviews:entry", entry_id=kept.pk)


@staff_with(Permission.VIEW_CHILDREN)
def record(request: StaffRequest, child_id: Any) -> HttpResponse:
    """`reviews/children/<id>/record/`: every entry of a cycle, and what they add up to per line."""
    child = child_or_404(request, child_id)
    cycles = begun_cycles(child)
    which = WhichCycleForm(request.GET, cycles=cycles).chosen()
    today = timezone.localdate()
    may_hold = request.membership.may(Permission.HOLD_REVIEW)
    context = {
        "child": child,
        "cycles": cycles,
        "record": cycle_record(which, child, today) if which else None,
        "today": today,
        "may_record": request.membership.may(Permission.RECORD_ENTRY),
        "review": what_is_next(which, today) if which and may_hold else None,
    }
    return show(request, "reviews/record.html", context, children=[child])
