"""Which advice to use, or not to use, an ISP is in force on a day (C1, C2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from plans.rules.requirement import AdviceGiven


class AdviceBy(Enum):
    """Who advised: the two that the guidance names."""

    INCLUSION_TEAM = "inclusion_team"
    PROFESSIONAL = "professional"


@dataclass(frozen=True, slots=True)
class AdviceRecord:
    """One piece of advice. `until_on` is its last day; from `withdrawn_on` it counts no more.

    `confirmed` says that the SENCO has confirmed a professional's advice. Raises ValueError for
    advice that says neither use nor do not use.
    """

    use: AdviceGiven
    by: AdviceBy
    given_on: date
    recorded_at: datetime
    until_on: date | None = None
    confirmed: bool = False
    withdrawn_on: date | None = None

    def __post_init__(self) -> None:
        if self.use is AdviceGiven.NONE:
            raise ValueError("Advice says either to use an ISP or not to use one.")

    def stands_on(self, on: date) -> bool:
        """Given, not yet expired and not withdrawn on this day?"""
        expired = self.until_on is not None and self.until_on < on
        withdrawn = self.withdrawn_on is not None and self.withdrawn_on <= on
        return self.given_on <= on and not expired and not withdrawn

    def counts(self, agency_involved: bool) -> bool:
        """The inclusion team's at once; a professional's with an agency, or once confirmed."""
        return self.by is AdviceBy.INCLUSION_TEAM or agency_involved or self.confirmed

    def precedence(self) -> tuple[bool, date, datetime, bool]:
        """The highest wins: the team's before others', then the newest.

        Two records of one instant are settled for the plan, whichever is listed first.
        """
        by_team = self.by is AdviceBy.INCLUSION_TEAM
        return by_team, self.given_on, self.recorded_at, self.use is AdviceGiven.USE_ISP


@dataclass(frozen=True, slots=True)
class AdviceInForce:
    """The advice that counts and its record, whether others that count say something else,
    and the professional's advice that waits for the SENCO to confirm it."""

    advice: AdviceGiven
    record: AdviceRecord | None
    disagreement: bool
    waiting: tuple[AdviceRecord, ...] = ()


def advice_in_force(
    records: Iterable[AdviceRecord], on: date, agency_involved: bool
) -> AdviceInForce:
    """The advice in force on a day, whether or not an outside agency is involved."""
    standing = [record for record in records if record.stands_on(on)]
    counting = [record for record in standing if record.counts(agency_involved)]
    waiting = tuple(record for record in standing if not record.counts(agency_involved))
    if not counting:
        return AdviceInForce(AdviceGiven.NONE, None, False, waiting)
    record = max(counting, key=AdviceRecord.precedence)
    disagreement = any(other.use is not record.use for other in counting)
    return AdviceInForce(record.use, record, disagreement, waiting)
