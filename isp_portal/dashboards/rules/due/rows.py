"""What a due thing is, and the lists it stands on. Its words are made where it is shown."""

from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from isp_portal.dashboards.rules.facts import ChildFacts, Key
from isp_portal.dashboards.rules.tasks import WAITS, Task


class DueList(StrEnum):
    """The lists of the dashboard, in the order in which they stand on it."""

    MINUTES = "minutes"
    OVERDUE = "overdue"
    IN_WINDOW = "in-window"
    NO_DATE = "no-date"
    SAID = "parents-said"
    NEEDS_PLAN = "needs-plan"
    WRITING = "being-written"
    CAME_IN = "came-in"
    REPORTS = "reports"
    SIGNATURES = "signatures"
    NO_COPY = "no-copy"
    NO_MINUTES = "no-minutes"
    NO_ANSWER = "no-answer"
    THIN = "thin-records"
    CONFIRM = "to-confirm"
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


def a_due(
    name: DueList,
    child: ChildFacts,
    since: date | None,
    task: Task,
    about: Key,
    by: date,
    facts: Any = None,
) -> Due:
    """`by` is counted from the day given, by how long such a task can wait."""
    return Due(name, child, since, task, about, by + WAITS[task], facts)
