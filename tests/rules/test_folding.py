"""A name is looked for as it is heard, whatever marks it is written with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from children.rules import fold


@pytest.mark.parametrize(
    ("written", "looked_for"),
    [
        ("Zoë", "zoe"),
        ("Łukasz Wiśniewska-Dąbrowska", "lukasz wisniewska dabrowska"),
        ("Caoimhe Ní Dhomhnaill", "caoimhe ni dhomhnaill"),
        ("Teddy O’Brien", "teddy obrien"),
        ("Teddy O'Brien", "teddy obrien"),
        ("Søren Þór Strauß", "soren thor strauss"),
        ("ﬁona", "fiona"),
        ("  A.  B  ", "a b"),
        ("", ""),
    ],
)
def test_marks_and_capitals_do_not_count(written: str, looked_for: str) -> None:
    assert fold(written) == looked_for


@given(st.text(max_size=60))
def test_a_folded_name_folds_to_itself(name: str) -> None:
    assert fold(fold(name)) == fold(name)
