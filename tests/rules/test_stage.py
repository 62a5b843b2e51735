"""The stage by date of birth (C1, C2), against counting school years month by month."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from children.rules import (
    Stage,
    StageOverride,
    age_on,
    at_or_below,
    check_date_of_birth,
    preschool_or_below,
    reception_start,
    school_year,
    stage_on,
)

TODAY = date(2026, 11, 23)
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def stage_by_counting_septembers(born: date, on: date) -> Stage:
    """Count the firsts of September after the fourth birthday that have come by the day."""
    birthday = date(born.year + 4, 3, 1) if (born.month, born.day) == (2, 29) else None
    birthday = birthday or born.replace(year=born.year + 4)
    first_september = date(birthday.year, 9, 1)
    if first_september <= birthday:
        first_september = date(birthday.year + 1, 9, 1)
    come = sum(1 for year in range(first_september.year, on.year + 1) if date(year, 9, 1) <= on)
    if come == 0:
        next_year = date(first_september.year - 1, 9, 1) <= on
        return Stage.PRESCHOOL if next_year else Stage.BELOW_PRESCHOOL
    return Stage.RECEPTION if come == 1 else Stage.OLDER


@given(DAYS, st.integers(0, 4000))
def test_the_stage_is_the_one_found_by_counting_septembers(born: date, age: int) -> None:
    on = born + timedelta(days=age)
    assert stage_on(born, on) is stage_by_counting_septembers(born, on)


@pytest.mark.parametrize(
    ("born", "stage"),
    [
        (date(2022, 9, 1), Stage.PRESCHOOL),
        (date(2023, 8, 31), Stage.PRESCHOOL),
        (date(2022, 8, 31), Stage.RECEPTION),
        (date(2021, 9, 1), Stage.RECEPTION),
        (date(2021, 8, 31), Stage.OLDER),
        (date(2023, 9, 1), Stage.BELOW_PRESCHOOL),
        (TODAY, Stage.BELOW_PRESCHOOL),
    ],
)
def test_the_preschool_year_of_november_2026_is_born_september_2022_to_august_2023(
    born: date, stage: Stage
) -> None:
    assert stage_on(born, TODAY) is stage


def test_the_stage_turns_on_the_first_of_september() -> None:
    born = date(2023, 2, 14)
    assert stage_on(born, date(2027, 8, 31)) is Stage.PRESCHOOL
    assert stage_on(born, date(2027, 9, 1)) is Stage.RECEPTION


def test_a_child_born_after_the_day_has_no_stage_even_with_an_override() -> None:
    override = StageOverride(Stage.PRESCHOOL, date(2020, 1, 1), None)
    with pytest.raises(
        ValueError, match=r"^A child born on 2026-11-24 has no stage on 2026-11-23.$"
    ):
        stage_on(date(2026, 11, 24), TODAY, override)
    with pytest.raises(ValueError, match=r"^A child born on 2026-11-24 has no age on 2026-11-23.$"):
        age_on(date(2026, 11, 24), TODAY)


@given(DAYS, DAYS, st.none() | DAYS)
def test_an_override_holds_on_its_first_and_last_day_and_between(
    on: date, from_on: date, until_on: date | None
) -> None:
    born = date(1989, 5, 1)
    override = StageOverride(Stage.PRESCHOOL, from_on, until_on)
    days_in_force = range(from_on.toordinal(), (until_on or date.max).toordinal() + 1)
    overridden = on.toordinal() in days_in_force
    expected = Stage.PRESCHOOL if overridden else stage_on(born, on)
    assert stage_on(born, on, override) is expected


def test_a_summer_born_child_stays_in_preschool_from_the_first_to_the_last_day_agreed() -> None:
    born = date(2022, 8, 20)
    override = StageOverride(Stage.PRESCHOOL, date(2026, 9, 1), date(2027, 8, 31))
    assert stage_on(born, date(2026, 9, 1), override) is Stage.PRESCHOOL
    assert stage_on(born, date(2027, 8, 31), override) is Stage.PRESCHOOL
    assert stage_on(born, date(2027, 9, 1), override) is Stage.OLDER
    assert stage_on(born, date(2026, 8, 31), override) is Stage.PRESCHOOL
    assert stage_on(born, date(2025, 8, 31), override) is Stage.BELOW_PRESCHOOL


def test_only_preschool_and_below_count_as_preschool_or_below() -> None:
    young = [stage for stage in Stage if preschool_or_below(stage)]
    assert young == [Stage.BELOW_PRESCHOOL, Stage.PRESCHOOL]


def test_a_ruleset_may_name_reception_as_the_oldest_stage() -> None:
    assert at_or_below(Stage.RECEPTION, Stage.RECEPTION)
    assert not at_or_below(Stage.OLDER, Stage.RECEPTION)


def test_the_school_year_and_reception_start_are_years() -> None:
    assert (school_year(date(2026, 8, 31)), school_year(date(2026, 9, 1))) == (2025, 2026)
    assert reception_start(date(2022, 8, 31)) == 2026
    assert reception_start(date(2022, 9, 1)) == 2027


@pytest.mark.parametrize(
    ("born", "age"),
    [
        (TODAY, (0, 0)),
        (date(2026, 10, 23), (0, 1)),
        (date(2026, 10, 24), (0, 0)),
        (date(2023, 11, 23), (3, 0)),
        (date(2023, 11, 24), (2, 11)),
        (date(2022, 1, 31), (4, 9)),
    ],
)
def test_age_is_whole_years_and_months(born: date, age: tuple[int, int]) -> None:
    assert age_on(born, TODAY) == age


def test_a_doubtful_date_of_birth_is_questioned_in_words() -> None:
    future = "The date of birth is in the future. Check the year."
    long_ago = "The date of birth is more than 12 years ago. Check the year."
    assert check_date_of_birth(date(2026, 11, 24), TODAY) == future
    assert check_date_of_birth(TODAY, TODAY) is None
    assert check_date_of_birth(date(2014, 11, 23), TODAY) is None
    assert check_date_of_birth(date(2014, 11, 22), TODAY) == long_ago


def test_every_stage_has_words_and_a_stored_value() -> None:
    assert [stage.value for stage in Stage] == [
        "below_preschool",
        "preschool",
        "reception",
        "older",
    ]
    assert [stage.label for stage in Stage] == [
        "Below the preschool year",
        "Preschool year",
        "Reception",
        "Older than Reception",
    ]
