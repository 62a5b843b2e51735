"""Restricting a contact, and lifting a restriction. Managers and SENCOs only."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children import actions
from children.access import child_or_404, show
from children.forms.family import LiftForm, RestrictionForm
from children.models import ContactRestriction

from .answers import posted, to_page


@staff_with(Permission.SET_RESTRICTION)
def restriction_add(request: StaffRequest, child_id: Any, contact_id: Any) -> HttpResponse:
    """`children/…/contacts/…/restriction/add/`: what, on which evidence, until when it is reviewed."""
    child = child_or_404(request, child_id)
    contact = get_object_or_404(child.contacts, pk=contact_id)
    form = RestrictionForm(posted(request))
    if form.is_valid() and form.saves(
        lambda: actions.set_restriction(contact=contact, values=form.cleaned_data, by=request.actor)
    ):
        words = f"The restriction on {contact.name} is set."
        return to_page(request, "children:contacts", words, child_id=child.pk)
    context = {"child": child, "contact": contact, "form": form}
    return show(request, "children/restriction_add.html", context, children=[child])


@staff_with(Permission.SET_RESTRICTION)
def restriction_lift(request: StaffRequest, child_id: Any, restriction_id: Any) -> HttpResponse:
    """`children/…/restrictions/…/lift/`."""
    child = child_or_404(request, child_id)
    mine = ContactRestriction.objects.visible_to(request.membership)
    restriction = get_object_or_404(mine, pk=restriction_id, contact__child=child)
    form = LiftForm(posted(request))
    if form.is_valid() and form.saves(
        lambda: actions.lift_restriction(
            restriction=restriction, **form.cleaned_data, by=request.actor
        )
    ):
        words = f"The restriction on {restriction.contact.name} is lifted."
        return to_page(request, "children:contacts", words, child_id=child.pk)
    context = {"child": child, "restriction": restriction, "form": form}
    return show(request, "children/restriction_lift.html", context, children=[child])
