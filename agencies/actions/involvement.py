"""An agency's path with a child. The day first seen makes the agency involved (C1, C2)."""

from typing import Any

from django.db import transaction

from accounts.rules.actor import Actor
from agencies.models import Involvement
from agencies.policies import check_can_involve
from children.actions import facts_changed
from children.models import Child
from children.policies import check_can_change


@transaction.atomic
def add_involvement(*, child: Child, values: dict[str, Any], by: Actor) -> Involvement:
    """Puts an agency on the child's record. Works out the decision afresh.

    `Refused` (agency) when it is another setting's, or on the record already.
    """
    check_can_change(child)
    check_can_involve(child, values["agency"])
    involvement = Involvement(child=child, **values).record(by=by, why="Added")
    facts_changed(child, by)
    return involvement


@transaction.atomic
def change_involvement(
    *, involvement: Involvement, values: dict[str, Any], seen_version: int, by: Actor
) -> Involvement:
    """Changes the path: accepted, waiting, seen, discharged. Works out the decision afresh."""
    check_can_change(involvement.child)
    for name, value in values.items():
        setattr(involvement, name, value)
    if involvement.discharged_on is None:
        check_can_involve(involvement.child, involvement.agency, besides=involvement)
    involvement.record(by=by, why="Changed", seen_version=seen_version)
    facts_changed(involvement.child, by)
    return involvement
