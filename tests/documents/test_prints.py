"""What staff print and nobody issues: the record sheet of a week (C8) and a group provision map (C2.1)."""

from dataclasses import replace
from datetime import date, timedelta

import pypdfium2
import pytest

from isp_portal.documents import paper
from isp_portal.documents.facts import GroupMapPaper, MapChild, RecordSheet, SheetDay, SheetLine
from isp_portal.documents.paper import sheet_print_view
from tests.documents.prints import MAP, SHEET
from tests.documents.reading import pages_of, squeezed, tags_of, text_of
from tests.documents.samples import HOSTILE


@pytest.fixture(scope="module")
def sheet_paper() -> bytes:
    return paper.draw_sheet(SHEET).pdf


@pytest.fixture(scope="module")
def map_paper() -> bytes:
    return paper.draw_group_map(MAP).pdf


def boxes(sheet: RecordSheet) -> int:
    return sheet_print_view(sheet).count('class="boxes"')


@pytest.mark.parametrize(
    "line",
    [
        "Record sheet, week of Mon 23 Nov 2026",
        "for Plan 3, version 2 of 16 Nov 2026",
        "Legal name Zofia Grażyna Wójcik-Łęcka",
        "F full help · S some help · P prompted · A alone · N not tried.",
        "Not delivered: write why (absent, staffing, closed, unwell, other).",
        "Strategy 2 Show the “now and next” strip",
        "Target B",
        "Tue 24 Nov not a day here",
        "Fri 27 Nov closed: training day",
        "Llwyn Hazel Nursery, Willow Room · printed Fri 20 Nov 2026 · copy into the portal",
        "Page 1 of 1",
    ],
)
def test_the_record_sheet_says(line: str, sheet_paper: bytes) -> None:
    assert squeezed(line) in text_of(sheet_paper)


def test_a_day_without_the_child_has_no_boxes() -> None:
    assert boxes(SHEET) == 3 * 5
    assert boxes(replace(SHEET, days=SHEET.days[:1])) == 5
    assert boxes(replace(SHEET, days=SHEET.days[1:2])) == 0


def test_more_than_five_lines_go_on_to_a_second_side() -> None:
    more = SheetLine(name="Target C", words="Zosia waits for a turn")
    sides = pages_of(paper.draw_sheet(replace(SHEET, lines=(*SHEET.lines, more))).pdf)
    assert len(sides) == 2
    assert "Target C" not in sides[0]
    assert "Target C" in sides[1]
    assert "Tue 24" in sides[1].replace("\xa0", " ")
    assert squeezed("Zosia (Zofia Grażyna Wójcik-Łęcka), born 9 Mar 2023") in squeezed(sides[1])


@pytest.mark.parametrize("open_days", [1, 5, 6, 7])
def test_a_week_of_any_length_is_one_side(open_days: int) -> None:
    days = tuple(
        SheetDay(on=SHEET.monday + timedelta(days=n), why_not="" if n % 2 else "not a day here")
        for n in range(open_days)
    )
    assert len(pages_of(paper.draw_sheet(replace(SHEET, days=days)).pdf)) == 1


def test_sheet_and_map_lie_across_the_page_and_their_headers_say_what_they_head(
    sheet_paper: bytes, map_paper: bytes
) -> None:
    """A table with one row has nothing to tell its row apart from."""
    for pdf, rows, columns in ((sheet_paper, 5, 7), (map_paper, 2, 2 * 6)):
        document = pypdfium2.PdfDocument(pdf)
        wide, high = document[0].get_size()
        document.close()
        assert (round(wide), round(high)) == (842, 595)
        tags = tags_of(pdf)
        scopes = [attributes["scope"] for tag, attributes in tags if tag == "TH"]
        assert (scopes.count("/Row"), scopes.count("/Column")) == (rows, columns)
        assert [tag for tag, _ in tags].count("H1") == 1


def test_markup_in_a_name_and_a_line_comes_out_as_text() -> None:
    sheet = replace(
        SHEET,
        child=replace(SHEET.child, preferred_name=f"{HOSTILE} c1", legal_name=f"{HOSTILE} c2"),
        lines=(SheetLine(name="Strategy 1", words="<img src=x> wait"),),
        days=(SheetDay(on=SHEET.monday, why_not=f"closed: {HOSTILE} d1", is_closed=True),),
    )
    html = sheet_print_view(sheet)
    assert "<img" not in html
    assert "<script" not in html
    words = text_of(paper.draw_sheet(sheet).pdf)
    assert squeezed(f"{HOSTILE} c1") in words
    assert squeezed(f"{HOSTILE} d1") in words


def hostile_map() -> GroupMapPaper:
    texts = ("area", "intervention", "aim", "lead", "delivered_by", "entry_measure")
    row = replace(
        MAP.rows[0],
        **{name: f"{HOSTILE} {name}" for name in (*texts, "exit_measure", "cost")},
        children=(MapChild(name=f"{HOSTILE} n1", effect=f"{HOSTILE} n2"),),
    )
    return replace(MAP, title=f"{HOSTILE} title", rows=(row,))


def test_markup_on_a_map_comes_out_as_text() -> None:
    words = text_of(paper.draw_group_map(hostile_map()).pdf)
    for name in ("area", "intervention", "aim", "lead", "cost", "n1", "n2", "title"):
        assert squeezed(f"{HOSTILE} {name}") in words, name
    assert "<script" not in paper.group_map_print_view(hostile_map())


@pytest.mark.parametrize(
    "line",
    [
        "Autumn term",
        "7 Sep 2026 to 18 Dec 2026",
        "Talk and listen group Two-word phrases in play",
        "Led by Nkechi Adeyemi-Rowe Delivered by Siân Ŵyn-Hughes and Błażej Kowal",
        "3 × 15 minutes a week, 12 weeks, group of 4 14 Sep 2026 to 4 Dec 2026",
        "Held 25 of 30 planned so far Cost or funding Within staffing",
        "Two words in 6 of 10 turns The review decided Continue. With a group of three",
        "Two signs Not measured yet one child not in your care",
        "Wójcik-Łęcka, came to 21 of 24: Asks for “more milk” Idris Mensah and two children not in your care",
        "printed for Nkechi Adeyemi-Rowe, Mon 23 Nov 2026 · for staff: it names children",
    ],
)
def test_the_map_says(line: str, map_paper: bytes) -> None:
    assert squeezed(line) in text_of(map_paper)


def test_a_map_without_rows_says_so() -> None:
    assert squeezed("No intervention is on this map yet.") in text_of(
        paper.draw_group_map(replace(MAP, rows=())).pdf
    )


def test_the_same_week_gives_the_same_sheet(sheet_paper: bytes) -> None:
    assert paper.draw_sheet(SHEET).pdf == sheet_paper
    later = replace(SHEET, printed_on=date(2026, 11, 21))
    assert paper.draw_sheet(later).pdf != sheet_paper
