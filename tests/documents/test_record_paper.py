"""The back of a plan is the record of intervention: counts, a table for each week, charts (C8)."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from isp_portal.documents.facts import HelpGiven, InterventionRecord, PlanPaper, Seen
from isp_portal.documents.paper import plan_html, plan_pdf, plan_print_view
from isp_portal.documents.paper.chart import FULL, HALF, SQUARE, PaperChart, chart_of
from isp_portal.documents.paper.record import sessions_words
from isp_portal.languages.phrases import say
from tests.documents.reading import pages_of, squeezed, tags_of, text_of
from tests.documents.records import RECORD, WRITTEN_PLAN, saw
from tests.documents.samples import HOSTILE, PLAN


def with_record(**values: object) -> PlanPaper:
    return replace(WRITTEN_PLAN, record=replace(RECORD, **values))


def test_a_plan_without_an_entry_has_the_weeks_to_fill_in() -> None:
    html = plan_html(PLAN)
    assert "Cross one box" in html
    assert "Help over time" not in html


def test_three_weeks_of_entries_stand_on_the_back_of_the_sheet(written_paper: bytes) -> None:
    front, back = pages_of(written_paper)
    assert "Record of intervention" not in front
    assert "Help over time" in back
    assert "Cross one box" not in back


def test_every_word_of_every_entry_is_on_the_paper(written_paper: bytes) -> None:
    words = text_of(written_paper)
    for seen in RECORD.seen:
        parts = (seen.who, seen.words, seen.not_delivered, seen.where, seen.next_time, *seen.tries)
        assert [part for part in parts if squeezed(part) not in words] == []


@pytest.mark.parametrize(
    "line",
    [
        "what we saw, Mon 2 to Fri 27 November 2026",
        "Came to 14 of 16 sessions; 1 is not marked, so not known",
        "12 entries: strategy 1, five; strategy 2, four; strategy 3, none; target A, five; "
        "target B, five; old 1, one.",
        "One of them says why nothing was done. Latest entry 27 November 2026.",
        "Closed Mon 16 Nov to Fri 20 Nov.",
        "Old 1, not in this version any more: Sing the tidy-up song before each change",
        "Thu 12 Nov Błażej 2, B Not delivered Not enough staff in the room.",
        "Written down Wed 11 Nov.",
        "Prompted (2, B)",
        "Tue 24 Nov Siân none Sang all morning.",
        "Too few entries to draw: strategy 3.",
        "compare Zosia only with Zosia’s own earlier days",
    ],
)
def test_the_record_says(line: str, written_paper: bytes) -> None:
    assert squeezed(line) in text_of(written_paper)


def test_weeks_without_an_entry_are_left_out_and_the_others_keep_their_number() -> None:
    weeks = re.findall(r"<h3>Week (\d+)", plan_html(WRITTEN_PLAN))
    assert weeks == ["1", "2", "4"]


def test_the_filled_box_stands_where_its_letter_stands_and_the_word_beside_it() -> None:
    html = plan_html(with_record(seen=(saw(4, "Siân", "1", "prompted", "Looked."),)))
    strip = re.search(r'<span class="strip">(.*?)</span></span> <b>(.*?)</b>', html)
    assert strip
    boxes = re.findall(r'<span class="box([^"]*)">(\w?)<', strip[1] + "<")
    assert boxes == [("", ""), ("", ""), (" filled", "P"), ("", ""), (" apart", "")]
    assert strip[2] == "Prompted"


@pytest.mark.parametrize(
    ("attended", "possible", "unknown", "said"),
    [
        (12, 12, 0, "12 of 12 sessions"),
        (9, 12, 2, "9 of 12 sessions; 2 are not marked, so not known"),
        (0, 0, 0, "no session is marked, so it is not known how often"),
        (0, 12, 12, "no session is marked, so it is not known how often"),
    ],
)
def test_sessions_that_nobody_marked_are_said_to_be_unknown(
    attended: int, possible: int, unknown: int, said: str
) -> None:
    record = replace(RECORD, attended=attended, possible=possible, unknown=unknown)
    assert say(sessions_words(record)) == said


def chart_a(record: InterventionRecord = RECORD) -> tuple[tuple[str, ...], str, str]:
    chart = chart_of("A", "Target A", "looks", record)
    return chart.paths, "".join(m.words for m in chart.steps), chart.summary


def test_a_chart_line_breaks_where_the_nursery_was_closed() -> None:
    paths, letters, _ = chart_a()
    assert letters == "FSSPA"
    assert len(paths) == 1
    assert paths[0].count("L") == 3  # the fifth stands alone, after the week that was closed
    whole, _, _ = chart_a(replace(RECORD, closed=()))
    assert whole[0].count("L") == 4


def test_not_tried_stands_on_its_own_row_and_is_never_joined() -> None:
    chart = chart_of("B", "Target B", "moves", RECORD)
    (mark,) = chart.not_tried
    assert mark.words == "N"
    assert mark.y > max(step.y for step in chart.steps)
    assert all(str(mark.x) not in path for path in chart.paths)


def test_squares_that_would_cover_each_other_make_the_chart_as_wide_as_the_page() -> None:
    def chart(*days: int) -> PaperChart:
        seen = tuple(saw(day, "Siân", "1 A", "some", "Looked.") for day in days)
        return chart_of("A", "Target A", "looks", replace(RECORD, seen=seen))

    assert chart(2, 4, 6, 9, 11).width == HALF
    crowded = chart(2, 3, 5, 9, 11)
    assert crowded.width == FULL
    assert min(b.x - a.x for a, b in pairwise(crowded.steps)) > SQUARE


def test_a_chart_says_in_words_what_it_shows(written_paper: bytes) -> None:
    figures = [attributes["alt"] for tag, attributes in tags_of(written_paper) if tag == "Figure"]
    assert figures == [
        "Target A, help over time. 5 entries from Mon 2 Nov to Wed 25 Nov: "
        "full help 1, some help 2, prompted 1, alone 1.",
        "Target B, help over time. 6 entries from Wed 4 Nov to Fri 27 Nov: "
        "full help 1, some help 1, prompted 1, alone 1, not tried 1, did not happen 1.",
    ]


def test_days_are_the_headers_of_their_rows(written_paper: bytes) -> None:
    tags = tags_of(written_paper)
    scopes = [attributes["scope"] for tag, attributes in tags if tag == "TH"]
    assert scopes.count("/Row") == len(RECORD.seen)
    assert scopes.count("/Column") == 3 * 5
    headings = [tag for tag, _ in tags if tag in {"H1", "H2", "H3"}]
    assert headings[-7:] == ["H2", "H3", "H3", "H3", "H2", "H3", "H3"]


def test_markup_in_an_entry_comes_out_as_text() -> None:
    typed = Seen(
        on=date(2026, 11, 3),
        who=f"{HOSTILE} e1",
        lines=("1",),
        help=(HelpGiven(level="full", lines=("1",)),),
        words=f"{HOSTILE} e2",
        tries=(f"1 {HOSTILE} e3",),
        where=f"{HOSTILE} e4",
        next_time=f"{HOSTILE} e5",
        from_home=f"{HOSTILE} e6",
    )
    plan = with_record(seen=(typed, replace(typed, not_delivered=f"{HOSTILE} e7")))
    html = plan_html(plan)
    assert "<script" not in html
    assert "<img" not in html
    words = text_of(plan_pdf(plan))
    assert [n for n in range(1, 8) if squeezed(f"{HOSTILE} e{n}") not in words] == []


def test_a_long_record_flows_on_and_loses_no_entry() -> None:
    many = tuple(
        saw(day, "Siân", "1 A", "some", f"Entry {day}.{n} " + "watches the others fill it " * 9)
        for day in (2, 3, 4, 5, 6, 9, 10, 11)
        for n in range(6)
    )
    words = text_of(plan_pdf(with_record(seen=many)))
    assert [s.words for s in many if squeezed(s.words) not in words] == []


def test_the_print_view_shows_the_record_too() -> None:
    page = plan_print_view(WRITTEN_PLAN)
    assert "Home time: moved the card" in page
    assert "css/paper/record" in page
    assert "style=" not in page


@pytest.mark.parametrize("entries", [14, 17, 18])
def test_a_chart_that_moves_to_the_next_side_is_drawn_there_once(entries: int) -> None:
    days = [day for day in range(2, 28) if date(2026, 11, day).weekday() < 6]
    seen = tuple(saw(day, "Siân", "A", "some", "Looked up. " * 6) for day in days[:entries])
    drawn = text_of(plan_pdf(with_record(seen=seen, old_lines=())))
    assert drawn.count("Nottried") == 1
