"""Whatever else went to an agency about a child: shared, referred, passed on, said (C7)."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from agencies.models import AgencyContact
from agencies.policies import check_can_record_contact
from agencies.rules import Lifetime
from children.models import Child
from children.policies import check_can_change


@transaction.atomic
def record_contact(*, child: Child, values: dict[str, Any], by: Actor) -> AgencyContact:
    """Records a contact with an agency for a purpose other than asking or inviting.

    `Refused` without consent for that purpose at this very moment (C7), (report) for a report that
    is not this child's, (contacted_on) for a day that cannot be right.
    """
    child = Child.objects.select_for_update().get(pk=child.pk)
    check_can_change(child)
    check_can_record_contact(child, values["agency"], values["purpose"], values["report"])
    life = Lifetime(child.date_of_birth, timezone.localdate())
    if problem := life.problem("contacted_on", values["contacted_on"]):
        field, sentence = problem
        raise Refused(f"{sentence}.", field)
    return AgencyContact(child=child, **values).record(by=by, why="Contacted")
