"""The decision table: all 288 combinations, against the guidance told as a story in ifs."""

import timeit
from dataclasses import astuple, fields, replace
from itertools import product

import pytest

from plans.rules.requirement import (
    TABLE,
    AdviceGiven,
    Decision,
    Outcome,
    Received,
    RequirementFacts,
    Row,
    all_facts,
    decide,
    what_would_change,
    work_out,
)

YES_NO = (False, True)
FIELD_NAMES = [entry.name for entry in fields(RequirementFacts)]
ALL_FACTS = [
    RequirementFacts(*values)
    for values in product(YES_NO, AdviceGiven, YES_NO, YES_NO, Received, YES_NO, YES_NO)
]
CLAUSES = {
    "REQUIRED_BEHAVIOUR": ("C3",),
    "REQUIRED_ADVISED": ("C1", "C2"),
    "NOT_REQUIRED_ADVISED": ("C1", "C2"),
    "NOT_REQUIRED_AGE": ("C1", "C2"),
    "NOT_REQUIRED_TARGETS": ("C1",),
    "REQUIRED_STRATEGIES": ("C1",),
    "AWAITING_REPORT": ("C7",),
    "NOT_REQUIRED_NO_NEED": ("C2",),
    "NOT_REQUIRED_GROUP_MAP": ("C2.1",),
    "REQUIRED_EVIDENCE": ("C2",),
}
# The plain case: a preschool child, no agency, nothing to evidence.
PLAIN = RequirementFacts(
    behaviour=False,
    advice=AdviceGiven.NONE,
    preschool_or_below=True,
    agency_involved=False,
    received=Received.NOTHING,
    must_evidence=False,
    group_map_covers=False,
)


def told_as_a_story(facts: RequirementFacts) -> str:
    """The guidance read aloud, from the special cases to the ordinary one."""
    if facts.behaviour:
        return "REQUIRED_BEHAVIOUR"
    if facts.advice.name != "NONE":
        return "REQUIRED_ADVISED" if facts.advice.name == "USE_ISP" else "NOT_REQUIRED_ADVISED"
    if not facts.preschool_or_below:
        return "NOT_REQUIRED_AGE"
    if facts.agency_involved:
        return {
            "TARGETS": "NOT_REQUIRED_TARGETS",
            "STRATEGIES": "REQUIRED_STRATEGIES",
            "NOTHING": "AWAITING_REPORT",
        }[facts.received.name]
    if not facts.must_evidence:
        return "NOT_REQUIRED_NO_NEED"
    return "NOT_REQUIRED_GROUP_MAP" if facts.group_map_covers else "REQUIRED_EVIDENCE"


def grounds_that_hold(facts: RequirementFacts) -> list[str]:
    """Every ground for a plan on its own terms, in the order of the table."""
    young = facts.preschool_or_below
    grounds = []
    if facts.behaviour:
        grounds.append("REQUIRED_BEHAVIOUR")
    if facts.advice.name == "USE_ISP":
        grounds.append("REQUIRED_ADVISED")
    if young and facts.agency_involved and facts.received.name == "STRATEGIES":
        grounds.append("REQUIRED_STRATEGIES")
    if young and not facts.agency_involved and facts.must_evidence and not facts.group_map_covers:
        grounds.append("REQUIRED_EVIDENCE")
    return grounds


def test_there_are_288_combinations() -> None:
    assert len(set(ALL_FACTS)) == 2 * 3 * 2 * 2 * 3 * 2 * 2 == 288
    assert sorted(map(repr, all_facts())) == sorted(map(repr, ALL_FACTS))


def test_the_kept_decisions_are_those_of_the_table() -> None:
    assert [decide(facts) for facts in ALL_FACTS] == [work_out(facts) for facts in ALL_FACTS]


def test_every_combination_is_decided_as_the_guidance_reads() -> None:
    for facts in ALL_FACTS:
        code = told_as_a_story(facts)
        decision = decide(facts)
        assert decision.outcome.name == code, facts
        assert decision.clauses == CLAUSES[code], facts


def test_every_other_ground_that_also_holds_is_reported_with_the_answer() -> None:
    for facts in ALL_FACTS:
        expected = [code for code in grounds_that_hold(facts) if code != told_as_a_story(facts)]
        assert [outcome.name for outcome in decide(facts).also] == expected, facts


def test_all_ten_outcomes_occur() -> None:
    assert {decide(facts).outcome for facts in ALL_FACTS} == set(Outcome)


def test_what_would_change_names_every_single_change_and_no_other() -> None:
    """Neighbours in the table of all combinations, those that differ in one place, in order."""
    story = {astuple(facts): told_as_a_story(facts) for facts in ALL_FACTS}
    domains = [list(dict.fromkeys(column)) for column in zip(*story, strict=True)]
    for facts in ALL_FACTS:
        here, expected = astuple(facts), []
        for place, name in enumerate(FIELD_NAMES):
            for value in domains[place]:
                code = story[(*here[:place], value, *here[place + 1 :])]
                if code != story[here]:
                    expected.append(((name, value), Outcome[code]))
        assert what_would_change(facts) == tuple(expected), facts


