"""What the portal answers while the two questions asked of people may still be open.

Silence is never read as "no need": while an answer that could decide is missing there is no
outcome, unless a plan is required whichever way the missing answer falls.
"""

from dataclasses import dataclass
from enum import Enum
from itertools import product

from plans.rules.requirement import AdviceGiven, Outcome, Received, RequirementFacts, decide


class Question(Enum):
    """A question asked of the adults; the value is the name of the fact it answers."""

    BEHAVIOUR = "behaviour"
    MUST_EVIDENCE = "must_evidence"

    @property
    def words(self) -> str:
        """The question as it is put to people."""
        return _WORDS[self]


_WORDS = {
    Question.BEHAVIOUR: "Do the key adults need strategies to support the child's behaviour?",
    Question.MUST_EVIDENCE: (
        "Does the setting need to evidence what it does that is additional or different?"
    ),
}


@dataclass(frozen=True, slots=True)
class KnownFacts:
    """The inputs that the records give by themselves, without asking anybody."""

    advice: AdviceGiven
    preschool_or_below: bool
    agency_involved: bool
    received: Received
    group_map_covers: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """The dated answer to keep.

    `outcome` None means "not asked yet". `required` is True, False, or None while it cannot be
    said (not asked yet, or a report is awaited). `facts` are the facts decided on, a missing
    answer taken as no; None while there is no outcome.
    """

    outcome: Outcome | None
    clauses: tuple[str, ...]
    also: tuple[Outcome, ...]
    open_questions: tuple[Question, ...]
    required: bool | None
    facts: RequirementFacts | None


def _complete(known: KnownFacts, behaviour: bool, must_evidence: bool) -> RequirementFacts:
    return RequirementFacts(
        behaviour=behaviour,
        advice=known.advice,
        preschool_or_below=known.preschool_or_below,
        agency_involved=known.agency_involved,
        received=known.received,
        must_evidence=must_evidence,
        group_map_covers=known.group_map_covers,
    )


def _ways(said: bool | None) -> tuple[bool, ...]:
    return (False, True) if said is None else (said,)


def _open_questions(
    known: KnownFacts, behaviour: bool | None, must_evidence: bool | None
) -> tuple[Question, ...]:
    """The unasked questions whose answer would change the outcome, the other falling either way."""

    def outcome(behaves: bool, evidences: bool) -> Outcome:
        return decide(_complete(known, behaves, evidences)).outcome

    questions = []
    if behaviour is None and any(
        outcome(True, way) is not outcome(False, way) for way in _ways(must_evidence)
    ):
        questions.append(Question.BEHAVIOUR)
    if must_evidence is None and any(
        outcome(way, True) is not outcome(way, False) for way in _ways(behaviour)
    ):
        questions.append(Question.MUST_EVIDENCE)
    return tuple(questions)


def answer(known: KnownFacts, behaviour: bool | None, must_evidence: bool | None) -> Answer:
    """The portal's answer (C1, C2, C3); None for a question means that nobody has been asked."""
    questions = _open_questions(known, behaviour, must_evidence)
    ways = product(_ways(behaviour), _ways(must_evidence))
    required_anyway = all(decide(_complete(known, *way)).outcome.required for way in ways)
    if questions and not required_anyway:
        return Answer(None, (), (), questions, None, None)
    facts = _complete(known, bool(behaviour), bool(must_evidence))
    decision = decide(facts)
    return Answer(
        outcome=decision.outcome,
        clauses=decision.clauses,
        also=decision.also,
        open_questions=questions,
        required=decision.outcome.required,
        facts=facts,
    )
