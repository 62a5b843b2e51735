"""The last guard of a finalised plan: whatever asks, its words and its lines do not change.

Policies refuse first and say why in words; this is for the mistake that gets past them.
"""

from django.db import models

MAY_STILL_CHANGE = frozenset({"status", "row_version", "closed_at", "closed_by", "closed_because"})


class UnchangeablePlan(Exception):
    """A finalised, superseded or closed plan was about to change."""


def changed_fields(stored: models.Model, now: models.Model) -> set[str]:
    """The names of the columns that differ, but for those that follow a plan's path."""
    columns = (field for field in stored._meta.concrete_fields if not field.primary_key)
    return {
        field.name
        for field in columns
        if field.name not in MAY_STILL_CHANGE
        and getattr(stored, field.attname) != getattr(now, field.attname)
    }
