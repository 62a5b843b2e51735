"""What is due about a child's plan: its review, its dates, its record, its signatures."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from isp_portal.dashboards.rules.facts import ChildFacts, PlanFacts, WeeksFacts
from isp_portal.dashboards.rules.tasks import Task
from plans.rules.window import Calendar, Moved, ReviewRules, ReviewWindow, needs_confirming
from reviews.rules.review_state import ReviewState, review_state

from .rows import Due, DueList, a_due

THIN_AFTER_OPEN_DAYS = 10
"""Two weeks of open days without an entry: a quarter of a cycle of which the review knows nothing (C8)."""
RulesOn = Callable[[date], ReviewRules]
"""The rules in force on the day on which a cycle starts."""


def of_plan(
    plan: PlanFacts,
    child: ChildFacts,
    today: date,
    quiet: date | None,
    calendar: Calendar | None,
    rules_on: RulesOn,
) -> Iterator[Due]:
    """Everything about a plan that is being written or in force."""
    if not plan.is_in_force:
        yield _of_writing(plan, child, today)
        return
    finalised_on = plan.finalised_on or today
    if not plan.has_recipient:
        task = Task.NAME_RECIPIENT
        yield a_due(DueList.NO_COPY, child, finalised_on, task, child.pk, finalised_on)
    if plan.closed_on is not None and (plan.held_on is None or plan.is_reviewed):
        return
    if plan.opens_on is None or plan.due_on is None:
        task = Task.AGREE_DATE
        yield a_due(DueList.NO_DATE, child, finalised_on, task, plan.pk, finalised_on, plan)
        return
    yield from _of_review(plan, child, plan.opens_on, plan.due_on, today)
    yield from _of_record(plan, child, today, quiet)
    yield from _of_weeks(plan, child, finalised_on, calendar, rules_on)


def _of_writing(plan: PlanFacts, child: ChildFacts, today: date) -> Due:
    """A draft without a first day has no date at all; a ready plan waits for signatures."""
    if plan.ready_on is not None and plan.status == "ready":
        since = plan.ready_on
        return a_due(DueList.SIGNATURES, child, since, _signature(plan), plan.pk, since, plan)
    if plan.starts_on is None:
        return a_due(DueList.NO_DATE, child, None, Task.SET_FIRST_DAY, plan.pk, today, plan)
    since = plan.starts_on
    return a_due(DueList.WRITING, child, since, Task.WRITE_PLAN, plan.pk, since, plan)


def _signature(plan: PlanFacts) -> Task:
    if not plan.senco_agreed:
        return Task.SIGN_PLAN
    return Task.FINALISE_PLAN if plan.key_person_agreed else Task.SEE_WHO_AGREED


def _of_review(
    plan: PlanFacts, child: ChildFacts, opens_on: date, due_on: date, today: date
) -> Iterator[Due]:
    """Overdue, in the window, or held with its minutes to finish (C4, C8.1)."""
    if plan.held_on is None and today < opens_on:
        return
    window = ReviewWindow(opens_on, due_on, Moved.NO)
    state = review_state(window, planned_on=plan.planned_on, held_on=plan.held_on, today=today)
    if state is ReviewState.MINUTES and plan.review and plan.held_on:
        task = Task.FINISH_MINUTES
        yield a_due(DueList.MINUTES, child, plan.held_on, task, plan.review, plan.held_on, plan)
    elif today >= opens_on:
        name = DueList.OVERDUE if today > due_on else DueList.IN_WINDOW
        task = _review_task(plan, today)
        about = plan.review or child.pk
        yield a_due(name, child, due_on, task, about, plan.planned_on or due_on, plan)


def _review_task(plan: PlanFacts, today: date) -> Task:
    if plan.review is None:
        return Task.PLAN_REVIEW
    booked = plan.planned_on
    return Task.BEGIN_REVIEW if booked is not None and booked <= today else Task.OPEN_REVIEW


def _of_record(
    plan: PlanFacts, child: ChildFacts, today: date, quiet: date | None
) -> Iterator[Due]:
    """A cycle that runs, and of which nothing was written for too many open days (C8)."""
    if plan.starts_on is None or plan.held_on is not None or quiet is None:
        return
    last = max(plan.last_entry_on or plan.starts_on, plan.starts_on)
    if last < quiet:
        yield a_due(DueList.THIN, child, last, Task.WRITE_ENTRY, child.pk, last, plan)


def quiet_since(calendar: Calendar | None, today: date) -> date | None:
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


def _of_weeks(
    plan: PlanFacts,
    child: ChildFacts,
    finalised_on: date,
    calendar: Calendar | None,
    rules_on: RulesOn,
) -> Iterator[Due]:
    """A review still to come whose day lies outside six to eight weeks: the SENCO confirms it or
    agrees another, before its window opens (C4)."""
    starts_on, opens_on, due_on = plan.starts_on, plan.opens_on, plan.due_on
    if plan.held_on is not None or plan.agreed_because:
        return
    if starts_on is None or opens_on is None or due_on is None:
        return
    if needs_confirming(starts_on, due_on, rules_on(starts_on)):
        weeks = WeeksFacts(starts_on, opens_on, due_on, calendar)
        task = Task.CONFIRM_DATE
        yield a_due(DueList.CONFIRM, child, finalised_on, task, plan.pk, opens_on, weeks)
