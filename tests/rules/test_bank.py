"""The strategy bank: finding, ages, and a setting's own words in the place of shared ones."""

from dataclasses import replace
from uuid import UUID

import pytest

from plans.rules.bank import BankEntry, bank_line_key, find_strategies, overlay, say_months

WAIT = BankEntry(
    "wait", "communication", 0, 60, "Wait five seconds", "All day", "Count to five", is_shared=True
)
CHAIN = BankEntry("chain", "cognition", 18, 48, "Leave the last step", "Coats", is_shared=True)
BANK = (WAIT, CHAIN)


@pytest.mark.parametrize("text", ["", "wait", "FIVE wait", "seco", "count", "all day"])
def test_a_strategy_is_found_by_any_of_its_words(text: str) -> None:
    assert WAIT in find_strategies(BANK, text=text)


def test_every_word_has_to_be_there() -> None:
    assert find_strategies(BANK, text="wait coats") == ()


def test_an_area_and_an_age_narrow_what_is_found() -> None:
    assert find_strategies(BANK, area="cognition") == (CHAIN,)
    assert find_strategies(BANK, months=17) == (WAIT,)
    assert find_strategies(BANK, months=18) == BANK
    assert find_strategies(BANK, months=48) == BANK
    assert find_strategies(BANK, months=49) == (WAIT,)


def test_a_child_older_than_the_bank_is_offered_what_the_oldest_are() -> None:
    assert find_strategies(BANK, months=75) == (WAIT,)


def test_a_settings_words_stand_in_the_place_of_the_shared_ones() -> None:
    mine = BankEntry("wait", "communication", 0, 60, "Wait ten seconds")
    extra = BankEntry("own", "semh", 12, 60, "Sing the tidy-up song")
    changed = replace(mine, is_shared=True, is_changed=True)
    assert overlay(BANK, [extra, mine]) == (changed, CHAIN, extra)


@pytest.mark.parametrize(
    ("field", "value", "is_changed"),
    [("is_hidden", True, False), ("to_months", 48, True), ("area", "semh", True)],
)
def test_hiding_a_strategy_changes_none_of_its_words(
    field: str, value: object, is_changed: bool
) -> None:
    mine = replace(WAIT, is_shared=False, **{field: value})  # type: ignore[arg-type]
    (found,) = overlay([WAIT], [mine])
    assert (found.is_changed, getattr(found, field)) == (is_changed, value)


def test_the_same_strategy_is_the_same_line_in_every_plan_of_a_child() -> None:
    seyi, zofia = UUID(int=1), UUID(int=2)
    assert bank_line_key(seyi, "wait") == bank_line_key(seyi, "wait")
    keys = {bank_line_key(child, key) for child in (seyi, zofia) for key in ("wait", "chain")}
    assert len(keys) == 4
    kept_in_plans = "b8830bfc-816a-5b22-b7f3-ffde1edbed15"
    assert str(bank_line_key(seyi, "wait")) == kept_in_plans


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (0, "birth"),
        (1, "1 month"),
        (6, "6 months"),
        (12, "1 year"),
        (18, "18 months"),
        (24, "2 years"),
        (30, "30 months"),
        (36, "3 years"),
        (42, "3½ years"),
        (43, "43 months"),
        (60, "5 years"),
    ],
)
def test_ages_are_said_as_people_say_them(months: int, words: str) -> None:
    assert say_months(months) == words
    assert replace(WAIT, to_months=months).ages == f"birth to {words}"


def test_a_line_takes_over_what_adults_do_when_and_at_home() -> None:
    assert WAIT.words == {
        "what_adults_do": "Wait five seconds",
        "when_and_where": "All day",
        "at_home": "Count to five",
    }
