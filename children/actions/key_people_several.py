"""One key person chosen for many children by the worker, each told for itself."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from accounts.actions.batches import BatchKind, start_batch
from accounts.models import Batch, Membership
from accounts.rules.actor import Actor
from accounts.rules.roles import Permission
from children.models import Child

from .for_each import ForEach
from .key_people import assign_key_person

CHOOSE_KEY_PERSON = "choose_key_person"
CHILDREN_AT_A_TIME = 5


@transaction.atomic
def assign_key_people(
    *, children: Sequence[Child], member: Membership, from_on: date, by: Actor
) -> Batch:
    """Has the worker make the member the first key person of each of these children from the day."""
    return start_batch(
        setting=member.setting,
        kind=CHOOSE_KEY_PERSON,
        keys=[child.pk for child in children],
        told={"member": str(member.pk), "from_on": from_on.isoformat()},
        by=by,
    )


class _Choosing(ForEach):
    def __init__(self, batch: Batch, member: Membership) -> None:
        super().__init__(batch, member)
        self.from_on = date.fromisoformat(self.told["from_on"])

    def act(self, child: Child) -> Any:
        team = Membership.objects.visible_to(self.member).select_related("user")
        return assign_key_person(
            child=child,
            member=team.get(pk=self.told["member"]),
            is_second=False,
            from_on=self.from_on,
            by=self.member.as_actor(),
        )


KIND = BatchKind(
    name=CHOOSE_KEY_PERSON,
    label="Choose one key person",
    permission=Permission.ASSIGN_KEY_PERSON,
    open=_Choosing,
    page="dashboards:batch",
    at_a_time=CHILDREN_AT_A_TIME,
)
