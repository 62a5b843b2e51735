"""Six browsers send one record sheet fifty times each, at the same time: its rows are kept once."""

import pytest

from tests.faults.test_double_sends import BROWSERS, everybody_sends

SENDER = "tests.faults.sheet_sender"
DAYS, LINES = 3, 2
A_FEW = 4
"""Times each, where every send is kept: enough to show that it is the token that holds."""


@pytest.mark.django_db
def test_three_hundred_sends_of_one_sheet_at_once_make_one_set_of_rows(
    database: dict[str, str],
) -> None:
    made = everybody_sends(database, "careful", sender=SENDER)
    assert made == (DAYS, DAYS * LINES, DAYS)


@pytest.mark.django_db
def test_without_the_token_every_sheet_is_kept(database: dict[str, str]) -> None:
    made = everybody_sends(database, "careless", sender=SENDER, times=A_FEW)
    assert made[0] == BROWSERS * A_FEW * DAYS
