"""Help over time as a drawing: where dots stand, where the line breaks, what is said without it."""

from datetime import date, timedelta

from reviews.rules.chart import BELOW, FOOT, LEFT, RIGHT, HelpChart, Point, help_chart, runs
from reviews.rules.help import HelpLevel

FIRST, LAST = date(2026, 10, 5), date(2026, 11, 23)
HALF_TERM = (date(2026, 10, 26), date(2026, 10, 30))


def points(*levels: HelpLevel | None, every: int = 7) -> list[Point]:
    return [Point(FIRST + timedelta(days=every * n), level) for n, level in enumerate(levels)]


def chart(*levels: HelpLevel | None, every: int = 7, closed: bool = True) -> HelpChart:
    closures = [HALF_TERM] if closed else []
    seen = points(*levels, every=every)
    return help_chart(seen, first=FIRST, last=LAST, closures=closures, today=LAST)


SIX = (HelpLevel.FULL, HelpLevel.SOME, HelpLevel.SOME, HelpLevel.PROMPTED, HelpLevel.ALONE, None)


def test_less_help_stands_higher_and_later_stands_further_on() -> None:
    drawn = chart(*SIX)
    assert [dot.y for dot in drawn.dots] == [106.0, 76.0, 76.0, 46.0, 16.0]
    assert drawn.dots[0].x == LEFT
    assert [dot.x for dot in drawn.dots] == sorted({dot.x for dot in drawn.dots})


def test_the_first_day_and_the_last_are_the_ends_of_the_axis() -> None:
    drawn = chart(HelpLevel.FULL, HelpLevel.ALONE, every=49)
    assert [dot.x for dot in drawn.dots] == [LEFT, RIGHT]
    assert (drawn.first_words, drawn.last_words) == ("Mon 5 Oct", "Today")


def test_a_day_outside_the_cycle_stands_at_its_edge() -> None:
    early, late = Point(date(2026, 9, 1), HelpLevel.FULL), Point(date(2027, 1, 1), HelpLevel.FULL)
    drawn = help_chart([early, late], first=FIRST, last=LAST, closures=[], today=LAST)
    assert [dot.x for dot in drawn.dots] == [LEFT, RIGHT]


def test_a_cycle_of_one_day_can_be_drawn() -> None:
    seen = [Point(FIRST, HelpLevel.SOME)]
    drawn = help_chart(seen, first=FIRST, last=FIRST, closures=[], today=FIRST)
    assert [dot.x for dot in drawn.dots] == [LEFT]


def test_the_line_breaks_at_a_closure_and_nowhere_else() -> None:
    assert len(chart(*SIX, every=9).paths) == 2
    assert len(chart(*SIX, every=9, closed=False).paths) == 1
    assert len(chart(*SIX).bands) == 1
    assert chart(*SIX, closed=False).bands == ()


def test_a_lone_dot_between_closures_is_not_joined_to_anything() -> None:
    seen = points(HelpLevel.FULL, HelpLevel.SOME)
    between = (seen[0].on + timedelta(days=1), seen[1].on - timedelta(days=1))
    assert runs(seen, [between]) == []
    assert runs(seen, []) == [seen]


def test_a_closure_of_other_weeks_is_not_drawn() -> None:
    summer = (date(2026, 7, 17), date(2026, 9, 5))
    drawn = help_chart(points(*SIX), first=FIRST, last=LAST, closures=[summer], today=LAST)
    assert drawn.bands == ()


def test_not_tried_and_not_delivered_stand_below_and_are_never_joined() -> None:
    drawn = chart(HelpLevel.SOME, HelpLevel.NOT_TRIED, None, HelpLevel.SOME, closed=False)
    assert [(dot.y, dot.state) for dot in drawn.below] == [
        (BELOW, "not_tried"),
        (BELOW, "not_delivered"),
    ]
    assert drawn.paths == (f"M{LEFT} 76.0L197.7 76.0",)
    assert BELOW > FOOT


def test_under_five_entries_it_is_too_few_to_say() -> None:
    assert chart(*SIX[:4]).is_few
    assert not chart(*SIX[:5]).is_few
    assert chart(*SIX[:4], None, None).is_few


def test_one_sentence_counts_and_never_averages() -> None:
    assert chart(*SIX).summary == (
        "6 entries from Mon 5 Oct to Mon 9 Nov: full help 1, some help 2, prompted 1, alone 1, "
        "did not happen 1."
    )
    assert chart(HelpLevel.NOT_TRIED).summary == (
        "1 entry from Mon 5 Oct to Mon 5 Oct: not tried 1."
    )
    assert chart().summary == "No entry yet."
