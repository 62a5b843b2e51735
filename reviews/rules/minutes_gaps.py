"""What the minutes of a review do not say yet, named in plain words before they are finalised (C8.1).

Each line needs a verdict and its next step, each parent a view or why there is none; nobody's
absence blocks. No Django, no clock.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reviews.rules.verdicts import (
    AfterAllAchieved,
    Decision,
    NextStepSource,
    StrategyVerdict,
    TargetVerdict,
    WhatNext,
    all_achieved,
)

CAPACITIES_NEEDED = {"key_person": "key person", "senco": "SENCO"}


@dataclass(frozen=True, slots=True)
class LineSaid:
    """What the review says of one line; `name` is "Strategy 2" or "Target A"."""

    key: str
    name: str
    verdict: StrategyVerdict | TargetVerdict | None = None
    why: str = ""
    what_next: WhatNext | None = None
    next_words: str = ""
    next_know_when: str = ""
    source: NextStepSource | None = None
    report: str = ""
    page: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PersonSaid:
    """One adult in one capacity; `came` is None while nobody has said."""

    name: str
    capacity: str
    came: bool | None = None
    absent_because: str = ""
    view_obtained_how: str = ""
    has_view: bool = False


@dataclass(frozen=True, slots=True)
class ParentSaid:
    """A parent who may take part, and whether their view, or why there is none, is kept."""

    name: str
    has_view: bool


@dataclass(frozen=True, slots=True)
class ReviewContent:
    """Everything that minutes must say before they are finalised.

    `target_agencies` are the names of the agencies whose reports the targets came from;
    `unsettled_actions` the words of earlier actions that nobody has looked at.
    """

    held_on: date | None = None
    how_held: str = ""
    has_minute_taker: bool = False
    lines: tuple[LineSaid, ...] = ()
    people: tuple[PersonSaid, ...] = ()
    parents: tuple[ParentSaid, ...] = ()
    why_no_parents_view: str = ""
    child_called: str = "The child"
    child_view: str = ""
    child_view_how: str = ""
    why_no_child_view: str = ""
    unsettled_actions: tuple[str, ...] = ()
    decision: Decision | None = None
    decision_words: str = ""
    has_step_up_agency: bool = False
    target_agencies: tuple[str, ...] = ()
    after_all_achieved: AfterAllAchieved | None = None
    has_observation_agency: bool = False
    next_review_on: date | None = None

    @property
    def targets(self) -> tuple[TargetVerdict, ...]:
        """The verdicts on targets so far."""
        said = (line.verdict for line in self.lines)
        return tuple(verdict for verdict in said if isinstance(verdict, TargetVerdict))

    @property
    def is_all_achieved(self) -> bool:
        """At least one target is achieved and none partly or not yet (C6.1)."""
        return all_achieved(self.targets)


@dataclass(frozen=True, slots=True)
class MinutesGap:
    """One thing missing: the step of the review, the line's key where it is a line, in words."""

    step: str
    line_key: str | None
    sentence: str


def minutes_gaps(review: ReviewContent) -> tuple[MinutesGap, ...]:
    """Everything that keeps the review from being finalised, in the order of the agenda."""
    if review.held_on is None:
        return (MinutesGap("who", None, "The review has not been held yet."),)
    ends = review.decision is not None and review.decision.ends_support
    return (
        *(MinutesGap("who", None, said) for said in _people(review)),
        *(MinutesGap("since", None, said) for said in _since(review)),
        *(
            MinutesGap("line", line.key, f"{line.name} {said}")
            for line in review.lines
            for said in _line(line, ends)
        ),
        *(MinutesGap("child", None, said) for said in _child(review)),
        *(MinutesGap("family", None, said) for said in _family(review)),
        *(MinutesGap("decision", None, said) for said in _decision(review)),
        *(MinutesGap("next", None, said) for said in _next(review, ends)),
    )


def _people(review: ReviewContent) -> Iterator[str]:
    if not review.how_held:
        yield "The minutes do not say how the review was held."
    there = {person.capacity for person in review.people}
    for capacity, name in CAPACITIES_NEEDED.items():
        if capacity not in there:
            yield f"Nobody is down as {name}."
    for person in review.people:
        if person.came is None:
            yield f"The minutes do not say whether {person.name} came."
        elif not person.came and not person.absent_because.strip():
            yield f"The minutes do not say why {person.name} could not come."
        elif _is_unheard(person):
            yield f"The minutes do not say how {person.name} was heard."


