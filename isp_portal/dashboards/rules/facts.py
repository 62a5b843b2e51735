"""What is read about the children of a setting, a row each, before anything is made of it.

Named tuples: a setting of a thousand children is read at every opening of the page.
"""

from collections.abc import Callable
from datetime import date, time
from typing import NamedTuple

from plans.rules.window import Calendar

Key = str
"""The id of a record as its database writes it: text that is compared, and spelled out where shown."""


class ChildFacts(NamedTuple):
    """A child on the lists, who looks after them, and the latest answer to "is an ISP required?"

    `outcome` and `was` are codes of the decision table: empty while not asked, None while never
    worked out. `inputs` are the kept facts of the answer as JSON text.
    """

    pk: Key
    legal_name: str
    preferred_name: str
    started_on: date | None
    room: str | None
    key_person_id: Key | None
    key_person: str | None
    second: str | None
    outcome: str | None
    is_required: bool | None
    decided_on: date | None
    is_unseen: bool
    was: str | None
    inputs: str | None


class PlanFacts(NamedTuple):
    """A plan that is being written or in force, with its cycle and the review of that cycle."""

    child: Key
    pk: Key
    status: str
    number: int
    ready_on: date | None
    finalised_on: date | None
    starts_on: date | None
    opens_on: date | None
    due_on: date | None
    closed_on: date | None
    agreed_because: str
    review: Key | None
    planned_on: date | None
    planned_time: time | None
    held_on: date | None
    is_reviewed: bool
    last_entry_on: date | None
    invited_on: date | None
    key_person_agreed: bool
    senco_agreed: bool
    has_recipient: bool

    @property
    def is_in_force(self) -> bool:
        return self.status == "finalised"


class WeeksFacts(NamedTuple):
    """A running cycle whose review falls outside six to eight weeks (C4); `calendar` None: the
    setting has no opening days yet."""

    starts_on: date
    opens_on: date
    due_on: date
    calendar: Calendar | None


class RecipientFacts(NamedTuple):
    """A parent or carer who may receive copies of the plan in force, and how far they got."""

    child: Key
    plan: Key
    name: str
    given_on: date | None
    is_excused: bool
    """It is recorded why they hold no copy."""
    has_answered: bool
    shared_on: date | None
    """When a link to a copy of it was made that they may still open, if one was."""


class EndingFacts(NamedTuple):
    """Advice or a consent that holds until a day: `words` say whose."""

    child: Key
    kind: str
    words: str
    until_on: date


class ReportWords(NamedTuple):
    """What is said of a report. `act` is the words of its button, and `url` where that leads, empty
    where this reader may not take the step."""

    pill: str
    known: str
    act: str
    url: str


class ReportFacts(NamedTuple):
    """A report that waits for somebody: to be asked for, chased, or renewed (C7).

    `state` is its pill; `words` are made when they are asked for.
    """

    child: Key
    agency: str
    state: str
    since: date
    words: Callable[[], ReportWords]


class CameInFacts(NamedTuple):
    """A report that an agency sent by its link and nobody here has looked at."""

    child: Key
    report: Key
    agency: str
    dated_on: date
    came_on: date


class MinutesFacts(NamedTuple):
    """A parent or carer who may receive copies, and minutes that they do not hold as they stand (C8.1).

    `version` is the one that stands now, `held` the newest that they were given, 0 for none.
    """

    child: Key
    review: Key
    name: str
    since: date | None
    version: int
    held: int
    shared_on: date | None


class ReplyFacts(NamedTuple):
    """What a parent said and nobody has looked at yet; never their words.

    `kind` and `answer` are codes of `isp_portal.sharing.rules`; `call_times` when they can be rung.
    """

    child: Key
    pk: Key
    name: str
    kind: str
    answer: str
    wants_call: bool
    call_times: str
    said_on: date


class Facts(NamedTuple):
    """Everything that is read, for one setting and one reader."""

    children: list[ChildFacts]
    plans: list[PlanFacts]
    recipients: list[RecipientFacts]
    ending: list[EndingFacts]
    reports: list[ReportFacts]
    came_in: list[CameInFacts]
    minutes: list[MinutesFacts]
    replies: list[ReplyFacts]
