"""The record of intervention on the child's page: how much help in this cycle."""

from datetime import date

from children.models import Child
from plans.models import Cycle
from reviews.queries.record import CycleRecord, cycle_record


def help_part(child: Child, cycle: Cycle | None, today: date) -> CycleRecord | None:
    """What the running cycle's record adds up to; None before there is a plan to write about."""
    if cycle is None or cycle.starts_on is None or cycle.starts_on > today:
        return None
    record = cycle_record(cycle, child, today)
    return record if record.lines else None
