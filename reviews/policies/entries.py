"""What may be written into the record of intervention, and why not (C8)."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from accounts.rules.day_words import say_day
from accounts.rules.refusal import Refused
from children.models import Child
from children.policies import check_can_change
from plans.models import Cycle, SupportPlan
from reviews.models import InterventionEntry


def check_can_record(child: Child, plan: SupportPlan | None) -> None:
    """Entries are about the lines of a finalised plan of a child who is here."""
    check_can_change(child)
    if plan is None:
        raise Refused(
            f"{child.called} has no finalised plan yet. Entries begin when the plan is finalised."
        )


def check_has_been(seen_on: date, today: date) -> None:
    if seen_on > today:
        raise Refused("That day is still to come. Say when you saw it.", "seen_on")


def cycle_on(plan: SupportPlan, seen_on: date, today: date) -> Cycle:
    """The cycle that an entry of the day belongs to.

    `Refused` before the cycle began, and for a cycle that is over: what was seen after its review
    belongs to the next one, whose first day is the day of the review.
    """
    cycle = plan.cycle
    if cycle.starts_on is None or seen_on < cycle.starts_on:
        began = f" It began on {say_day(cycle.starts_on, today)}." if cycle.starts_on else ""
        raise Refused(f"This is before the first day of plan {cycle.number}.{began}", "seen_on")
    if cycle.closed_on is None:
        return cycle
    after = Cycle.objects.filter(
        child=plan.child_id,
        number__gt=cycle.number,
        starts_on__lte=seen_on,
        closed_on__isnull=True,
    ).first()
    if after is None:
        raise Refused(
            f"The cycle of plan {cycle.number} ended on {say_day(cycle.closed_on, today)}. "
            "Its record does not change any more.",
            "seen_on",
        )
    return after


def check_lines_stand(keys: Iterable[UUID], standing: Iterable[UUID]) -> None:
    """Every line of the entry stands in the child's own plan in force."""
    if set(keys) - set(standing):
        raise Refused(
            "One of these lines is not in the plan any more. Open the page again.", "lines"
        )


def check_says_something(keys: Iterable[UUID], what_we_saw: str, from_home: str = "") -> None:
    """A line or words; the words may be the parents' alone, about what they saw at home."""
    if not list(keys) and not what_we_saw.strip() and not from_home.strip():
        raise Refused("Tick what you did, or write what you saw.", "what_we_saw")


def check_can_change_entry(entry: InterventionEntry) -> None:
    """An entry changes while its cycle is open and it was not taken back."""
    check_can_change(entry.child)
    if entry.cycle.closed_on:
        raise Refused(
            "The review of this cycle has been held. Its record does not change any more."
        )
    if entry.taken_back_at:
        raise Refused("This entry was taken back. Put it back first.")
    if entry.not_delivered_because:
        raise Refused("To change the reason, take this back and record it again.")


def can_change_entry(entry: InterventionEntry) -> bool:
    try:
        check_can_change_entry(entry)
    except Refused:
        return False
    return True


def check_can_take_back(entry: InterventionEntry) -> None:
    check_can_change(entry.child)
    if entry.cycle.closed_on:
        raise Refused(
            "The review of this cycle has been held. Its record does not change any more."
        )


def can_take_back(entry: InterventionEntry) -> bool:
    return not entry.child.archived_on and not entry.cycle.closed_on
