"""Where the button of a due row leads: the very form on which the thing is done."""

from functools import cache
from typing import NamedTuple
from uuid import UUID

from django.urls import reverse

from accounts.models import Membership
from accounts.rules.roles import Permission
from isp_portal.dashboards.rules.due import Due, DueList
from isp_portal.dashboards.rules.facts import Key
from isp_portal.dashboards.rules.tasks import Task

NOWHERE = UUID(int=0)
LETTERS = 32
"""Of an id without its dashes."""


class Step(NamedTuple):
    """The page of a task, the place on it, and who may do what is asked there."""

    page: str
    permission: Permission
    place: str = ""


STEPS: dict[Task, Step] = {
    Task.FINISH_MINUTES: Step("reviews:review", Permission.HOLD_REVIEW),
    Task.BEGIN_REVIEW: Step("reviews:review", Permission.HOLD_REVIEW),
    Task.PLAN_REVIEW: Step("reviews:review_plan", Permission.HOLD_REVIEW),
    Task.OPEN_REVIEW: Step("reviews:review", Permission.HOLD_REVIEW),
    Task.AGREE_DATE: Step("plans:due_date", Permission.FINALISE_PLAN),
    Task.SET_FIRST_DAY: Step("plans:edit", Permission.WRITE_PLAN),
    Task.START_PLAN: Step("plans:start", Permission.WRITE_PLAN),
    Task.START_INTERIM: Step("plans:start", Permission.WRITE_PLAN),
    Task.WRITE_PLAN: Step("plans:edit", Permission.WRITE_PLAN),
    Task.ASK_ADULTS: Step("children:support_need", Permission.ANSWER_SUPPORT_NEED),
    Task.SIGN_PLAN: Step("plans:finish", Permission.SIGN_PLAN),
    Task.SEE_WHO_AGREED: Step("plans:finish", Permission.SIGN_PLAN),
    Task.FINALISE_PLAN: Step("plans:finish", Permission.FINALISE_PLAN),
    Task.GIVE_COPY: Step("documents:copies", Permission.ISSUE_DOCUMENT),
    Task.NAME_RECIPIENT: Step("children:contacts", Permission.EDIT_CHILD),
    Task.RECORD_ANSWER: Step("plans:finish", Permission.WRITE_PLAN, "#parents"),
    Task.WRITE_ENTRY: Step("reviews:entry_add", Permission.RECORD_ENTRY),
    Task.SEE_CHANGE: Step("dashboards:child", Permission.ACKNOWLEDGE_DECISION, "#answer"),
    Task.ASK_REPORT: Step("agencies:requests", Permission.MANAGE_AGENCIES),
    Task.CHASE_REPORT: Step("agencies:requests", Permission.MANAGE_AGENCIES),
    Task.RENEW_REPORT: Step("agencies:requests", Permission.MANAGE_AGENCIES),
    Task.CHOOSE_KEY_PERSON: Step("children:key_person", Permission.ASSIGN_KEY_PERSON),
    Task.ASK_CONSENT: Step("agencies:consent", Permission.RECORD_CONSENT),
    Task.LOOK_AT_REPORT: Step("agencies:recommendations", Permission.RECORD_REPORT),
    Task.CONFIRM_DATE: Step("plans:due_date", Permission.FINALISE_PLAN),
    Task.READ_REPLY: Step("sharing:reply", Permission.HOLD_REVIEW),
    Task.ANSWER_QUESTION: Step("sharing:reply", Permission.HOLD_REVIEW),
    Task.RING_PARENT: Step("sharing:reply", Permission.HOLD_REVIEW),
    Task.GIVE_MINUTES: Step("documents:minutes", Permission.ISSUE_DOCUMENT),
    Task.RECORD_ADVICE: Step("agencies:advice_add", Permission.RECORD_ADVICE),
}
A_LOOK = "See the child"
"""What somebody is offered who may not do the thing."""


def next_step(due: Due, membership: Membership) -> tuple[str, str]:
    """The words of the button, and its address. A report knows its own next form."""
    step = STEPS[due.task]
    if due.list is DueList.REPORTS:
        words = due.facts.words()
        return (words.act, words.url) if words.url else _a_look(due)
    if not membership.may(step.permission):
        return _a_look(due)
    if due.list is DueList.CAME_IN:
        return due.task.value, address(step.page, due.child.pk, due.facts.report)
    return due.task.value, address(step.page, due.about) + step.place


def _a_look(due: Due) -> tuple[str, str]:
    return A_LOOK, address("dashboards:child", due.child.pk)


def address(name: str, *keys: Key) -> str:
    """The address of a page with one id or two. Its pattern is worked out once: lists hold many."""
    first, *between = _around_the_ids(name, len(keys))
    return first + "".join(
        f"{_dashed(key)}{after}" for key, after in zip(keys, between, strict=True)
    )


def _dashed(key: Key) -> str:
    """The id as addresses have it: one database writes the dashes, the other does not."""
    if len(key) > LETTERS:
        return key
    return "-".join((key[:8], key[8:12], key[12:16], key[16:20], key[20:]))


@cache
def _around_the_ids(name: str, count: int) -> list[str]:
    return reverse(name, args=[NOWHERE] * count).split(str(NOWHERE))
