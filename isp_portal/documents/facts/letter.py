"""The facts of a letter that invites somebody to a review (C4, C4.1)."""

from dataclasses import dataclass
from datetime import date, time

from isp_portal.documents.facts.minutes import Came
from isp_portal.documents.facts.people import Child, Recipient, Setting


@dataclass(frozen=True, kw_only=True)
class ReviewLetter:
    """An invitation to a review, as issued to one person on one day.

    `reader` is "parent", "agency" or "colleague". `address` is the recipient's own, one line each.
    `follows` is the day of their letter before this one, whose date or place no longer holds;
    `consented` is who allowed that this agency is invited, and since when (C7).
    """

    setting: Setting
    child: Child
    recipient: Recipient
    address: tuple[str, ...]
    number: int
    issued_on: date
    plan_title: str
    plan_number: int
    planned_on: date
    planned_time: time | None = None
    place: str = ""
    invited: tuple[Came, ...] = ()
    interpreter: str = ""
    signed_by: Came
    follows: date | None = None
    reader: str = "parent"
    consented: str = ""
