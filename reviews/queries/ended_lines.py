"""Lines that a finalised review has ended, while the plan that they stand in is still in force (C4)."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q

from reviews.models import LineVerdict
from reviews.rules.verdicts import StrategyVerdict, WhatNext


def ended_lines(cycles: Collection[UUID]) -> set[UUID]:
    """The keys of lines that do not go on after the finalised review of these cycles: strategies
    stopped, and targets that were not held. One query, and none where there is no cycle."""
    if not cycles:
        return set()
    ended = Q(verdict=StrategyVerdict.STOP.value) | Q(target__isnull=False) & ~Q(
        what_next=WhatNext.HOLD.value
    )
    rows = LineVerdict.objects.filter(
        ended, review__cycle__in=cycles, review__finalised_at__isnull=False
    )
    return set(rows.values_list("line_key", flat=True))
