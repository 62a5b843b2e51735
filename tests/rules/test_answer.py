"""The answer while the two questions may be unasked: silence is never "no need"."""

from itertools import product

import pytest

from plans.rules.answer import Answer, KnownFacts, Question, answer
from plans.rules.requirement import AdviceGiven, Outcome, Received, RequirementFacts, decide

YES_NO = (False, True)
SAID = (None, False, True)
ALL_KNOWN = [
    KnownFacts(*values) for values in product(AdviceGiven, YES_NO, YES_NO, Received, YES_NO)
]
PLAIN = KnownFacts(AdviceGiven.NONE, True, False, Received.NOTHING, False)
COVERED = KnownFacts(AdviceGiven.NONE, True, False, Received.NOTHING, True)
STRATEGIES = KnownFacts(AdviceGiven.NONE, True, True, Received.STRATEGIES, False)
WAITING = KnownFacts(AdviceGiven.NONE, True, True, Received.NOTHING, False)
ADVISED = KnownFacts(AdviceGiven.USE_ISP, False, False, Received.NOTHING, False)
BOTH = (Question.BEHAVIOUR, Question.MUST_EVIDENCE)


def facts_of(known: KnownFacts, behaviour: bool, must_evidence: bool) -> RequirementFacts:
    return RequirementFacts(
        behaviour,
        known.advice,
        known.preschool_or_below,
        known.agency_involved,
        known.received,
        must_evidence,
        known.group_map_covers,
    )


def test_with_both_questions_answered_the_answer_is_the_decision() -> None:
    for known, behaviour, evidence in product(ALL_KNOWN, YES_NO, YES_NO):
        facts = facts_of(known, behaviour, evidence)
        decision = decide(facts)
        assert answer(known, behaviour, evidence) == Answer(
            decision.outcome, decision.clauses, decision.also, (), decision.outcome.required, facts
        )


def test_silence_is_never_read_as_no_need() -> None:
    for known, behaviour, evidence in product(ALL_KNOWN, SAID, SAID):
        ways = {
            decide(facts_of(known, *way)).outcome
            for way in product(
                YES_NO if behaviour is None else [behaviour],
                YES_NO if evidence is None else [evidence],
            )
        }
        given = answer(known, behaviour, evidence)
        if all(outcome.name.startswith("REQUIRED") for outcome in ways):
            assert given.required is True
        elif len(ways) > 1:
            assert given == Answer(None, (), (), given.open_questions, None, None)
            assert given.open_questions
        else:
            assert {given.outcome} == ways


def test_an_open_question_is_listed_exactly_while_its_answer_could_change_the_outcome() -> None:
    for known, said in product(ALL_KNOWN, product(SAID, SAID)):
        could = set()
        for place, question in enumerate(BOTH):
            if said[place] is not None:
                continue
            for other in YES_NO if said[1 - place] is None else [said[1 - place]]:
                yes, no = [True, True], [False, False]
                yes[1 - place] = no[1 - place] = bool(other)
                if decide(facts_of(known, *yes)).outcome != decide(facts_of(known, *no)).outcome:
                    could.add(question)
        questions = answer(known, *said).open_questions
        assert set(questions) == could
        assert list(questions) == [question for question in BOTH if question in could]


def test_a_new_child_is_not_asked_yet() -> None:
    assert answer(PLAIN, None, None) == Answer(None, (), (), BOTH, None, None)


def test_one_question_answered_no_leaves_the_other_open() -> None:
    assert answer(PLAIN, False, None).open_questions == (Question.MUST_EVIDENCE,)
    assert answer(PLAIN, None, False).open_questions == (Question.BEHAVIOUR,)
    assert answer(PLAIN, None, False).outcome is None


def test_a_behaviour_need_decides_whatever_else_is_unasked() -> None:
    given = answer(PLAIN, True, None)
    assert (given.outcome, given.open_questions) == (Outcome.REQUIRED_BEHAVIOUR, ())


@pytest.mark.parametrize(
    ("known", "evidence", "outcome"),
    [
        (STRATEGIES, None, Outcome.REQUIRED_STRATEGIES),
        (ADVISED, None, Outcome.REQUIRED_ADVISED),
        (PLAIN, True, Outcome.REQUIRED_EVIDENCE),
    ],
)
def test_a_plan_required_either_way_is_said_and_the_question_stays_open(
    known: KnownFacts, evidence: bool | None, outcome: Outcome
) -> None:
    given = answer(known, None, evidence)
    assert given.outcome is outcome
    assert given.required is True
    assert given.open_questions == (Question.BEHAVIOUR,)
    assert given.facts == facts_of(known, False, bool(evidence))


def test_a_report_that_is_awaited_does_not_hide_the_open_behaviour_question() -> None:
    assert answer(WAITING, None, None).outcome is None
    assert answer(WAITING, None, None).open_questions == (Question.BEHAVIOUR,)
    said = answer(WAITING, False, None)
    assert (said.outcome, said.required) == (Outcome.AWAITING_REPORT, None)


def test_a_group_map_does_not_answer_the_evidence_question() -> None:
    assert answer(COVERED, False, None).outcome is None


def test_the_questions_are_put_in_words() -> None:
    assert [question.words for question in Question] == [
        "Do the key adults need strategies to support the child's behaviour?",
        "Does the setting need to evidence what it does that is additional or different?",
    ]
