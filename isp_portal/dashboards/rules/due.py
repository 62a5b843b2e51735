"""What is due, worked out from the facts at every reading: nothing here was typed as a reminder.

A row of a list is a `Due`. It holds what it rests on; its words are made where it is shown.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from plans.rules.window import Calendar, Moved, ReviewWindow
from reviews.rules.review_state import ReviewState, review_state

from .facts import (
    ChildFacts,
    EndingFacts,
    Facts,
    Key,
    PlanFacts,
    RecipientFacts,
    ReportFacts,
)
from .tasks import WAITS, Task

LONDON = ZoneInfo("Europe/London")
THIN_AFTER_OPEN_DAYS = 10
"""Two weeks of open days without an entry: a quarter of a cycle of which the review knows nothing (C8)."""
ENDS_WITHIN_DAYS = 28
"""Four weeks are enough to ask again."""


class DueList(StrEnum):
    """The lists of the dashboard, in the order in which they stand on it."""

    MINUTES = "minutes"
    OVERDUE = "overdue"
    IN_WINDOW = "in-window"
    NO_DATE = "no-date"
    NEEDS_PLAN = "needs-plan"
    WRITING = "being-written"
    REPORTS = "reports"
    SIGNATURES = "signatures"
    NO_COPY = "no-copy"
    NO_ANSWER = "no-answer"
    THIN = "thin-records"
    CHANGED = "changed"
    NO_KEY_PERSON = "no-key-person"
    ENDING = "ending"
    NOT_ASKED = "not-asked"


class Due(NamedTuple):
    """One thing to do for one child. `about` is the record that the task opens; `by` the day by
    which it has to be done, so that everything before it can wait."""

    list: DueList
    child: ChildFacts
    since: date | None
    task: Task
    about: Key
    by: date
    facts: Any = None


def day_of(at: datetime | None, otherwise: date) -> date:
    """The day in London of an instant."""
    return at.astimezone(LONDON).date() if at else otherwise


def everything_due(
    facts: Facts, today: date, calendar: Calendar | None
) -> dict[DueList, list[Due]]:
    """Each list whole. `calendar` None: the setting has no opening days yet.

    Facts are read one after the other: what belongs to a child who is not among them is left out.
    """
    lists: dict[DueList, list[Due]] = {name: [] for name in DueList}
    for due in _all_due(facts, today, _quiet_since(calendar, today)):
        lists[due.list].append(due)
    return lists


def _all_due(facts: Facts, today: date, quiet_since: date | None) -> Iterator[Due]:
    children = {child.pk: child for child in facts.children}
    plans = {plan.pk: plan for plan in facts.plans if plan.child in children}
    planned = {plan.child for plan in plans.values()}
    for child in facts.children:
        yield from _of_child(child, child.pk in planned, today)
    for plan in plans.values():
        yield from _of_plan(plan, children[plan.child], today, quiet_since)
    for row in facts.recipients:
        if row.plan in plans:
            finalised_on = day_of(plans[row.plan].finalised_at, today)
            yield from _of_recipient(row, children[row.child], finalised_on)
    yield from (
        _of_report(row, children[row.child]) for row in facts.reports if row.child in children
    )
    yield from (
        _of_ending(row, children[row.child]) for row in facts.ending if row.child in children
    )


def _due(
    name: DueList,
    child: ChildFacts,
    since: date | None,
    task: Task,
    about: Key,
    by: date,
    facts: Any = None,
) -> Due:
    return Due(name, child, since, task, about, by + WAITS[task], facts)


def _of_child(child: ChildFacts, has_plan: bool, today: date) -> Iterator[Due]:
    """What the answer asks for, an answer that changed, and nobody to look after the child."""
    since = child.decided_on
    start = since or today
    if not child.outcome:
        yield _due(DueList.NOT_ASKED, child, since, Task.ASK_ADULTS, child.pk, start)
    elif child.is_required is not False and not has_plan:
        task = Task.START_PLAN if child.is_required else Task.START_INTERIM
        yield _due(DueList.NEEDS_PLAN, child, since, task, child.pk, start)
    if child.is_unseen:
        yield _due(DueList.CHANGED, child, since, Task.SEE_CHANGE, child.pk, start)
    if child.key_person_id is None:
        began, task = child.started_on, Task.CHOOSE_KEY_PERSON
        yield _due(DueList.NO_KEY_PERSON, child, began, task, child.pk, today)


def _of_plan(
    plan: PlanFacts, child: ChildFacts, today: date, quiet_since: date | None
) -> Iterator[Due]:
    if not plan.is_in_force:
        yield _of_writing(plan, child, today)
        return
    finalised_on = day_of(plan.finalised_at, today)
    if not plan.has_recipient:
        task = Task.NAME_RECIPIENT
        yield _due(DueList.NO_COPY, child, finalised_on, task, child.pk, finalised_on)
    if plan.closed_on is not None and (plan.held_on is None or plan.reviewed_at is not None):
        return
    if plan.opens_on is None or plan.due_on is None:
        task = Task.AGREE_DATE
        yield _due(DueList.NO_DATE, child, finalised_on, task, plan.pk, finalised_on, plan)
        return
    yield from _of_review(plan, child, plan.opens_on, plan.due_on, today)
    yield from _of_record(plan, child, today, quiet_since)


def _of_writing(plan: PlanFacts, child: ChildFacts, today: date) -> Due:
    """A draft without a first day has no date at all; a ready plan waits for signatures."""
    if plan.ready_at is not None and plan.status == "ready":
        since = day_of(plan.ready_at, today)
        return _due(DueList.SIGNATURES, child, since, _signature(plan), plan.pk, since, plan)
    if plan.starts_on is None:
        return _due(DueList.NO_DATE, child, None, Task.SET_FIRST_DAY, plan.pk, today, plan)
    since = plan.starts_on
    return _due(DueList.WRITING, child, since, Task.WRITE_PLAN, plan.pk, since, plan)


def _signature(plan: PlanFacts) -> Task:
    if not plan.senco_agreed:
        return Task.SIGN_PLAN
    return Task.FINALISE_PLAN if plan.key_person_agreed else Task.SEE_WHO_AGREED


def _of_review(
    plan: PlanFacts, child: ChildFacts, opens_on: date, due_on: date, today: date
) -> Iterator[Due]:
    """Overdue, in the window, or held with its minutes to finish (C4, C8.1)."""
    window = ReviewWindow(opens_on, due_on, Moved.NO)
    state = review_state(window, planned_on=plan.planned_on, held_on=plan.held_on, today=today)
    if state is ReviewState.MINUTES and plan.review and plan.held_on:
        task = Task.FINISH_MINUTES
        yield _due(DueList.MINUTES, child, plan.held_on, task, plan.review, plan.held_on, plan)
    elif today >= opens_on:
        name = DueList.OVERDUE if today > due_on else DueList.IN_WINDOW
        task = _review_task(plan, today)
        about = plan.review or child.pk
        yield _due(name, child, due_on, task, about, plan.planned_on or due_on, plan)


def _review_task(plan: PlanFacts, today: date) -> Task:
    if plan.review is None:
        return Task.PLAN_REVIEW
    booked = plan.planned_on
    return Task.BEGIN_REVIEW if booked is not None and booked <= today else Task.OPEN_REVIEW


def _of_record(
    plan: PlanFacts, child: ChildFacts, today: date, quiet_since: date | None
) -> Iterator[Due]:
    """A cycle that runs, and of which nothing was written for too many open days (C8)."""
    if plan.starts_on is None or plan.held_on is not None or quiet_since is None:
        return
    last = max(plan.last_entry_on or plan.starts_on, plan.starts_on)
    if last < quiet_since:
        yield _due(DueList.THIN, child, last, Task.WRITE_ENTRY, child.pk, last, plan)


def _quiet_since(calendar: Calendar | None, today: date) -> date | None:
    """A record whose last entry is older than this has been quiet too long; None: nobody can say."""
    if calendar is None:
        return None
    open_days = 0
    for days in range(366):
        day = today - timedelta(days=days)
        open_days += calendar.is_open(day)
        if open_days == THIN_AFTER_OPEN_DAYS:
            return day
    return None


def _of_recipient(row: RecipientFacts, child: ChildFacts, finalised_on: date) -> Iterator[Due]:
    """A parent without a copy (C3.2), or who holds one and has not answered. Neither blocks."""
    if row.given_on is None and not row.is_excused:
        task = Task.GIVE_COPY
        yield _due(DueList.NO_COPY, child, finalised_on, task, row.plan, finalised_on, row)
    elif row.given_on is not None and not row.has_answered:
        task = Task.RECORD_ANSWER
        yield _due(DueList.NO_ANSWER, child, row.given_on, task, row.plan, row.given_on, row)


def _of_ending(row: EndingFacts, child: ChildFacts) -> Due:
    task = Task.ASK_CONSENT if row.kind == "consent" else Task.RECORD_ADVICE
    return _due(DueList.ENDING, child, row.until_on, task, child.pk, row.until_on, row)


REPORT_TASKS = {
    "needs_consent": Task.ASK_CONSENT,
    "chase": Task.CHASE_REPORT,
    "out_of_date": Task.RENEW_REPORT,
}


def _of_report(row: ReportFacts, child: ChildFacts) -> Due:
    """A report to ask for, to chase or to renew; each contact waits for consent (C7)."""
    task = REPORT_TASKS.get(row.state, Task.ASK_REPORT)
    return _due(DueList.REPORTS, child, row.since, task, child.pk, row.since, row)


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
