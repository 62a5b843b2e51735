"""Papers to a restricted contact all the same: asked by one, confirmed by another. Managers and SENCOs."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children import actions
from children.access import child_or_404, show
from children.forms.family import OverrideForm
from children.models import Child, RestrictionOverride

from .answers import posted, said_or_refused, to_page

CONTACTS = "children:contacts"


@staff_with(Permission.SET_RESTRICTION)
def override_ask(request: StaffRequest, child_id: Any, contact_id: Any) -> HttpResponse:
    """`children/…/contacts/…/papers-all-the-same/`: why, and until when."""
    child = child_or_404(request, child_id)
    contact = get_object_or_404(child.contacts, pk=contact_id)
    form = OverrideForm(posted(request))
    if form.is_valid() and form.makes(
        lambda: actions.ask_for_override(
            contact=contact, **form.cleaned_data, member=request.membership, by=request.actor
        ),
        request.actor,
    ):
        words = "Asked for. Another manager or SENCO confirms it before anything goes."
        return to_page(request, CONTACTS, words, child_id=child.pk)
    context = {"child": child, "contact": contact, "form": form}
    return show(request, "children/override_ask.html", context, children=[child])


@staff_with(Permission.SET_RESTRICTION)
@require_POST
def override_confirm(request: StaffRequest, child_id: Any, allowed_id: Any) -> HttpResponse:
    """`children/…/papers-all-the-same/…/confirm/`: by a second person."""
    child = child_or_404(request, child_id)
    override = _override(request, child, allowed_id)
    words = said_or_refused(
        lambda: actions.confirm_override(
            override=override, member=request.membership, by=request.actor
        ),
        f"Papers may go to {override.contact.name}.",
    )
    return to_page(request, CONTACTS, words, child_id=child.pk)


@staff_with(Permission.SET_RESTRICTION)
@require_POST
def override_end(request: StaffRequest, child_id: Any, allowed_id: Any) -> HttpResponse:
    """`children/…/papers-all-the-same/…/end/`."""
    child = child_or_404(request, child_id)
    override = _override(request, child, allowed_id)
    words = said_or_refused(
        lambda: actions.end_override(override=override, by=request.actor),
        f"No papers go to {override.contact.name} from now on.",
    )
    return to_page(request, CONTACTS, words, child_id=child.pk)


def _override(request: StaffRequest, child: Child, allowed_id: Any) -> RestrictionOverride:
    mine = RestrictionOverride.objects.visible_to(request.membership)
    return get_object_or_404(mine.select_related("contact"), pk=allowed_id, contact__child=child)
