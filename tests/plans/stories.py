"""Plans at each step of their path, told with the portal's own actions."""

from datetime import date
from uuid import uuid4

from agencies.models import ReceivedFrom, Report
from plans import actions
from plans.models import Capacity, Strategy, SupportPlan, Target
from tests.people import STORY, Cast

WORDS = {
    "strengths": "Seyi builds tall towers and laughs when they fall.",
    "matters_to_child": "His train with the red funnel.",
    "how_child_showed_it": "He carries it into every room.",
    "parents_view": "He is a happy boy. I want him to have words.",
    "what_is_difficult": "Changing from one thing to the next.",
}
A_STRATEGY = {
    "what_adults_do": "Say his name, wait five seconds, then show the picture card",
    "when_and_where": "All day, all rooms",
    "who": "Any adult with him",
    "source_kind": "setting",
}
A_TARGET = {
    "small_step": "Asks for help with a sign",
    "starting_point": "Hands the box over and cries",
    "know_when": "He does it with two different adults",
    "source_kind": "parent",
}


def report(people: Cast, child: object = None) -> Report:
    return Report(
        child=child or people.seyi,
        agency=people.speech,
        title="Speech and language report",
        dated_on=date(2026, 10, 1),
        received_on=date(2026, 10, 5),
        received_from=ReceivedFrom.AGENCY,
        holds_strategies=True,
        holds_targets=False,
    ).record(by=STORY)


def draft(people: Cast, starts_on: date | None = date(2026, 11, 23)) -> SupportPlan:
    """An empty draft of Seyi's plan, started by Kemi."""
    return actions.start_plan(child=people.seyi, starts_on=starts_on, by=people.kemi.as_actor())


def strategy(plan: SupportPlan, people: Cast, **words: object) -> Strategy:
    line = actions.add_strategy(plan=plan, line_key=uuid4(), by=people.kemi.as_actor())
    values = {**A_STRATEGY, **words}
    return actions.change_strategy(line=line, values=values, by=people.kemi.as_actor())


def target(plan: SupportPlan, people: Cast, *served_by: Strategy, **words: object) -> Target:
    line = actions.add_target(plan=plan, line_key=uuid4(), by=people.kemi.as_actor())
    return actions.change_target(
        line=line,
        values={**A_TARGET, **words},
        served_by=served_by,
        by=people.kemi.as_actor(),
    )


def complete(people: Cast, starts_on: date = date(2026, 11, 23)) -> SupportPlan:
    """A draft without a gap: one strategy and one target."""
    plan = draft(people, starts_on)
    plan = actions.change_section(plan=plan, values=WORDS, by=people.kemi.as_actor())
    target(plan, people, strategy(plan, people))
    return plan


def agreed(people: Cast, plan: SupportPlan) -> SupportPlan:
    """Marked ready, and agreed by Kemi and by Sam."""
    plan = actions.mark_ready(plan=plan, by=people.kemi.as_actor())
    for member, capacity in ((people.kemi, Capacity.KEY_PERSON), (people.sam, Capacity.SENCO)):
        actions.sign_plan(
            plan=plan,
            capacity=capacity,
            answer="agreed",
            membership=member,
            by=member.as_actor(),
        )
    return plan


def finalised(people: Cast, starts_on: date = date(2026, 11, 23)) -> SupportPlan:
    """Seyi's plan in force."""
    plan = agreed(people, complete(people, starts_on))
    return actions.finalise_plan(plan=plan, by=people.sam.as_actor())
