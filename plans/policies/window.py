"""When a cycle may start, and which other date may be agreed for its review."""

from datetime import date, timedelta

from accounts.rules.refusal import Refused
from children.policies import check_can_change
from plans.models import Cycle, SupportPlan

from .plans import check_can_change_plan

FURTHEST_AHEAD = timedelta(days=366)
LONGEST_CYCLE = timedelta(days=366)


def check_can_set_start(plan: SupportPlan, starts_on: date | None, today: date) -> None:
    """A start is set while the cycle's first version is written; a correction keeps it."""
    check_can_change_plan(plan)
    field = "starts_on"
    if plan.version > 1 and starts_on != plan.cycle.starts_on:
        raise Refused("A correction keeps the start of its plan.", field)
    if starts_on is None:
        return
    if starts_on < plan.child.date_of_birth:
        raise Refused("This is before the child's date of birth.", field)
    if starts_on - today > FURTHEST_AHEAD:
        raise Refused("This is more than a year ahead.", field)
    earlier = (
        Cycle.objects.filter(
            child=plan.child_id,
            number__lt=plan.cycle.number,
            starts_on__isnull=False,
            plans__finalised_at__isnull=False,
        )
        .order_by("-number")
        .first()
    )
    if earlier and earlier.starts_on and starts_on < earlier.starts_on:
        raise Refused(f"Plan {earlier.number} began after this day.", field)


def check_can_agree_due_date(cycle: Cycle, due_on: date, because: str) -> None:
    """The SENCO agrees another date for the review, with a reason, while the cycle is open (C4)."""
    check_can_change(cycle.child)
    if cycle.closed_on:
        raise Refused("This cycle is over.")
    if cycle.starts_on is None:
        raise Refused("Say first when the plan starts.")
    if due_on <= cycle.starts_on:
        raise Refused("The review comes after the plan starts.", "due_on")
    if due_on - cycle.starts_on > LONGEST_CYCLE:
        raise Refused("This is more than a year after the plan starts.", "due_on")
    if not because.strip():
        raise Refused("Say why another date was agreed.", "because")
