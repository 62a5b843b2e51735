"""What is due, worked out from the facts at every reading: nothing here was typed as a reminder."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from isp_portal.dashboards.rules.facts import ChildFacts, Facts, Key
from plans.rules.window import DEFAULT_REVIEW_RULES, Calendar

from .of_people import (
    of_came_in,
    of_child,
    of_ending,
    of_minutes,
    of_recipient,
    of_reply,
    of_report,
)
from .of_plan import RulesOn, of_plan, quiet_since
from .rows import Due, DueList

DueOf = Callable[[Any, ChildFacts, date], Due]


def everything_due(
    facts: Facts,
    today: date,
    calendar: Calendar | None,
    rules_on: RulesOn = lambda _: DEFAULT_REVIEW_RULES,
) -> dict[DueList, list[Due]]:
    """Each list whole. `calendar` None: the setting has no opening days yet.

    Facts are read one after the other: what belongs to a child who is not among them is left out.
    """
    lists: dict[DueList, list[Due]] = {name: [] for name in DueList}
    children = {child.pk: child for child in facts.children}
    for due in _of_children_and_plans(facts, children, today, calendar, rules_on):
        lists[due.list].append(due)
    for due in _of_people(facts, children, today):
        lists[due.list].append(due)
    return lists


def _of_children_and_plans(
    facts: Facts,
    children: dict[Key, ChildFacts],
    today: date,
    calendar: Calendar | None,
    rules_on: RulesOn,
) -> Iterator[Due]:
    quiet = quiet_since(calendar, today)
    planned = {plan.child for plan in facts.plans}
    for child in facts.children:
        yield from of_child(child, child.pk in planned, today)
    for plan in facts.plans:
        if plan.child in children:
            yield from of_plan(plan, children[plan.child], today, quiet, calendar, rules_on)


def _of_people(facts: Facts, children: dict[Key, ChildFacts], today: date) -> Iterator[Due]:
    finalised = {plan.pk: plan.finalised_on for plan in facts.plans}
    for row in facts.recipients:
        if row.child in children and row.plan in finalised:
            since = finalised[row.plan] or today
            yield from of_recipient(row, children[row.child], since)
    about: tuple[tuple[Sequence[Any], DueOf], ...] = (
        (facts.minutes, of_minutes),
        (facts.replies, of_reply),
        (facts.came_in, of_came_in),
        (facts.reports, of_report),
        (facts.ending, of_ending),
    )
    for rows, due_of in about:
        yield from (
            due_of(row, children[row.child], today) for row in rows if row.child in children
        )


SORTS = ("since", "name", "room", "key-person")


def in_order(rows: Iterable[Due], sort: str) -> list[Due]:
    """Longest due first; or by name, room or key person, and then the longest due first.

    Rows that fell due on one day stay in the order in which they come: by name.
    """
    first = sorted(rows, key=lambda due: due.since or date.max)
    if sort == "name":
        return sorted(first, key=lambda due: due.child.legal_name.casefold())
    if sort == "room":
        return sorted(first, key=lambda due: (due.child.room or "\uffff").casefold())
    if sort == "key-person":
        return sorted(first, key=lambda due: (due.child.key_person or "\uffff").casefold())
    return first
