"""Rows of a register: whatever stands in a cell, a row is a child or says what is wrong with it."""

from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from accounts.rules.cells import BEGIN_FORMULAS
from children.rules.folding import fold
from children.rules.register.columns import LABELS, Column, guess_all, heading_key, missing
from children.rules.register.dates import Order
from children.rules.register.row import Known
from children.rules.register.rows import EMAIL, Reading, read_rows

TODAY = date(2026, 11, 23)
KNOWN = Known(
    rooms={"orchard": "Orchard"},
    staff={"kemi adebayo": "kemi"},
    levels={"gr1": "GR1"},
    children={("zoe ek", date(2023, 2, 1)): "A child of the register"},
)
COLUMNS = [Column.FULL_NAME, Column.BIRTH_DATE, Column.ROOM]
cells = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ["Ada Bell", "3/4/2023", "=1+1", "-5", "a@b.example", "Mon-Fri", "K", "x" * 200, "\x00", "‮"]
    ),
)
names = st.from_regex(r"[A-Z][a-zé'\-]{1,12} [A-Z][a-zö]{1,12}", fullmatch=True)
births = st.dates(date(2019, 1, 1), date(2026, 11, 1))


def reading(columns: list[Column], order: Order = Order.DAY_FIRST) -> Reading:
    return Reading([LABELS[c] for c in columns], columns, order, TODAY, KNOWN)


def read(*rows: tuple[str, ...], columns: list[Column] | None = None) -> list:  # type: ignore[type-arg]
    return read_rows([list(row) for row in rows], 2, reading(columns or COLUMNS))


@given(st.lists(st.sampled_from(list(Column)), min_size=1, max_size=12), st.data())
def test_any_cells_under_any_columns_are_a_child_or_a_problem_in_words(
    columns: list[Column], data: st.DataObject
) -> None:
    wide = data.draw(st.integers(0, len(columns) + 2))
    row = data.draw(st.lists(cells, min_size=wide, max_size=wide))
    for child in read_rows([row], 2, reading(columns)):
        assert all(child.problems)
        assert all(child.remarks)
        if child.problems:
            continue
        assert child.legal_name[0] not in BEGIN_FORMULAS
        assert 0 < len(child.legal_name) <= 150
        assert child.born is not None
        assert child.born <= TODAY
        assert max(len(child.room), len(child.known_as), len(child.home_language)) <= 60
        assert child.level in ("", "GR1")
        assert child.sen_provision in ("", "N", "K", "E")
        assert all(
            one.name and (not one.email or EMAIL.fullmatch(one.email)) for one in child.contacts
        )


@given(names, births)
@example("Zöe Ek", date(2023, 2, 1))
def test_one_child_twice_is_noticed_however_the_name_is_written(name: str, born: date) -> None:
    day = f"{born:%d/%m/%Y}"
    first, last = name.split(" ", 1)
    rows = read((name, day, ""), (name.upper(), day, ""), (f"{last}, {first}", day, ""))
    assert [bool(row.double) for row in rows][1:] == [True, True]
    assert bool(rows[0].double) == (fold(name) == "zoe ek" and born == date(2023, 2, 1))


@given(names, births, births)
def test_two_children_of_one_name_are_two(name: str, born: date, other: date) -> None:
    rows = read((name, f"{born:%d/%m/%Y}", ""), (name, f"{other:%d/%m/%Y}", ""))
    assert bool(rows[1].double) == (born == other or bool(KNOWN.children.get(rows[1].key)))


@given(st.sampled_from(sorted(BEGIN_FORMULAS)), names)
def test_a_name_that_begins_like_a_formula_is_kept_out(sign: str, name: str) -> None:
    (row,) = read((f"{sign}{name}", "3/4/2023", ""))
    assert row.problems


def test_without_its_guard_a_formula_would_be_a_name() -> None:
    """The negative control: the same name without the sign is a child."""
    (row,) = read(("HYPERLINK(1)", "3/4/2023", ""))
    assert not row.problems


@given(
    st.lists(st.sampled_from([*map(str, LABELS.values()), "Funding", "", "D.O.B."]), max_size=12)
)
def test_what_may_stand_once_is_guessed_once(headings: list[str]) -> None:
    columns = guess_all(headings)
    assert len(columns) == len(headings)
    lacking = missing(columns)
    assert lacking is None or not lacking.startswith("Two columns")


@given(st.text(max_size=30))
@example("𝒩")
@example("ﬁrst")
def test_a_heading_is_remembered_as_it_is_compared(heading: str) -> None:
    assert heading_key(heading_key(heading)) == heading_key(heading)
