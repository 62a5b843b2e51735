"""Restrictions on a contact: set with evidence, reviewed, lifted with a reason. Never deleted.

One holder of parental responsibility cannot bar another by their word alone: the evidence seen is
part of the record, and history keeps who set it.
"""

from datetime import date
from typing import Any

from django.db import transaction

from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from children.models import ContactRestriction, ParentCarer
from children.policies import check_can_change, check_can_lift

from .facts import contact_changed
from .overrides import end_overrides


@transaction.atomic
def set_restriction(
    *, contact: ParentCarer, values: dict[str, Any], by: Actor
) -> ContactRestriction:
    """Restricts the contact. `values`: kind, evidence, court_order_on, from_on, review_on.

    Links that they hold end in this transaction, and so does an override that rests on the
    restrictions before. `Refused` without evidence, with a review before the first day, or when the same kind is set.
    """
    check_can_change(contact.child)
    if not values["evidence"].strip():
        raise Refused("Say what evidence was seen.", "evidence")
    if values["review_on"] < values["from_on"]:
        raise Refused("The review is before the first day.", "review_on")
    same = ContactRestriction.objects.select_for_update().filter(
        contact=contact, kind=values["kind"], lifted_on__isnull=True
    )
    if same.exists():
        raise Refused("This restriction is set already.", "kind")
    set_now = ContactRestriction(contact=contact, **values).record(
        by=by, why=f"Evidence: {values['evidence']}"
    )
    end_overrides(contact=contact, by=by)
    contact_changed(contact, by)
    return set_now


@transaction.atomic
def lift_restriction(
    *, restriction: ContactRestriction, lifted_on: date, because: str, by: Actor
) -> ContactRestriction:
    """From `lifted_on` the restriction holds no longer. `Refused` before it began."""
    check_can_change(restriction.contact.child)
    check_can_lift(restriction)
    if lifted_on < restriction.from_on:
        raise Refused("That is before the restriction began.", "lifted_on")
    restriction.lifted_on, restriction.lifted_because = lifted_on, because
    return restriction.record(by=by, why=f"Lifted: {because}")
