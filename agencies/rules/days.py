"""Days that cannot be right, each said in a sentence beside its field. No Django, no clock."""

from dataclasses import dataclass
from datetime import date

from accounts.rules.day_words import say_day

Problem = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Lifetime:
    """The days between which something about a child can have happened: birth and today."""

    born: date
    today: date

    def problem(self, field: str, on: date | None) -> Problem | None:
        """What is wrong with a day that lies outside, or None."""
        if on is None:
            return None
        if on > self.today:
            return field, f"{say_day(on, self.today)} is still to come"
        if on < self.born:
            return field, f"{say_day(on, self.today)} is before the child was born"
        return None


@dataclass(frozen=True, slots=True)
class InvolvementDays:
    """The days of an agency's path with a child, in the order in which they happen."""

    referred_on: date | None = None
    accepted_on: date | None = None
    waiting_since: date | None = None
    first_seen_on: date | None = None
    last_seen_on: date | None = None
    discharged_on: date | None = None

    def problems(self, life: Lifetime) -> list[Problem]:
        """Every day that cannot be right, in order; empty when all can."""
        found = [life.problem(name, getattr(self, name)) for name in self.__slots__]
        outside = [problem for problem in found if problem]
        return outside or [*self._missing(), *self._out_of_order()]

    def _missing(self) -> list[Problem]:
        if not any((self.referred_on, self.accepted_on, self.waiting_since, self.first_seen_on)):
            return [("referred_on", "Say when the child was referred, or first seen")]
        if self.last_seen_on and not self.first_seen_on:
            return [("first_seen_on", "Say when the child was first seen as well")]
        return []

    def _out_of_order(self) -> list[Problem]:
        return [
            (later, f"This is before the child was {words}")
            for later, earlier, words in ORDER
            if _before(getattr(self, later), getattr(self, earlier))
        ]


ORDER = (
    ("accepted_on", "referred_on", "referred"),
    ("waiting_since", "referred_on", "referred"),
    ("first_seen_on", "referred_on", "referred"),
    ("last_seen_on", "first_seen_on", "first seen"),
    ("discharged_on", "last_seen_on", "last seen"),
    ("discharged_on", "first_seen_on", "first seen"),
    ("discharged_on", "referred_on", "referred"),
)


def _before(later: date | None, earlier: date | None) -> bool:
    return later is not None and earlier is not None and later < earlier


def report_problems(
    life: Lifetime, dated_on: date | None, assessed_on: date | None, received_on: date | None
) -> list[Problem]:
    """Days of a report: assessed, then dated, then received, none of them still to come."""
    days = (("dated_on", dated_on), ("assessed_on", assessed_on), ("received_on", received_on))
    outside = [problem for name, on in days if (problem := life.problem(name, on))]
    if outside:
        return outside
    found = []
    if _before(dated_on, assessed_on):
        found.append(("assessed_on", "The child was assessed after the day on the report"))
    if _before(received_on, dated_on):
        found.append(("received_on", "This is before the day on the report"))
    return found


def advice_problems(life: Lifetime, given_on: date | None, until_on: date | None) -> list[Problem]:
    """Days of a piece of advice: given by today, and not ended before it was given."""
    problem = life.problem("given_on", given_on)
    if problem:
        return [problem]
    if _before(until_on, given_on):
        return [("until_on", "The advice ends before the day on which it was given")]
    return []


def consent_problems(life: Lifetime, given_on: date | None, until_on: date | None) -> list[Problem]:
    """Days of an answer about consent: given by today, and not over before it was given."""
    problem = life.problem("given_on", given_on)
    if problem:
        return [problem]
    if _before(until_on, given_on):
        return [("until_on", "The consent ends before the day on which it was given")]
    return []
