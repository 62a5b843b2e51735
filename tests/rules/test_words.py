"""The decision said to people: every outcome has its words, and they say what it says."""

from itertools import product

from plans.rules.requirement import (
    INPUT_VALUES,
    AdviceGiven,
    Outcome,
    Received,
    RequirementFacts,
    decide,
    what_would_change,
)
from plans.rules.words import (
    GROUNDS,
    IF,
    REASONS,
    THEN,
    ChangeInWords,
    changes_in_words,
    clauses_of,
    headline,
    reason,
)

STRATEGIES_ONLY = RequirementFacts(
    behaviour=False,
    advice=AdviceGiven.NONE,
    preschool_or_below=True,
    agency_involved=True,
    received=Received.STRATEGIES,
    must_evidence=True,
    group_map_covers=False,
)


def test_every_outcome_and_every_input_has_its_words() -> None:
    assert set(REASONS) == set(THEN) == set(Outcome)
    assert set(GROUNDS) == {outcome for outcome in Outcome if outcome.required}
    assert set(IF) == {(name, value) for name, values in INPUT_VALUES.items() for value in values}


def test_the_headline_answers_the_question() -> None:
    assert headline(None) == "Not asked yet"
    assert headline(Outcome.AWAITING_REPORT) == "Not decided yet"
    assert headline(Outcome.REQUIRED_ADVISED) == "Yes, an ISP is required"
    assert headline(Outcome.NOT_REQUIRED_AGE) == "No, an ISP is not required"


def test_the_reason_names_the_child() -> None:
    assert (
        reason(Outcome.REQUIRED_ADVISED, "Seyi") == "The advice in force for Seyi is to use an ISP."
    )
    assert reason(None, "Seyi") == "The adults are asked first. Silence is never read as “no need”."


def test_the_clauses_of_an_outcome_are_those_of_its_row() -> None:
    for values in product(*INPUT_VALUES.values()):
        decision = decide(RequirementFacts(*values))  # type: ignore[arg-type]
        assert clauses_of(decision.outcome) == decision.clauses


def test_changes_that_lead_to_one_answer_are_told_together() -> None:
    both = (("behaviour", True), Outcome.REQUIRED_BEHAVIOUR)
    again = (("agency_involved", True), Outcome.REQUIRED_BEHAVIOUR)
    assert changes_in_words((both, again), "Seyi") == (
        ChangeInWords(
            "If the adults need strategies for behaviour, or if an outside agency sees Seyi",
            "Required, at any age.",
            Outcome.REQUIRED_BEHAVIOUR,
        ),
    )


def test_what_would_change_an_answer_is_told_in_the_order_of_the_inputs() -> None:
    told = changes_in_words(what_would_change(STRATEGIES_ONLY), "Seyi")
    assert [change.when for change in told][:3] == [
        "If the adults need strategies for behaviour",
        "If the inclusion team advises an ISP",
        "If the inclusion team advises against an ISP",
    ]
    assert told[-1].outcome is Outcome.NOT_REQUIRED_TARGETS
