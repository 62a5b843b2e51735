"""Seyi's plan in force since Monday 5 October, and entries in its record."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from children.actions import press_mark
from children.models import Child, Mark, Session
from plans import actions as plans
from reviews import actions
from reviews.models import InterventionEntry
from reviews.queries.plan_lines import PlanNow, plan_in_force
from reviews.rules.help import HelpLevel
from tests.people import STORY, Cast, child
from tests.plans import stories

BEGAN = date(2026, 10, 5)
TODAY = date(2026, 11, 23)


def plan_now(people: Cast, starts_on: date = BEGAN) -> PlanNow:
    """Seyi's plan, finalised: one strategy and one target."""
    stories.finalised(people, starts_on)
    return in_force(people)


def in_force(people: Cast) -> PlanNow:
    found = plan_in_force(people.seyi)
    assert found is not None
    return found


def keys(now: PlanNow) -> list[UUID]:
    return [line.key for line in now.lines]


def entry(people: Cast, **values: Any) -> InterventionEntry:
    """Kemi saw something today, with the strategy and some help unless `values` say otherwise."""
    given: dict[str, Any] = {
        "child": people.seyi,
        "what_we_saw": "Took the banana card off the board and gave it to me.",
        "seen_on": TODAY,
        "seen_by": people.kemi,
        "form_token": uuid4(),
        "by": people.kemi.as_actor(),
    }
    if "lines" not in values:
        given["lines"] = {keys(in_force(people))[0]: HelpLevel.SOME}
    return actions.record_entry(**{**given, **values})


def planned_child(people: Cast, number: int) -> None:
    """Another of Kemi's key children with a plan in force and an entry of yesterday's week."""
    born = date(2023, 3, 3)
    row = child(people.orchard, f"Ottilie Grey the {number}th", "", born, people.kemi)
    plan = plans.start_plan(child=row, starts_on=date(2026, 10, 5), by=people.kemi.as_actor())
    plan = plans.change_section(plan=plan, values=stories.WORDS, by=STORY)
    stories.target(plan, people, stories.strategy(plan, people))
    plans.finalise_plan(plan=stories.agreed(people, plan), by=people.sam.as_actor())
    press_mark(child=row, on=date(2026, 11, 20), session=Session.MORNING, mark=Mark.IN, by=STORY)
    entry_of(people, row)


def entry_of(people: Cast, row: Child) -> None:
    now = plan_in_force(row)
    assert now is not None
    entry(
        people,
        child=row,
        lines=dict.fromkeys(keys(now), HelpLevel.SOME),
        seen_on=date(2026, 11, 19),
    )
