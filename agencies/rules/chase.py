"""Where each report stands on its way, and what to do next (C6.1, C7, C7.1).

Expected, consented to, asked for, chased, parents asked for their copy, received, read, used in a
plan, out of date: all of it follows from facts, so nobody keeps a list of tasks.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum

from .consent import Standing
from .reports import out_of_date

OUT_OF_DATE_MONTHS = 12
"""How old a report is when a ruleset says nothing else."""
PARENTS_AFTER_CHASES = 2
"""So often unanswered, the parents' own copy is the better way (C7.1)."""


@dataclass(frozen=True, slots=True)
class ChaseRules:
    """After how many days an unanswered request is chased: part of the ruleset of a setting."""

    first_after_days: int = 28
    then_every_days: int = 21


class ChaseState(Enum):
    """The pills of a report, in the order in which they need somebody."""

    CHASE = "chase"
    READY = "ready"
    NEEDS_CONSENT = "needs_consent"
    OUT_OF_DATE = "out_of_date"
    ASKED = "asked"
    RECEIVED = "received"
    PARENTS_COPY = "parents_copy"


class ChaseStep(Enum):
    """What somebody does next."""

    DECIDE = "decide about an objection"
    RECORD_CONSENT = "record consent"
    RAISE = "raise the request"
    ASK = "write the letter"
    CHASE = "write the next letter"
    ASK_PARENTS = "ask the parents for their copy"
    WAIT = "wait for the agency"
    READ = "mark what it recommends"
    SEE_ANSWER = "see that they will not send one"
    USE = "use it in a plan"
    ASK_STRATEGIES = "ask for strategies"
    RENEW = "ask for a new one"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Answered:
    """What an agency answered by its link in place of a report: on which day, and in which words.

    `is_no`: there is none, or the child is not with them; else `sends_by` is the day they promise.
    """

    on: date
    words: str
    is_no: bool
    sends_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskFacts:
    """One report that is expected of an agency. `standing` is that of the consent it waits for.

    `raised_on` is None while nobody raised a request, `is_on_its_way` while a letter waits to go;
    `answered` is the newest answer of the agency.
    """

    standing: Standing
    raised_on: date | None = None
    asked_on: date | None = None
    chased_on: tuple[date, ...] = ()
    parents_asked_on: tuple[date, ...] = ()
    is_on_its_way: bool = False
    answered: Answered | None = None
    rules: ChaseRules = field(default_factory=ChaseRules)

    @property
    def standing_answer(self) -> Answered | None:
        """The answer, while nothing was done about it: a letter after it asks again, and the parents'
        copy takes the place of a report that will not come (C7.1)."""
        answer = self.answered
        if answer is None or any(on > answer.on for on in self.chased_on):
            return None
        if answer.is_no and any(on >= answer.on for on in self.parents_asked_on):
            return None
        return answer

    @property
    def chase_due_on(self) -> date | None:
        """The day on which a chase falls due: the one after the day they promised, if they did.

        None for what was not asked.
        """
        if self.asked_on is None:
            return None
        if (answer := self.standing_answer) and answer.sends_by:
            return answer.sends_by + timedelta(days=1)
        if self.chased_on:
            return max(self.chased_on) + timedelta(days=self.rules.then_every_days)
        return self.asked_on + timedelta(days=self.rules.first_after_days)

    def is_due(self, today: date) -> bool:
        due = self.chase_due_on
        return due is not None and due <= today and not self.is_on_its_way


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldFacts:
    """One current report. `marked` counts the recommendations taken from it, `used_in` names the
    versions of plans that cite one; `is_renewed` says that a request to its agency is open,
    `awaits_look` that the agency sent it by its link and nobody here has looked at it."""

    dated_on: date
    is_parents_copy: bool
    holds_anything: bool
    marked: int
    used_in: tuple[str, ...]
    is_renewed: bool = False
    awaits_look: bool = False
    out_of_date_months: int = OUT_OF_DATE_MONTHS


@dataclass(frozen=True, slots=True)
class Chase:
    """Where one report stands on a day, and the next step."""

    state: ChaseState
    step: ChaseStep


WITHOUT_CONSENT = {
    Standing.GIVEN: ChaseStep.ASK,
    Standing.PAUSED: ChaseStep.DECIDE,
    Standing.REFUSED: ChaseStep.ASK_PARENTS,
    Standing.WITHDRAWN: ChaseStep.RECORD_CONSENT,
    Standing.ENDED: ChaseStep.RECORD_CONSENT,
    Standing.NONE: ChaseStep.RECORD_CONSENT,
}
"""What opens the way to an agency; for a refusal nothing does, and the parents' copy remains."""


def asking(facts: AskFacts, today: date) -> Chase:
    """Where a report that has not come stands. Each contact waits for consent (C7)."""
    if facts.is_on_its_way:
        return Chase(ChaseState.ASKED, ChaseStep.WAIT)
    if (answer := facts.standing_answer) and answer.is_no:
        return Chase(ChaseState.CHASE, ChaseStep.SEE_ANSWER)
    if facts.asked_on is not None and not facts.is_due(today):
        return Chase(ChaseState.ASKED, ChaseStep.WAIT)
    if facts.standing is not Standing.GIVEN:
        return Chase(ChaseState.NEEDS_CONSENT, _way_without_consent(facts))
    if facts.asked_on is not None:
        return Chase(ChaseState.CHASE, _way_to_chase(facts))
    step = ChaseStep.RAISE if facts.raised_on is None else ChaseStep.ASK
    return Chase(ChaseState.READY, step)


def _way_without_consent(facts: AskFacts) -> ChaseStep:
    """A refusal leaves the parents' copy; once they were asked for it, only a new answer helps."""
    step = WITHOUT_CONSENT[facts.standing]
    if step is not ChaseStep.ASK_PARENTS:
        return step
    if facts.parents_asked_on:
        return ChaseStep.RECORD_CONSENT
    return ChaseStep.RAISE if facts.raised_on is None else step


def _way_to_chase(facts: AskFacts) -> ChaseStep:
    often = len(facts.chased_on) >= PARENTS_AFTER_CHASES
    return ChaseStep.ASK_PARENTS if often and not facts.parents_asked_on else ChaseStep.CHASE


def held(facts: HeldFacts, today: date) -> Chase:
    """Where a report that came stands: to be read, to be used, used, or out of date."""
    if out_of_date(facts.dated_on, today, facts.out_of_date_months):
        step = ChaseStep.NOTHING if facts.is_renewed else ChaseStep.RENEW
        return Chase(ChaseState.OUT_OF_DATE, step)
    state = ChaseState.PARENTS_COPY if facts.is_parents_copy else ChaseState.RECEIVED
    return Chase(state, _what_to_do_with(facts))


def _what_to_do_with(facts: HeldFacts) -> ChaseStep:
    if facts.awaits_look:
        return ChaseStep.READ
    if not facts.holds_anything:
        return ChaseStep.NOTHING if facts.is_renewed else ChaseStep.ASK_STRATEGIES
    if not facts.marked:
        return ChaseStep.READ
    return ChaseStep.NOTHING if facts.used_in else ChaseStep.USE
