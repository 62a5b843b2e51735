"""Things that look wrong beside the answer: each raised by its own facts and by no others."""

from dataclasses import replace
from datetime import date

import pytest

from accounts.rules.months import months_after
from agencies.rules.reports import out_of_date
from plans.rules.requirement import AdviceGiven
from plans.rules.warnings import AnswerWarning, WarningFacts, warnings

TODAY = date(2026, 11, 23)
QUIET = WarningFacts(TODAY, behaviour=False, current_reports_dated=(TODAY,))


def test_ordinary_facts_raise_no_warning() -> None:
    assert warnings(QUIET) == ()
    assert warnings(WarningFacts(TODAY)) == ()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"level_expects_agency": False, "agency_involved": True},
            [AnswerWarning.AGENCY_BUT_LEVEL_EXPECTS_NONE],
        ),
        ({"level_expects_agency": True}, [AnswerWarning.LEVEL_EXPECTS_AGENCY_BUT_NONE]),
        ({"level_expects_agency": True, "agency_involved": True}, []),
        ({"level_expects_agency": False}, []),
        ({"agency_involved": True}, []),
        ({"current_reports_dated": (date(2025, 11, 23),)}, []),
        (
            {"current_reports_dated": (TODAY, date(2025, 11, 22))},
            [AnswerWarning.REPORT_OUT_OF_DATE],
        ),
        ({"group_map_ended": True}, [AnswerWarning.GROUP_MAP_ENDED]),
        ({"group_map_partial": True}, [AnswerWarning.GROUP_MAP_PARTIAL]),
        (
            {"advice": AdviceGiven.DO_NOT_USE_ISP, "behaviour": True},
            [AnswerWarning.ADVICE_AGAINST_BEHAVIOUR_NEED],
        ),
        ({"advice": AdviceGiven.DO_NOT_USE_ISP, "behaviour": None}, []),
        ({"advice": AdviceGiven.USE_ISP, "behaviour": True}, []),
        (
            {"current_report_of_discharged_agency": True},
            [AnswerWarning.REPORT_OF_DISCHARGED_AGENCY],
        ),
        ({"advice_disagrees": True}, [AnswerWarning.ADVICE_DISAGREES]),
        ({"current_report_holds_neither": True}, [AnswerWarning.REPORT_HOLDS_NEITHER]),
    ],
)
def test_each_warning_is_raised_by_what_it_says(
    changes: dict[str, object], expected: list[AnswerWarning]
) -> None:
    assert list(warnings(replace(QUIET, **changes))) == expected  # type: ignore[arg-type]


def test_several_warnings_stand_in_the_order_of_the_codes() -> None:
    facts = replace(QUIET, advice_disagrees=True, group_map_partial=True, group_map_ended=True)
    assert warnings(facts) == (
        AnswerWarning.GROUP_MAP_ENDED,
        AnswerWarning.GROUP_MAP_PARTIAL,
        AnswerWarning.ADVICE_DISAGREES,
    )


def test_a_ruleset_may_shorten_the_life_of_a_report() -> None:
    facts = replace(QUIET, current_reports_dated=(date(2026, 5, 22),))
    assert warnings(facts) == ()
    assert warnings(facts, out_of_date_months=6) == (AnswerWarning.REPORT_OUT_OF_DATE,)


def test_a_report_is_out_of_date_from_the_day_after_its_anniversary() -> None:
    assert not out_of_date(date(2024, 2, 29), date(2025, 2, 28))
    assert out_of_date(date(2024, 2, 29), date(2025, 3, 1))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 11, 30), 13, date(2027, 12, 30)),
        (date(2026, 1, 15), 11, date(2026, 12, 15)),
        (date(2026, 8, 31), 0, date(2026, 8, 31)),
    ],
)
def test_months_are_counted_on_the_calendar(day: date, months: int, later: date) -> None:
    assert months_after(day, months) == later


def test_every_warning_has_a_sentence_of_its_own() -> None:
    sentences = [warning.sentence for warning in AnswerWarning]
    assert len(set(sentences)) == len(AnswerWarning)
    assert all(sentence.endswith(".") for sentence in sentences)
