"""The decision said to people: answers, reasons, inputs, and what would change them.

The one place for these words; pages and papers ask here. No Django, no clock.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from plans.rules.requirement import (
    TABLE,
    AdviceGiven,
    Change,
    FactValue,
    Outcome,
    Received,
)

NOT_ASKED = "Not asked yet"

REASONS = {
    Outcome.REQUIRED_BEHAVIOUR: (
        "The adults who care for {name} need strategies for behaviour. "
        "An ISP is used for that at any age."
    ),
    Outcome.REQUIRED_ADVISED: "The advice in force for {name} is to use an ISP.",
    Outcome.NOT_REQUIRED_ADVISED: "The advice in force for {name} is not to use an ISP.",
    Outcome.NOT_REQUIRED_AGE: (
        "{name} is past the preschool year, and nobody needs strategies for behaviour."
    ),
    Outcome.NOT_REQUIRED_TARGETS: (
        "An outside agency has sent targets for {name}. A plan built on targets, an individual "
        "provision map, is the document; an ISP may run beside it."
    ),
    Outcome.REQUIRED_STRATEGIES: (
        "An outside agency is involved and has sent strategies but no targets, "
        "and {name} is in the preschool year or below."
    ),
    Outcome.AWAITING_REPORT: (
        "An outside agency is involved with {name}, and we hold neither strategies nor targets "
        "from it. Ask the agency, and write an interim ISP meanwhile."
    ),
    Outcome.NOT_REQUIRED_NO_NEED: (
        "No outside agency is involved with {name}, and there is nothing additional or different "
        "to evidence."
    ),
    Outcome.NOT_REQUIRED_GROUP_MAP: (
        "No outside agency is involved with {name}, and a group provision map covers every "
        "recorded need."
    ),
    Outcome.REQUIRED_EVIDENCE: (
        "No outside agency is involved with {name} yet, and we must evidence what we do that is "
        "additional or different."
    ),
}
NOT_ASKED_REASON = "The adults are asked first. Silence is never read as “no need”."

GROUNDS = {
    Outcome.REQUIRED_BEHAVIOUR: "The adults need strategies for behaviour",
    Outcome.REQUIRED_ADVISED: "The advice in force is to use an ISP",
    Outcome.REQUIRED_STRATEGIES: "An agency has sent strategies but no targets",
    Outcome.REQUIRED_EVIDENCE: "We must evidence what is additional or different",
}

THEN = {
    Outcome.REQUIRED_BEHAVIOUR: "Required, at any age.",
    Outcome.REQUIRED_ADVISED: "Required, until the advice ends.",
    Outcome.NOT_REQUIRED_ADVISED: "Not required, until the advice ends.",
    Outcome.NOT_REQUIRED_AGE: "Not required: past the preschool year.",
    Outcome.NOT_REQUIRED_TARGETS: (
        "Not required: a plan built on targets is the document. An ISP may run beside it."
    ),
    Outcome.REQUIRED_STRATEGIES: "Required: strategies without targets.",
    Outcome.AWAITING_REPORT: "Not decided until the agency's report has come.",
    Outcome.NOT_REQUIRED_NO_NEED: "Not required: nothing to evidence.",
    Outcome.NOT_REQUIRED_GROUP_MAP: "Not required: the group provision map covers it.",
    Outcome.REQUIRED_EVIDENCE: "Required, to evidence what we do.",
}

IF: dict[tuple[str, FactValue], str] = {
    ("behaviour", True): "the adults need strategies for behaviour",
    ("behaviour", False): "the adults no longer need strategies for behaviour",
    ("advice", AdviceGiven.NONE): "the advice ends",
    ("advice", AdviceGiven.USE_ISP): "the inclusion team advises an ISP",
    ("advice", AdviceGiven.DO_NOT_USE_ISP): "the inclusion team advises against an ISP",
    ("preschool_or_below", True): "{name} attends the preschool year or below",
    ("preschool_or_below", False): "{name} moves on from the preschool year",
    ("agency_involved", True): "an outside agency sees {name}",
    ("agency_involved", False): "no agency is involved any more",
    ("received", Received.NOTHING): "no current report holds strategies or targets",
    ("received", Received.STRATEGIES): "a report holds strategies and no targets",
    ("received", Received.TARGETS): "a report sets targets",
    ("must_evidence", True): "we must evidence additional or different provision",
    ("must_evidence", False): "there is nothing additional to evidence",
    ("group_map_covers", True): "a group provision map covers every need",
    ("group_map_covers", False): "the group provision map no longer covers every need",
}


def headline(outcome: Outcome | None) -> str:
    """The answer to "Is an ISP required?", with a question still open when there is none."""
    if outcome is None:
        return NOT_ASKED
    if outcome.required is None:
        return "Not decided yet"
    return "Yes, an ISP is required" if outcome.required else "No, an ISP is not required"


def clauses_of(outcome: Outcome) -> tuple[str, ...]:
    """The ids of the clauses that this answer rests on."""
    return next(row.clauses for row in TABLE if row.outcome is outcome)


def reason(outcome: Outcome | None, name: str) -> str:
    """Why, in a sentence or two."""
    return REASONS[outcome].format(name=name) if outcome else NOT_ASKED_REASON


def if_words(change: tuple[str, FactValue], name: str) -> str:
    """A single changed input, as it goes on after "If"."""
    return IF[change].format(name=name)


@dataclass(frozen=True, slots=True)
class ChangeInWords:
    """What would change the answer: "If a report sets targets", then what, under which clause."""

    when: str
    then: str
    outcome: Outcome


def changes_in_words(changes: Iterable[Change], name: str) -> tuple[ChangeInWords, ...]:
    """The changes grouped by the answer they would give, in the order in which they come."""
    grouped: dict[Outcome, list[str]] = {}
    for change, outcome in changes:
        grouped.setdefault(outcome, []).append(if_words(change, name))
    return tuple(
        ChangeInWords("If " + ", or if ".join(phrases), THEN[outcome], outcome)
        for outcome, phrases in grouped.items()
    )
