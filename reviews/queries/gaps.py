"""On how many days a child was in since the last entry: the ground of a gentle nudge (C8)."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from children.models import AttendanceMark, Mark
from reviews.rules.words import needs_nudge


@dataclass(frozen=True, slots=True)
class Silence:
    """Since when nothing was written, and on how many days the child was in since."""

    since: date
    days: int
    attended_days: int

    @property
    def is_long(self) -> bool:
        return needs_nudge(self.attended_days)


def silences(since: Mapping[UUID, date], today: date) -> dict[UUID, Silence]:
    """For each child the days after `since`, up to today: one query."""
    if not since:
        return {}
    marks = AttendanceMark.objects.filter(
        child__in=list(since), mark=Mark.IN, on__gt=min(since.values()), on__lte=today
    )
    days: dict[UUID, set[date]] = defaultdict(set)
    for child_id, on in marks.values_list("child_id", "on"):
        if on > since[child_id]:
            days[child_id].add(on)
    return {
        child_id: Silence(on, (today - on).days, len(days[child_id]))
        for child_id, on in since.items()
    }
