"""The facts of the parents' page: one side beside the plan, for one parent (C3.2)."""

from dataclasses import dataclass
from datetime import date, time

from isp_portal.documents.facts.people import Child, Recipient, Setting
from isp_portal.documents.facts.plan import ChangedSince


@dataclass(frozen=True, kw_only=True)
class PageLine:
    """What staff wrote, under the number that the line has in the plan."""

    number: int
    words: str


@dataclass(frozen=True, kw_only=True)
class ParentsPage:
    """The page of one version of a plan, as issued to one parent on one day.

    `we_do` and `at_home` hold every line of the plan, whole; the paper shows the first of them and
    says that the plan has more. `meets_on` is the day agreed for the review; without one it is
    between `window_opens_on` and `due_on`.
    """

    setting: Setting
    child: Child
    recipient: Recipient
    plan_title: str
    number: int
    version: int
    version_of: date
    issued_on: date
    replaces: str = ""
    changed: ChangedSince | None = None
    we_do: tuple[PageLine, ...] = ()
    at_home: tuple[PageLine, ...] = ()
    meets_on: date | None = None
    meets_at: time | None = None
    place: str = ""
    interpreter: str = ""
    window_opens_on: date | None = None
    due_on: date | None = None
    senco: str = ""
