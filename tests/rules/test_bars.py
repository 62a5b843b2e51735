"""Counts as bars: all on one scale, none outside the drawing."""

from hypothesis import given
from hypothesis import strategies as some

from accounts.rules.bars import WIDE, Kind, Row, bar_chart

TWO = (Kind("On time"), Kind("Late", "pale"))


def test_the_longest_bar_reaches_across_and_the_others_are_in_proportion() -> None:
    chart = bar_chart("Reviews", "Said.", TWO, [Row("Autumn", (6, 2)), Row("Spring", (2, 2))])
    first, second = chart.bars
    assert sum(part.width for part in first.parts) == 2 * sum(p.width for p in second.parts)
    assert first.parts[1].x == first.parts[0].width
    assert [part.figure for part in first.parts] == ["6", "2"]
    assert (first.total, second.total) == (8, 4)


def test_a_count_of_nought_is_no_part_and_a_chart_of_nothing_is_empty() -> None:
    chart = bar_chart("Reviews", "None.", TWO, [Row("Autumn", (0, 0))])
    assert chart.bars[0].parts == ()
    assert chart.is_empty
    assert bar_chart("Reviews", "None.", TWO, []).is_empty


def test_one_kind_has_its_figure_behind_the_bar_alone() -> None:
    chart = bar_chart("Caseload", "Said.", [Kind("Children")], [Row("Kemi Adebayo", (9,))])
    assert chart.bars[0].parts[0].figure == ""
    assert chart.bars[0].total == 9


def test_a_long_name_is_short_in_the_drawing_and_whole_in_the_table() -> None:
    name = "Oluwaseyifunmi Adeyemi-Blackwood of the Harrowby Service for Speech"
    bar = bar_chart("Caseload", "Said.", [Kind("Children")], [Row(name, (1,))]).bars[0]
    assert bar.words.endswith("…")
    assert bar.row.words == name


@given(some.lists(some.tuples(some.integers(0, 500), some.integers(0, 500)), max_size=30))
def test_no_bar_leaves_room_for_less_than_its_figure(counts: list[tuple[int, int]]) -> None:
    chart = bar_chart("Any", "Said.", TWO, [Row("Row", pair) for pair in counts])
    assert all(bar.total_x <= WIDE - 20 for bar in chart.bars)
    assert all(bar.figure_y < chart.height for bar in chart.bars)
