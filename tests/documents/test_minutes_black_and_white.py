"""A copy of a copy of the minutes still shows verdicts, the rules between lines, and whose words they are."""

import pytest
from PIL import Image

from isp_portal.documents.paper import draw_minutes
from tests.documents.review_samples import MINUTES
from tests.documents.test_black_and_white import MM, copied_twice, dark_runs


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> list[Image.Image]:
    pdf = draw_minutes(MINUTES).pdf
    return [copied_twice(pdf, page, tmp_path_factory.mktemp(f"side{page}")) for page in (1, 2)]


def crossing(copy: Image.Image, first_mm: int, last_mm: int) -> int:
    """How many rules run across a narrow upright band of the page."""
    band = range(int(first_mm * MM), int(last_mm * MM))
    dark = [
        sum(copy.getpixel((x, y)) < 128 for x in band) > 0.9 * len(band) for y in range(copy.height)
    ]
    return len(dark_runs(dark))


def test_the_boxes_of_five_verdicts_and_the_rules_between_lines_survive(
    copies: list[Image.Image],
) -> None:
    beside_the_verdicts, through_the_verdicts = (
        crossing(copies[0], *band) for band in ((10, 16), (184, 187))
    )
    assert beside_the_verdicts == 0
    boxes, lines, sections, head_and_foot = 2 * 5, 3, 3, 2
    assert through_the_verdicts >= boxes + lines + sections + head_and_foot


def test_the_bars_beside_what_parents_said_survive(copies: list[Image.Image]) -> None:
    left = range(int(17.5 * MM), int(20 * MM))
    dark = [any(copies[1].getpixel((x, y)) < 128 for x in left) for y in range(copies[1].height)]
    bars = [run for run in dark_runs(dark) if run > 5.5 * MM]
    assert len(bars) == 3  # two quotations, and the side of the decision's box


def test_the_paper_stays_white_between_the_words(copies: list[Image.Image]) -> None:
    for copy in copies:
        assert sum(copy.histogram()[:128]) / (copy.width * copy.height) < 0.12
