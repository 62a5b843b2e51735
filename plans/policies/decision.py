"""Whether a changed answer waits for somebody to acknowledge it."""

from accounts.rules.refusal import Refused
from plans.models import RequirementDecision


def check_can_acknowledge(decision: RequirementDecision) -> None:
    """Only the latest answer, and only one that replaced another, waits to be acknowledged."""
    if not decision.is_latest:
        raise Refused("The answer has changed again since. Look at the newest one.")
    if decision.replaces_id is None:
        raise Refused("This answer replaced no other, so there is nothing to acknowledge.")
    if decision.acknowledged_at:
        raise Refused(f"{decision.acknowledged_by} has acknowledged this already.")


def can_acknowledge(decision: RequirementDecision) -> bool:
    try:
        check_can_acknowledge(decision)
    except Refused:
        return False
    return True
