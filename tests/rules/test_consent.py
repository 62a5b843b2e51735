"""Whether an agency may be contacted, from what each adult answered (C7)."""

from dataclasses import replace
from datetime import date

import pytest

from agencies.rules.consent import Answer, Standing, consent_on

TODAY = date(2026, 11, 23)
YESTERDAY, TOMORROW = date(2026, 11, 22), date(2026, 11, 24)
EARLIER = date(2026, 11, 2)

YES = Answer("Priya", is_given=True, given_on=EARLIER)
NO = Answer("Tunde", is_given=False, given_on=YESTERDAY)


@pytest.mark.parametrize(
    ("answers", "standing"),
    [
        ([], Standing.NONE),
        ([YES], Standing.GIVEN),
        ([NO], Standing.REFUSED),
        ([YES, NO], Standing.PAUSED),
        ([NO, YES], Standing.PAUSED),
        ([YES, replace(NO, given_on=date(2026, 10, 1))], Standing.PAUSED),
        ([YES, replace(NO, withdrawn_on=TODAY, withdrawn_by="Sam")], Standing.GIVEN),
        ([YES, replace(NO, withdrawn_on=TOMORROW, withdrawn_by="Sam")], Standing.PAUSED),
        ([YES, replace(NO, may_refuse=False)], Standing.GIVEN),
        ([replace(YES, may_give=False)], Standing.NONE),
        ([replace(YES, until_on=TODAY)], Standing.GIVEN),
        ([replace(YES, until_on=YESTERDAY)], Standing.ENDED),
        ([replace(YES, until_on=YESTERDAY), NO], Standing.REFUSED),
        ([replace(YES, given_on=TODAY)], Standing.GIVEN),
        ([replace(YES, given_on=TOMORROW)], Standing.NONE),
        ([replace(YES, withdrawn_on=TODAY, withdrawn_by="Priya")], Standing.WITHDRAWN),
        ([replace(YES, withdrawn_on=TOMORROW, withdrawn_by="Priya")], Standing.GIVEN),
        ([replace(YES, withdrawn_on=TODAY)], Standing.NONE),
        ([replace(YES, withdrawn_on=TODAY, withdrawn_by="Priya"), YES], Standing.GIVEN),
    ],
)
def test_what_the_answers_come_to(answers: list[Answer], standing: Standing) -> None:
    verdict = consent_on(answers, TODAY)
    assert verdict.standing is standing
    assert verdict.is_open == (standing is Standing.GIVEN)


def test_the_verdict_names_whoever_it_rests_on() -> None:
    again = replace(YES, who="Ama", given_on=YESTERDAY)
    assert consent_on([YES, again], TODAY).answer == again
    assert consent_on([YES, NO], TODAY).answer == NO
    assert consent_on([], TODAY).answer is None


@pytest.mark.parametrize(
    ("given_again_on", "standing"),
    [(date(2026, 11, 10), Standing.ENDED), (date(2026, 10, 1), Standing.WITHDRAWN)],
)
def test_a_consent_that_ran_out_is_told_unless_one_was_withdrawn_after_it(
    given_again_on: date, standing: Standing
) -> None:
    withdrawn = replace(YES, withdrawn_on=date(2026, 11, 5), withdrawn_by="Priya")
    ran_out = replace(YES, who="Ama", given_on=given_again_on, until_on=YESTERDAY)
    assert consent_on([withdrawn, ran_out], TODAY).standing is standing
    assert consent_on([ran_out, withdrawn], TODAY).standing is standing


def test_a_withdrawal_by_somebody_without_responsibility_says_nothing() -> None:
    gone = replace(YES, withdrawn_on=TODAY, withdrawn_by="Jo", may_refuse=False)
    assert consent_on([gone], TODAY).standing is Standing.NONE
