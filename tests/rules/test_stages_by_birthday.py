"""The birthdays of a stage agree with the stage of a birthday, on every day."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from children.rules import Stage, stage_on
from isp_portal.dashboards.rules.stages import birthdays_of


@given(st.dates(date(2015, 1, 1), date(2027, 12, 31)), st.dates(date(2026, 1, 1), date(2029, 1, 1)))
def test_a_birthday_lies_within_its_own_stage_and_within_no_other(born: date, on: date) -> None:
    if born > on:
        return
    within = []
    for stage in Stage:
        first, last = birthdays_of(stage, on)
        if (first is None or first <= born) and (last is None or born <= last):
            within.append(stage)
    assert within == [stage_on(born, on)]
