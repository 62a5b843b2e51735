"""What is due about the answer, the people around a child, and what they sent and said."""

from collections.abc import Iterator
from datetime import date

from isp_portal.dashboards.rules.facts import (
    CameInFacts,
    ChildFacts,
    EndingFacts,
    MinutesFacts,
    RecipientFacts,
    ReplyFacts,
    ReportFacts,
)
from isp_portal.dashboards.rules.tasks import Task
from isp_portal.sharing.rules import ReplyKind

from .rows import Due, DueList, a_due

ENDS_WITHIN_DAYS = 28
"""Four weeks are enough to ask again."""


def of_child(child: ChildFacts, has_plan: bool, today: date) -> Iterator[Due]:
    """What the answer asks for, an answer that changed, and nobody to look after the child."""
    since = child.decided_on
    start = since or today
    if not child.outcome:
        yield a_due(DueList.NOT_ASKED, child, since, Task.ASK_ADULTS, child.pk, start)
    elif child.is_required is not False and not has_plan:
        task = Task.START_PLAN if child.is_required else Task.START_INTERIM
        yield a_due(DueList.NEEDS_PLAN, child, since, task, child.pk, start)
    if child.is_unseen:
        yield a_due(DueList.CHANGED, child, since, Task.SEE_CHANGE, child.pk, start)
    if child.key_person_id is None:
        began, task = child.started_on, Task.CHOOSE_KEY_PERSON
        yield a_due(DueList.NO_KEY_PERSON, child, began, task, child.pk, today)


def of_recipient(row: RecipientFacts, child: ChildFacts, finalised_on: date) -> Iterator[Due]:
    """A parent without a copy (C3.2), or who holds one and has not answered. Neither blocks."""
    if row.given_on is None and not row.is_excused:
        task = Task.GIVE_COPY
        yield a_due(DueList.NO_COPY, child, finalised_on, task, row.plan, finalised_on, row)
    elif row.given_on is not None and not row.has_answered:
        task = Task.RECORD_ANSWER
        yield a_due(DueList.NO_ANSWER, child, row.given_on, task, row.plan, row.given_on, row)


def of_ending(row: EndingFacts, child: ChildFacts, today: date) -> Due:
    task = Task.ASK_CONSENT if row.kind == "consent" else Task.RECORD_ADVICE
    return a_due(DueList.ENDING, child, row.until_on, task, child.pk, row.until_on, row)


REPORT_TASKS = {
    "needs_consent": Task.ASK_CONSENT,
    "chase": Task.CHASE_REPORT,
    "out_of_date": Task.RENEW_REPORT,
}


def of_report(row: ReportFacts, child: ChildFacts, today: date) -> Due:
    """A report to ask for, to chase or to renew; each contact waits for consent (C7)."""
    task = REPORT_TASKS.get(row.state, Task.ASK_REPORT)
    return a_due(DueList.REPORTS, child, row.since, task, child.pk, row.since, row)


def of_minutes(row: MinutesFacts, child: ChildFacts, today: date) -> Due:
    """A parent who does not hold the minutes of a review as they stand now (C8.1)."""
    since, task = row.since or today, Task.GIVE_MINUTES
    return a_due(DueList.NO_MINUTES, child, since, task, row.review, since, row)


def of_reply(row: ReplyFacts, child: ChildFacts, today: date) -> Due:
    """What a parent said and nobody has looked at: it waits for a person, whatever it says."""
    return a_due(DueList.SAID, child, row.said_on, _to_do_about(row), row.pk, row.said_on, row)


def _to_do_about(row: ReplyFacts) -> Task:
    if row.wants_call:
        return Task.RING_PARENT
    return Task.ANSWER_QUESTION if row.kind == ReplyKind.QUESTION else Task.READ_REPLY


def of_came_in(row: CameInFacts, child: ChildFacts, today: date) -> Due:
    """A report that an agency sent by its link: it counts for nothing until somebody looks (C1)."""
    task = Task.LOOK_AT_REPORT
    return a_due(DueList.CAME_IN, child, row.came_on, task, child.pk, row.came_on, row)