def test_several_values_of_one_input_are_named_in_their_own_order() -> None:
    facts = replace(PLAIN, agency_involved=True)
    assert what_would_change(facts) == (
        (("behaviour", True), Outcome.REQUIRED_BEHAVIOUR),
        (("advice", AdviceGiven.USE_ISP), Outcome.REQUIRED_ADVISED),
        (("advice", AdviceGiven.DO_NOT_USE_ISP), Outcome.NOT_REQUIRED_ADVISED),
        (("preschool_or_below", False), Outcome.NOT_REQUIRED_AGE),
        (("agency_involved", False), Outcome.NOT_REQUIRED_NO_NEED),
        (("received", Received.STRATEGIES), Outcome.REQUIRED_STRATEGIES),
        (("received", Received.TARGETS), Outcome.NOT_REQUIRED_TARGETS),
    )


def test_c1_strategies_only_in_the_preschool_year_needs_a_plan() -> None:
    facts = replace(PLAIN, agency_involved=True, received=Received.STRATEGIES)
    assert decide(facts) == Decision(Outcome.REQUIRED_STRATEGIES, ("C1",), ())


def test_c1_targets_received_need_another_document() -> None:
    facts = replace(PLAIN, agency_involved=True, received=Received.TARGETS)
    assert decide(facts) == Decision(Outcome.NOT_REQUIRED_TARGETS, ("C1",), ())


def test_c2_evidence_without_an_agency_needs_a_plan() -> None:
    assert decide(replace(PLAIN, must_evidence=True)).outcome is Outcome.REQUIRED_EVIDENCE


def test_c2_1_a_group_map_exempts_from_c2_alone() -> None:
    covered = replace(PLAIN, must_evidence=True, group_map_covers=True)
    assert decide(covered).outcome is Outcome.NOT_REQUIRED_GROUP_MAP
    with_agency = replace(covered, agency_involved=True, received=Received.STRATEGIES)
    assert decide(with_agency).outcome is Outcome.REQUIRED_STRATEGIES


def test_c3_no_age_and_no_advice_stands_against_a_behaviour_need() -> None:
    facts = replace(
        PLAIN, behaviour=True, preschool_or_below=False, advice=AdviceGiven.DO_NOT_USE_ISP
    )
    assert decide(facts) == Decision(Outcome.REQUIRED_BEHAVIOUR, ("C3",), ())


def test_c7_an_agency_without_a_report_is_chased() -> None:
    facts = replace(PLAIN, agency_involved=True)
    assert decide(facts) == Decision(Outcome.AWAITING_REPORT, ("C7",), ())


def test_a_behaviour_need_reports_the_strategies_and_the_advice_too() -> None:
    facts = replace(
        PLAIN,
        behaviour=True,
        advice=AdviceGiven.USE_ISP,
        agency_involved=True,
        received=Received.STRATEGIES,
    )
    also = (Outcome.REQUIRED_ADVISED, Outcome.REQUIRED_STRATEGIES)
    assert decide(facts).also == also


def test_advice_against_a_plan_still_shows_the_ground_that_would_hold() -> None:
    facts = replace(PLAIN, advice=AdviceGiven.DO_NOT_USE_ISP, must_evidence=True)
    expected = Decision(Outcome.NOT_REQUIRED_ADVISED, ("C1", "C2"), (Outcome.REQUIRED_EVIDENCE,))
    assert decide(facts) == expected


def test_an_older_child_has_no_ground_that_the_guidance_gives_to_the_preschool_year() -> None:
    facts = replace(PLAIN, preschool_or_below=False, must_evidence=True)
    assert decide(facts) == Decision(Outcome.NOT_REQUIRED_AGE, ("C1", "C2"), ())


def test_required_is_yes_no_or_not_yet() -> None:
    said = {outcome.name: outcome.required for outcome in Outcome}
    assert said.pop("AWAITING_REPORT") is None
    assert {name for name, required in said.items() if required} == {
        "REQUIRED_BEHAVIOUR",
        "REQUIRED_ADVISED",
        "REQUIRED_STRATEGIES",
        "REQUIRED_EVIDENCE",
    }
    assert all(required in (True, False) for required in said.values())


def test_the_rows_are_numbered_as_in_the_guidance() -> None:
    assert [row.number for row in TABLE] == list(range(1, 11))
    assert [row.outcome for row in TABLE] == list(Outcome)


def decided_by(table: tuple[Row, ...], facts: RequirementFacts) -> str:
    return next((row.outcome.name for row in table if row.holds(facts)), "nothing")


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.outcome.name)
def test_no_row_of_the_table_can_be_left_out(row: Row) -> None:
    without = tuple(other for other in TABLE if other is not row)
    assert any(decided_by(without, facts) != told_as_a_story(facts) for facts in ALL_FACTS)


def test_decisions_are_fast_enough_for_the_nightly_sweep() -> None:
    seconds = min(
        timeit.repeat(lambda: [decide(facts) for facts in ALL_FACTS], number=20, repeat=5)
    )
    assert 20 * 288 / seconds > 200_000
