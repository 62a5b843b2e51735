"""Parents and carers."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children import actions
from children.access import child_or_404, show
from children.forms.family import ContactEditForm, ContactEndForm, ContactForm
from children.queries.family import contact_cards

from .answers import posted, said_or_refused, to_page, today


@staff_with(Permission.EDIT_CHILD)
def contacts(request: StaffRequest, child_id: Any) -> HttpResponse:
    """`children/…/contacts/`: everybody around the child, restrictions as badges."""
    child = child_or_404(request, child_id)
    may_restrict = request.membership.may(Permission.SET_RESTRICTION)
    cards = contact_cards(child, today(), request.membership if may_restrict else None)
    context = {"child": child, "cards": cards, "may_restrict": may_restrict}
    return show(request, "children/contacts.html", context, children=[child])


@staff_with(Permission.EDIT_CHILD)
def contact_add(request: StaffRequest, child_id: Any) -> HttpResponse:
    """`children/…/contacts/add/`."""
    child = child_or_404(request, child_id)
    form = ContactForm(posted(request))
    if form.is_valid() and form.saves(
        lambda: actions.add_contact(child=child, values=form.cleaned_data, by=request.actor)
    ):
        words = f"{form.cleaned_data['name']} is a contact."
        return to_page(request, "children:contacts", words, child_id=child.pk)
    context = {"child": child, "form": form}
    return show(request, "children/contact_add.html", context, children=[child])


@staff_with(Permission.EDIT_CHILD)
def contact_edit(request: StaffRequest, child_id: Any, contact_id: Any) -> HttpResponse:
    """`children/…/contacts/…/edit/`."""
    child = child_or_404(request, child_id)
    contact = get_object_or_404(child.contacts, pk=contact_id)
    form = ContactEditForm(posted(request), record=contact)
    if form.is_valid() and form.saves(
        lambda: actions.change_contact(
            contact=contact,
            values=form.values(),
            seen_version=form.cleaned_data["seen_version"],
            by=request.actor,
        )
    ):
        words = f"Saved for {contact.name}."
        return to_page(request, "children:contacts", words, child_id=child.pk)
    context = {"child": child, "contact": contact, "form": form}
    return show(request, "children/contact_edit.html", context, children=[child])


@staff_with(Permission.EDIT_CHILD)
def contact_end(request: StaffRequest, child_id: Any, contact_id: Any) -> HttpResponse:
    """`children/…/contacts/…/end/`: no longer a contact; the record stays."""
    child = child_or_404(request, child_id)
    contact = get_object_or_404(child.contacts, pk=contact_id)
    form = ContactEndForm(posted(request))
    if form.is_valid() and form.saves(
        lambda: actions.end_contact(contact=contact, **form.cleaned_data, by=request.actor)
    ):
        undo = reverse("children:contact_bring_back", args=[child.pk, contact.pk])
        words = f"{contact.name} is no longer a contact."
        return to_page(request, "children:contacts", words, undo, child_id=child.pk)
    context = {"child": child, "contact": contact, "form": form}
    return show(request, "children/contact_end.html", context, children=[child])


@staff_with(Permission.EDIT_CHILD)
@require_POST
def contact_bring_back(request: StaffRequest, child_id: Any, contact_id: Any) -> HttpResponse:
    """`children/…/contacts/…/bring-back/`: undoes the end of a contact."""
    child = child_or_404(request, child_id)
    contact = get_object_or_404(child.contacts, pk=contact_id)
    said = said_or_refused(
        lambda: actions.bring_back_contact(contact=contact, by=request.actor),
        f"{contact.name} is a contact again.",
    )
    return to_page(request, "children:contacts", said, child_id=child.pk)