def _is_unheard(person: PersonSaid) -> bool:
    is_absent_parent = person.capacity == "parent" and not person.came
    return is_absent_parent and not person.view_obtained_how.strip() and not person.has_view


def _since(review: ReviewContent) -> Iterator[str]:
    for action in review.unsettled_actions:
        yield f"Nobody has said what became of “{action}”."


def _line(line: LineSaid, ends: bool) -> Iterator[str]:
    if line.verdict is None:
        yield "has no verdict yet."
    elif isinstance(line.verdict, StrategyVerdict):
        yield from _strategy(line, ends)
    elif not ends:
        yield from _target(line)


def _strategy(line: LineSaid, ends: bool) -> Iterator[str]:
    if not line.why.strip():
        yield "does not say why."
    if ends:
        return
    if line.verdict is StrategyVerdict.CHANGE:
        yield from _step(line, "does not say what changes.")
    elif line.next_words.strip():
        yield from _source(line)


def _target(line: LineSaid) -> Iterator[str]:
    if line.what_next is None:
        yield "does not say what comes next."
    elif line.what_next.writes_a_step:
        yield from _step(line, "does not say what the next step is.")
        if line.next_words.strip() and not line.next_know_when.strip():
            yield "does not say how we will know when the next step is reached."
    elif not line.why.strip():
        yield "does not say why."


def _step(line: LineSaid, missing: str) -> Iterator[str]:
    if not line.next_words.strip():
        yield missing
        return
    yield from _source(line)


def _source(line: LineSaid) -> Iterator[str]:
    """Each next step says where it came from, with the page or band (C5.1)."""
    if line.source is None:
        yield "does not say where the next step came from."
    elif line.source is NextStepSource.REPORT and not (line.report and line.page.strip()):
        yield "does not say which page of which report the next step came from."
    elif line.source is NextStepSource.TRACKER and not line.detail.strip():
        yield "does not say which band of the tracker the next step came from."
    elif line.source is NextStepSource.JUDGEMENT and not line.detail.strip():
        yield "does not say what the judgement rests on."


def _child(review: ReviewContent) -> Iterator[str]:
    if not review.child_view.strip() and not review.why_no_child_view.strip():
        yield f"{review.child_called}’s view is missing, and why there is none."
    elif review.child_view.strip() and not review.child_view_how.strip():
        yield f"The minutes do not say how {review.child_called} showed their view."


def _family(review: ReviewContent) -> Iterator[str]:
    for parent in review.parents:
        if not parent.has_view:
            yield f"{parent.name}’s view is missing, and why there is none."
    if not review.parents and not review.why_no_parents_view.strip():
        yield "There is no parent’s view, and no reason why."


def _decision(review: ReviewContent) -> Iterator[str]:
    if review.decision is None:
        yield "Nothing is decided yet."
        return
    if not review.decision_words.strip() and review.decision is not Decision.CONTINUE:
        yield "The decision does not say why."
    if review.decision is Decision.STEP_UP and not review.has_step_up_agency:
        yield "The decision does not say which agency is to be asked."
    if review.is_all_achieved and not review.target_agencies:
        yield from _after_all_achieved(review)


def _after_all_achieved(review: ReviewContent) -> Iterator[str]:
    """No report gave the targets, so the SENCO chooses what follows (C6.1)."""
    chosen = review.after_all_achieved
    if chosen is None:
        yield "Every target is achieved. Choose what follows."
    elif chosen is AfterAllAchieved.AGENCY and not review.has_observation_agency:
        yield "Every target is achieved. Choose which agency is asked to see the child again."
    elif chosen.ends_as not in (None, review.decision):
        yield f"“{chosen.label}” is chosen, and the decision says something else."


def _next(review: ReviewContent, ends: bool) -> Iterator[str]:
    if not review.has_minute_taker:
        yield "The minutes do not say who took them."
    if ends:
        return
    if review.next_review_on is None:
        yield "The minutes do not say when the next review is."
    elif review.held_on and review.next_review_on <= review.held_on:
        yield "The next review is not after this one."
