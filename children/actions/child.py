"""Adding a child, and keeping what is one value per child."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import EarlyYearsSetting, Membership
from accounts.rules.actor import Actor
from accounts.rules.roles import Role
from children.models import ARCHIVED, BROUGHT_BACK, Child, KeyPersonAssignment
from children.policies import check_can_archive, check_can_bring_back, check_can_change

from .facts import facts_changed


@transaction.atomic
def add_child(
    *,
    setting: EarlyYearsSetting,
    added_by: Membership | None,
    values: dict[str, Any],
    by: Actor,
    why: str = "Added",
) -> Child:
    """Adds a child to the setting. A key person who adds a child becomes its key person today.

    `values` are cleaned fields of `Child`. `added_by` is None where a register brings the child and
    says itself who looks after it. Works out the decision afresh.
    """
    child = Child(setting=setting, **values).record(by=by, why=why)
    if added_by is not None and Role.KEY_PERSON in added_by.role_set:
        KeyPersonAssignment(child=child, membership=added_by, from_on=timezone.localdate()).record(
            by=by, why="Added the child"
        )
    facts_changed(child, by)
    return child


@transaction.atomic
def change_child(
    *, child: Child, values: dict[str, Any], seen_version: int, by: Actor, why: str = "Changed"
) -> Child:
    """Changes fields of the child. `StaleVersion` when somebody else saved first."""
    check_can_change(child)
    for name, value in values.items():
        setattr(child, name, value)
    child.record(by=by, why=why, seen_version=seen_version)
    facts_changed(child, by)
    return child


@transaction.atomic
def archive_child(*, child: Child, left_on: date, because: str, by: Actor) -> Child:
    """Takes the child off every list from today. Nothing is deleted, and it can be undone."""
    check_can_archive(child)
    child.leaving_on = left_on
    child.archived_on = timezone.localdate()
    child.archived_because = because
    child.record(by=by, why=f"{ARCHIVED}{because}")
    facts_changed(child, by)
    return child


@transaction.atomic
def bring_back_child(*, child: Child, by: Actor) -> Child:
    """Undoes an archive: the child is on the lists again."""
    check_can_bring_back(child)
    child.archived_on, child.archived_because, child.leaving_on = None, "", None
    child.record(by=by, why=BROUGHT_BACK)
    facts_changed(child, by)
    return child
