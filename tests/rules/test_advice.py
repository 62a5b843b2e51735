"""Which advice is in force, against an independent reading that knocks records out one by one."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.rules.advice import AdviceBy, AdviceInForce, AdviceRecord, advice_in_force
from plans.rules.requirement import AdviceGiven

TODAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
USE, DO_NOT = AdviceGiven.USE_ISP, AdviceGiven.DO_NOT_USE_ISP
TEAM, PROFESSIONAL = AdviceBy.INCLUSION_TEAM, AdviceBy.PROFESSIONAL

DAYS_NEAR = st.integers(-4, 4).map(lambda n: TODAY + timedelta(days=n))
RECORDS = st.builds(
    AdviceRecord,
    use=st.sampled_from([USE, DO_NOT]),
    by=st.sampled_from(AdviceBy),
    given_on=DAYS_NEAR,
    recorded_at=st.integers(0, 3).map(lambda n: NOON + timedelta(hours=n)),
    until_on=st.none() | DAYS_NEAR,
    confirmed=st.booleans(),
    withdrawn_on=st.none() | DAYS_NEAR,
)


def record(use: AdviceGiven, by: AdviceBy, days_ago: int = 1, **more: object) -> AdviceRecord:
    return AdviceRecord(use, by, TODAY - timedelta(days=days_ago), NOON, **more)  # type: ignore[arg-type]


def independent(records: list[AdviceRecord], agency: bool) -> tuple[str, bool]:
    left = [r for r in records if not r.given_on > TODAY]
    left = [r for r in left if not (r.until_on and r.until_on < TODAY)]
    left = [r for r in left if not (r.withdrawn_on and r.withdrawn_on <= TODAY)]
    team = [r for r in left if r.by.name == "INCLUSION_TEAM"]
    others = [r for r in left if r.by.name == "PROFESSIONAL" and (agency or r.confirmed)]
    heard = team or others
    if not heard:
        return "NONE", False
    newest_day = max(r.given_on for r in heard)
    heard = [r for r in heard if r.given_on == newest_day]
    newest_record = max(r.recorded_at for r in heard)
    uses = {r.use.name for r in heard if r.recorded_at == newest_record}
    return max(uses, key=len, default="") if uses == {"DO_NOT_USE_ISP"} else "USE_ISP", (
        len({r.use for r in team + others}) == 2
    )


@given(st.lists(RECORDS, max_size=6), st.booleans())
def test_the_advice_in_force_is_what_is_left_when_the_others_are_knocked_out(
    records: list[AdviceRecord], agency: bool
) -> None:
    found = advice_in_force(records, TODAY, agency)
    assert (found.advice.name, found.disagreement) == independent(records, agency)
    assert found.record in records if found.record else found.advice is AdviceGiven.NONE


@given(st.lists(RECORDS, max_size=6), st.booleans(), st.randoms())
def test_the_order_in_which_records_are_listed_does_not_matter(records, agency, random) -> None:  # type: ignore[no-untyped-def]
    shuffled = random.sample(records, len(records))
    before, after = (advice_in_force(given, TODAY, agency) for given in (records, shuffled))
    assert (before.advice, before.disagreement) == (after.advice, after.disagreement)


def test_no_advice_at_all() -> None:
    assert advice_in_force([], TODAY, True) == AdviceInForce(AdviceGiven.NONE, None, False, ())


def test_the_inclusion_teams_advice_counts_at_once_without_an_agency() -> None:
    given_today = record(DO_NOT, TEAM, days_ago=0)
    expected = AdviceInForce(DO_NOT, given_today, False, ())
    assert advice_in_force([given_today], TODAY, False) == expected


def test_a_professionals_advice_without_an_agency_waits_for_the_senco() -> None:
    waiting = record(USE, PROFESSIONAL)
    expected = AdviceInForce(AdviceGiven.NONE, None, False, (waiting,))
    assert advice_in_force([waiting], TODAY, False) == expected
    assert advice_in_force([waiting], TODAY, True).advice is USE
    confirmed = replace(waiting, confirmed=True)
    assert advice_in_force([confirmed], TODAY, False) == AdviceInForce(USE, confirmed, False, ())


def test_advice_counts_on_its_last_day_and_not_on_the_day_it_is_withdrawn() -> None:
    last_day = record(USE, TEAM, until_on=TODAY)
    assert advice_in_force([last_day], TODAY, False).advice is USE
    expired = record(USE, TEAM, until_on=TODAY - timedelta(days=1))
    assert advice_in_force([expired], TODAY, False).advice is AdviceGiven.NONE
    withdrawn = record(USE, TEAM, withdrawn_on=TODAY)
    assert advice_in_force([withdrawn], TODAY, False).advice is AdviceGiven.NONE
    withdrawn_tomorrow = record(USE, TEAM, withdrawn_on=TODAY + timedelta(days=1))
    assert advice_in_force([withdrawn_tomorrow], TODAY, False).advice is USE


def test_an_older_word_of_the_inclusion_team_wins_over_a_newer_one_of_a_professional() -> None:
    team, other = record(DO_NOT, TEAM, days_ago=90), record(USE, PROFESSIONAL, days_ago=2)
    assert advice_in_force([other, team], TODAY, True) == AdviceInForce(DO_NOT, team, True, ())


def test_unconfirmed_advice_that_does_not_count_is_no_disagreement() -> None:
    team, other = record(DO_NOT, TEAM), record(USE, PROFESSIONAL)
    expected = AdviceInForce(DO_NOT, team, False, (other,))
    assert advice_in_force([other, team], TODAY, False) == expected


def test_of_two_given_on_one_day_the_one_recorded_later_wins() -> None:
    first, second = (
        record(USE, TEAM),
        replace(record(DO_NOT, TEAM), recorded_at=NOON.replace(hour=13)),
    )
    assert advice_in_force([first, second], TODAY, False).record is second


def test_two_of_one_instant_are_settled_for_the_plan() -> None:
    pair = [record(DO_NOT, TEAM), record(USE, TEAM)]
    assert advice_in_force(pair, TODAY, False).advice is USE
    assert advice_in_force(pair[::-1], TODAY, False).advice is USE


def test_advice_says_one_thing_or_the_other() -> None:
    words = "^Advice says either to use an ISP or not to use one.$"
    with pytest.raises(ValueError, match=words):
        record(AdviceGiven.NONE, TEAM)
