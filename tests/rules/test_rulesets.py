"""Rulesets as dated data: which version holds, and stored data that is refused in sentences."""

import json
from dataclasses import replace
from datetime import date

import pytest

from agencies.rules.chase import ChaseRules
from children.rules import Stage
from plans.rules.ruleset_data import RuleSetRefused, from_data, problems, to_data
from plans.rules.rulesets import DEFAULT, DOCUMENT_TITLES, Level, ruleset_on
from plans.rules.window import ReviewRules

NEXT = replace(DEFAULT, version="2027-09", from_on=date(2027, 9, 1))
OTHER = replace(DEFAULT, code="northshire", version="1")
MISSING = object()


def stored(**changes: object) -> dict[str, object]:
    data = {**to_data(DEFAULT), **changes}
    return {key: value for key, value in data.items() if value is not MISSING}


def review(**changes: object) -> dict[str, object]:
    return {"due_after_days": 56, "window_days": 14, "minimum_open_weeks": 5, **changes}


def level(**changes: object) -> dict[str, object]:
    return {"code": "GR1", "label": "Level one", "agency_expected": False, **changes}


def test_the_default_ruleset_is_the_guidance() -> None:
    assert (DEFAULT.code, DEFAULT.version) == ("default", "2026-09")
    assert DEFAULT.oldest_stage is Stage.PRESCHOOL
    assert DEFAULT.review == ReviewRules(56, 14, 5)
    assert DEFAULT.report_out_of_date_months == 12
    assert [entry.code for entry in DEFAULT.levels] == ["GR1", "GR2", "GR3"]


def test_an_agency_is_expected_from_gr2() -> None:
    expected = [DEFAULT.agency_expected(code) for code in ("GR1", "GR2", "GR3", "Band A")]
    assert expected == [False, True, True, None]


def test_the_newest_version_that_has_begun_holds() -> None:
    every = [NEXT, OTHER, DEFAULT]
    assert ruleset_on("default", date(2027, 8, 31), every) is DEFAULT
    assert ruleset_on("default", date(2027, 9, 1), every) is NEXT
    assert ruleset_on("northshire", date(2027, 9, 1), every) is OTHER
    assert ruleset_on("default", date(2030, 1, 1)) is DEFAULT


def test_of_two_versions_from_one_day_the_later_version_holds() -> None:
    corrected = replace(DEFAULT, version="2026-09b")
    assert ruleset_on("default", date(2026, 9, 1), [corrected, DEFAULT]) is corrected


def test_a_day_before_the_first_version_is_answered_by_the_first() -> None:
    assert ruleset_on("default", date(2020, 1, 1), [NEXT, DEFAULT]) is DEFAULT


def test_a_code_without_a_ruleset_is_named() -> None:
    with pytest.raises(LookupError, match=r'^There is no ruleset "elsewhere".$'):
        ruleset_on("elsewhere", date(2026, 9, 1))


def test_a_ruleset_comes_back_from_storage_as_it_went() -> None:
    ruleset = replace(
        DEFAULT,
        levels=(Level("A", "Band A", False), Level("B", "Band B", True)),
        oldest_stage=Stage.RECEPTION,
        review=ReviewRules(84, 28, 6),
        report_out_of_date_months=6,
        chase=ChaseRules(first_after_days=14, then_every_days=10),
        titles=tuple({**DOCUMENT_TITLES, "support_plan": "Support plan"}.items()),
    )
    for each in (ruleset, DEFAULT):
        assert from_data(json.loads(json.dumps(to_data(each)))) == each


def test_a_council_may_print_other_titles() -> None:
    ruleset = from_data(stored(titles={"support_plan": "My support plan"}))
    assert ruleset.title("support_plan") == "My support plan"
    assert ruleset.title("room_card") == "Room strategies card"
    assert dict(ruleset.titles).keys() == DOCUMENT_TITLES.keys()
    assert from_data(stored(titles=MISSING)) == DEFAULT
    assert from_data(stored(chase=MISSING)) == DEFAULT
    assert replace(DEFAULT, titles=()).title("room_card") == "Room strategies card"


