"""The sessions of a week, as exports write them: read back whole, or said not to be readable."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from children.rules.register.columns import DAYS, guess, half_of
from children.rules.register.sessions import (
    AFTERNOON,
    BOTH,
    MORNING,
    NotASession,
    Slot,
    sessions_of_day,
    sessions_of_week,
)

WORDS: dict[tuple[str, ...], tuple[str, ...]] = {
    (MORNING,): ("AM", "morning", "am", "a.m.", "M", "9:00-12:00", "8.30 to 12.30", "0800-1200"),
    (AFTERNOON,): ("PM", "Afternoon", "pm", "A", "1:00pm-4:00pm", "13:00 - 18:00", "12.30-3.30"),
    BOTH: (
        "All day",
        "Full",
        "x",
        "1",
        "yes",
        "AM/PM",
        "am & pm",
        "9-3",
        "8:30 to 3:30",
        "08:00–18:00",
    ),
    (): ("", "-", "No", "off", "0", "not in"),
}
weeks = st.sets(st.tuples(st.integers(0, 6), st.sampled_from(BOTH)))


@pytest.mark.parametrize(("halves", "words"), [(h, w) for h, said in WORDS.items() for w in said])
def test_a_day_is_read_as_people_write_it(halves: tuple[str, ...], words: str) -> None:
    assert sessions_of_day(words) == halves


def written(week: set[Slot], data: st.DataObject) -> str:
    """The week as somebody may type it: "Mon AM; Tuesday, Wed pm"."""
    parts = []
    for day in sorted({day for day, _ in week}):
        halves = tuple(half for half in BOTH if (day, half) in week)
        name = data.draw(st.sampled_from([DAYS[day], DAYS[day][:3], DAYS[day][:3].lower()]))
        said = data.draw(
            st.sampled_from(
                {
                    BOTH: ["", " all day"],
                    (MORNING,): [" AM", " morning"],
                    (AFTERNOON,): [" PM", " (pm)"],
                }[halves]
            )
        )
        parts.append(f"{name}{said}")
    return data.draw(st.sampled_from([", ", "; ", "\n", " / "])).join(parts)


@given(weeks, st.data())
def test_a_week_that_was_typed_is_read_back_whole(week: set[Slot], data: st.DataObject) -> None:
    assert sessions_of_week(written(week, data)) == week


@given(st.integers(0, 6), st.integers(0, 6), st.sampled_from(["", " AM", " all day"]))
def test_a_span_of_days_is_all_of_them_and_one_that_runs_backwards_is_none(
    first: int, last: int, half: str
) -> None:
    words = f"{DAYS[first][:3]}-{DAYS[last][:3]}{half}"
    if first > last:
        with pytest.raises(NotASession):
            sessions_of_week(words)
    else:
        assert {day for day, _ in sessions_of_week(words)} == set(range(first, last + 1))


@given(st.integers(6 * 60, 20 * 60), st.integers(30, 12 * 60))
def test_hours_are_the_halves_that_they_lie_in(begins: int, lasts: int) -> None:
    ends = min(begins + lasts, 23 * 60)
    if ends <= begins or ends < 13 * 60 <= begins + 60 > ends:
        return
    found = sessions_of_day(f"{begins // 60:02}:{begins % 60:02}-{ends // 60:02}:{ends % 60:02}")
    assert found
    if ends <= 12 * 60:
        assert found == (MORNING,)
    if begins >= 12 * 60 and ends > 13 * 60 + 30:
        assert found == (AFTERNOON,)
    if begins < 11 * 60 and ends > 14 * 60:
        assert found == BOTH


@given(st.one_of(st.text(max_size=30), st.from_regex(r"[A-Za-z0-9:.\-/, ]{0,20}", fullmatch=True)))
@example("99-100")
@example("12am-12am")
@example("fri-mon")
@example("mon mon")
@example("²-³")
def test_any_cell_names_sessions_or_says_that_it_does_not(text: str) -> None:
    for read in (sessions_of_day, sessions_of_week):
        try:
            found = read(text)
        except NotASession:
            continue
        slots = {(0, half) for half in found} if read is sessions_of_day else found
        assert all(day in range(7) and half in BOTH for day, half in slots)


@given(st.sampled_from(DAYS), st.sampled_from([("AM", MORNING), ("pm", AFTERNOON), ("", "")]))
def test_a_heading_names_its_day_and_half(day: str, half: tuple[str, str]) -> None:
    for name in (day, day[:3], day[:3].upper()):
        heading = f"{name} {half[0]}".strip()
        assert guess(heading).value == f"day_{DAYS.index(day)}"
        assert half_of(heading) == half[1]
    assert sessions_of_day("x", half[1]) == ((half[1],) if half[1] else BOTH)
    assert sessions_of_day("", half[1]) == ()
