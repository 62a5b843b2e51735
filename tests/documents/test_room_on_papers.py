"""Words have room: nothing is pushed into the foot of a side, and an answer stands on its line."""

import re

import pypdfium2 as pdfium
import pytest

from isp_portal.documents.paper.letter import FROM_PARENTS
from tests.documents.test_papers_in_languages import OTHERS, PAPERS, drawn

FOOT = 20.5 * 72 / 25.4
"""Points from the edge, below which the foot of a paper in two languages stands alone."""
LINE = 6.0
"""Points, in which the foot of a line is found again."""


def feet(pdf: bytes) -> list[str]:
    """What stands at the foot of each side, without the numbers of the sides."""
    with pdfium.PdfDocument(pdf) as paper:
        found = [page.get_textpage().get_text_bounded(top=FOOT) for page in paper]
    return [re.sub(r"\d+", "", " ".join(text.split())) for text in found]


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("kind", PAPERS)
def test_nothing_but_the_foot_stands_at_the_foot(kind: str, code: str) -> None:
    first, *others = feet(drawn(kind, code, {}).pdf)
    assert "Page" in first
    assert set(others) <= {first}


def lines_seen(side: pdfium.PdfTextPage) -> list[str]:
    """The letters of each line as they stand beside each other, without spaces."""
    lines: dict[int, list[tuple[float, str]]] = {}
    for place in range(side.count_chars()):
        left, bottom, _, _ = side.get_charbox(place, loose=True)
        letter = side.get_text_range(place, 1).strip()
        lines.setdefault(round(bottom / LINE), []).append((left, letter))
    return ["".join(letter for _, letter in sorted(line)) for line in lines.values()]


@pytest.mark.parametrize("code", OTHERS)
def test_each_answer_of_the_slip_stands_on_its_line(code: str) -> None:
    with pdfium.PdfDocument(drawn("letter", code, {}).pdf) as paper:
        lines = lines_seen(paper[len(paper) - 1].get_textpage())
    for answer in FROM_PARENTS:
        begin = "".join(answer.split())[:10]
        assert any(begin in line for line in lines), answer
