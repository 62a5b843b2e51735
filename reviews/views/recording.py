"""Recording: for one child, for several at once, and that it did not happen."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from accounts.access import StaffRequest, staff_with
from accounts.forms.base import PortalForm
from accounts.rules.roles import Permission
from children.access import child_or_404, show
from children.models import Child
from reviews import actions
from reviews.forms.entry import EntryForm, NotDeliveredForm
from reviews.models import InterventionEntry
from reviews.queries.my_day import my_day
from reviews.queries.to_record import ToRecord, lines_to_record, to_record
from reviews.rules.words import session_at

from .answers import lead_on, posted, say_saved, sent_by_script


@staff_with(Permission.RECORD_ENTRY)
def entry_add(request: StaffRequest, child_id: Any) -> HttpResponse:
    """`reviews/children/<id>/entries/add/`: lines, how much help, a few words."""
    child = child_or_404(request, child_id)
    asked = _asked(request, [child])
    form = EntryForm(posted(request), asked=asked, membership=request.membership)
    made: list[InterventionEntry] = []
    if form.is_valid() and form.saves(
        lambda: made.append(
            actions.record_entry(child=child, **form.all_values(), by=request.actor)
        )
    ):
        return lead_on(request, reverse("reviews:entry", args=[made[0].pk]))
    return _page(request, "reviews/entry_add.html", asked, form, child)


@staff_with(Permission.RECORD_ENTRY)
def not_delivered(request: StaffRequest, child_id: Any) -> HttpResponse:
    """`reviews/children/<id>/not-today/`: it did not happen, and why. Not a mark against anyone."""
    child = child_or_404(request, child_id)
    asked = _asked(request, [child])
    form = NotDeliveredForm(posted(request), asked=asked, membership=request.membership)
    made: list[InterventionEntry] = []
    if form.is_valid() and form.saves(
        lambda: made.append(
            actions.record_not_delivered(child=child, **form.values(), by=request.actor)
        )
    ):
        return lead_on(request, reverse("reviews:entry", args=[made[0].pk]))
    return _page(request, "reviews/not_delivered.html", asked, form, child)


@staff_with(Permission.RECORD_ENTRY)
def entry_add_several(request: StaffRequest) -> HttpResponse:
    """`reviews/entries/several/`: the same words for several of today's children."""
    today, now = timezone.localdate(), timezone.localtime().time()
    day = my_day(request.membership, today, session_at(now))
    children = [card.child for card in day.cards]
    asked = _asked(request, children)
    form = EntryForm(posted(request), asked=asked, membership=request.membership)
    made: list[InterventionEntry] = []
    if form.is_valid() and form.saves(
        lambda: made.extend(
            actions.record_several(children=children, **form.values(), by=request.actor)
        )
    ):
        say_saved(request, [entry.child.called for entry in made])
        return lead_on(request, reverse("reviews:my_day"))
    return _page(request, "reviews/entry_add_several.html", asked, form)


def _asked(request: StaffRequest, children: list[Child]) -> tuple[ToRecord, ...]:
    """The lines of each child; a form that was sent carries what is ticked."""
    return lines_to_record(children) if request.method == "POST" else to_record(children)


def _page(
    request: StaffRequest,
    template: str,
    asked: tuple[ToRecord, ...],
    form: PortalForm,
    child: Child | None = None,
) -> HttpResponse:
    """The page with everything that was typed; 422 tells the script that something is to be put right."""
    today, now = timezone.localdate(), timezone.localtime().time()
    shown = [child] if child else [one.child for one in asked]
    context = {
        "child": child,
        "asked": asked,
        "form": form,
        "today": today,
        "session": session_at(now),
    }
    status = 422 if sent_by_script(request) else 200
    return show(request, template, context, children=shown, status=status)