DAY = "The day from which the ruleset holds is written like 2026-09-01."
STAGES = "The oldest stage is one of: below_preschool, preschool, reception, older."
LEVEL_1 = "Level 1 has a code, a label, yes or no to “agency expected”, and nothing else."
NO_LEVELS = "The ruleset needs at least one level, in order."
MONTHS = "“report out of date months” is a whole number from 1 to 60."
DUE = "“due after days” is a whole number from 14 to 365."
WINDOW = "“window days” is a whole number from 0 to 90."
FIRST_AFTER = "“first after days” is a whole number from 7 to 182."
THEN_EVERY = "“then every days” is a whole number from 7 to 182."
OPEN = "“minimum open weeks” is a whole number from 1 to 52."


@pytest.mark.parametrize(
    ("changes", "sentences"),
    [
        ({}, []),
        ({"colour": "green"}, ["A ruleset has no value called “colour”."]),
        ({"chase": {"first_after_days": 14, "then_every_days": 6}}, [THEN_EVERY]),
        (
            {"chase": {"loudly": 1}},
            ["A ruleset has no value called “loudly”.", FIRST_AFTER, THEN_EVERY],
        ),
        ({"chase": []}, [FIRST_AFTER, THEN_EVERY]),
        ({"code": " "}, ["The ruleset needs a code."]),
        ({"version": MISSING}, ["The ruleset needs a version."]),
        ({"version": 3}, ["The ruleset needs a version."]),
        ({"from_on": "1 September"}, [DAY]),
        ({"from_on": MISSING}, [DAY]),
        ({"from_on": 20260901}, [DAY]),
        ({"levels": []}, [NO_LEVELS]),
        ({"levels": "GR1"}, [NO_LEVELS]),
        ({"levels": ["GR1"]}, [LEVEL_1]),
        ({"levels": [None]}, [LEVEL_1]),
        ({"levels": [level(), level(code="")]}, [LEVEL_1.replace("1", "2")]),
        ({"levels": [level(label="")]}, [LEVEL_1]),
        ({"levels": [level(agency_expected="no")]}, [LEVEL_1]),
        ({"levels": [level(colour="green")]}, [LEVEL_1]),
        ({"levels": ["?", level(), level()]}, [LEVEL_1, "Two levels have the code “GR1”."]),
        ({"oldest_stage": "toddler"}, [STAGES]),
        ({"review": None}, [DUE, WINDOW, OPEN]),
        ({"review": review(window_days=-1)}, [WINDOW]),
        ({"review": review(window_days=91)}, [WINDOW]),
        ({"review": review(window_days=0)}, []),
        ({"review": review(minimum_open_weeks=True)}, [OPEN]),
        ({"review": review(due_after_days="56")}, [DUE]),
        ({"review": review(rhythm=1)}, ["A ruleset has no value called “rhythm”."]),
        ({"review": review(window_days=57)}, ["The review window is longer than the cycle."]),
        ({"review": review(window_days=56)}, []),
        (
            {"review": review(minimum_open_weeks=9)},
            ["The cycle is too short for 9 open weeks."],
        ),
        ({"review": review(minimum_open_weeks=8)}, []),
        ({"report_out_of_date_months": 0}, [MONTHS]),
        ({"report_out_of_date_months": 61}, [MONTHS]),
        ({"report_out_of_date_months": 60}, []),
        ({"titles": ["Plan"]}, ["The titles are a set of names and titles."]),
        ({"titles": {"iep": "IEP"}}, ["There is no document called “iep”."]),
        ({"titles": {"room_card": ""}}, ["The title of “room_card” is empty."]),
    ],
)
def test_stored_data_is_refused_in_sentences(
    changes: dict[str, object], sentences: list[str]
) -> None:
    data = stored(**changes)
    assert list(problems(data)) == sentences
    if sentences:
        with pytest.raises(RuleSetRefused) as refused:
            from_data(data)
        assert list(refused.value.problems) == sentences
        assert str(refused.value) == " ".join(sentences)


def test_several_faults_are_all_named_at_once() -> None:
    data = stored(code="", version="", titles={"iep": ""}, report_out_of_date_months=0)
    assert problems(data) == (
        "The ruleset needs a code.",
        "The ruleset needs a version.",
        MONTHS,
        "There is no document called “iep”.",
        "The title of “iep” is empty.",
    )


def test_data_that_is_no_mapping_is_refused() -> None:
    assert problems(["default"]) == ("A ruleset is a set of named values.",)
