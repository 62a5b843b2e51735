"""Whether an agency may be contacted for a purpose, from what each adult has answered (C7).

Only what holders of parental responsibility said counts. One who gives opens the door; a
known objection of another shuts it until the SENCO has decided.
"""

from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum


@dataclass(frozen=True, slots=True)
class Answer:
    """One adult's answer, as the records hold it.

    `may_refuse` is whether the adult holds parental responsibility; `may_give` whether they hold
    it and may be asked as well. `withdrawn_by` is empty when the same adult answered again. `key`
    tells it from others.
    """

    who: str
    is_given: bool
    given_on: date
    until_on: date | None = None
    withdrawn_on: date | None = None
    withdrawn_by: str = ""
    may_give: bool = True
    may_refuse: bool = True
    key: Hashable = None

    def stands(self, on: date) -> bool:
        return self.given_on <= on and (self.withdrawn_on is None or on < self.withdrawn_on)

    def ran_out(self, on: date) -> bool:
        return self.until_on is not None and self.until_on < on


class Standing(Enum):
    """What the answers about one agency and one purpose come to."""

    GIVEN = "given"
    PAUSED = "paused"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The standing on a day, with the answer that it rests on."""

    standing: Standing
    answer: Answer | None = None

    @property
    def is_open(self) -> bool:
        return self.standing is Standing.GIVEN


def consent_on(answers: Collection[Answer], on: date) -> Verdict:
    """What the answers about one agency and one purpose come to on the day (C7).

    Of several, the latest given names the adult. A refusal or a withdrawal counts at once.
    """
    refused = _latest(a for a in answers if not a.is_given and a.may_refuse and a.stands(on))
    given = [a for a in answers if a.is_given and a.may_give and a.stands(on)]
    in_force = _latest(a for a in given if not a.ran_out(on))
    if refused:
        return Verdict(Standing.PAUSED if in_force else Standing.REFUSED, refused)
    if in_force:
        return Verdict(Standing.GIVEN, in_force)
    return _ended(answers, given, on)


def _ended(answers: Collection[Answer], given: list[Answer], on: date) -> Verdict:
    """No consent in force and nobody objects: the last thing that happened to one."""
    ran_out = _latest(given)
    withdrawn = _latest(
        a for a in answers if a.is_given and a.withdrawn_by and a.may_refuse and not a.stands(on)
    )
    if ran_out and (withdrawn is None or withdrawn.given_on < ran_out.given_on):
        return Verdict(Standing.ENDED, ran_out)
    return Verdict(Standing.WITHDRAWN, withdrawn) if withdrawn else Verdict(Standing.NONE)


def _latest(answers: Iterable[Answer]) -> Answer | None:
    return max(answers, key=lambda answer: answer.given_on, default=None)
