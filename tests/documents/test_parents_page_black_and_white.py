"""The parents' page on a copy of a copy, and in grey: nothing on it is said by a colour alone."""

from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from isp_portal.documents.paper import draw_parents_page
from tests.documents.page_samples import READERS, page_in
from tests.documents.test_black_and_white import MM, copied_twice, dark_runs
from tests.documents.test_minutes_black_and_white import crossing

OURS = (0x5C, 0x23, 0x54)
"""The one colour of our papers: the setting's name, headings and the rules over them."""
ENOUGH = 4.5
"""The contrast with white paper that WCAG 2.2 asks of text (1.4.3)."""
Colour = tuple[float, ...]


def colours_of_text(pdf: bytes) -> set[Colour]:
    """Every colour in which letters are set, as red, green and blue from 0 to 255."""
    found: set[Colour] = set()
    with pikepdf.open(BytesIO(pdf)) as opened:
        for page in opened.pages:
            kept: list[Colour] = []
            now: Colour = (0, 0, 0)
            for operands, operator in pikepdf.parse_content_stream(page):
                name = str(operator)
                if name == "q":
                    kept.append(now)
                elif name == "Q":
                    now = kept.pop()
                elif name in ("rg", "scn", "sc", "g"):
                    parts = tuple(round(float(part) * 255) for part in operands)
                    now = parts if len(parts) == 3 else parts * 3
                elif name in ("Tj", "TJ"):
                    found.add(now)
    return found


def contrast_in_grey(colour: Colour) -> float:
    """How far it stands out from white paper, when only its lightness is printed."""
    linear = [
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in colour
    ]
    lightness = sum(
        part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True)
    )
    return 1.05 / (lightness + 0.05)


@pytest.mark.parametrize("code", READERS)
def test_every_word_stands_out_in_grey_and_one_colour_is_used_at_most(code: str) -> None:
    colours = colours_of_text(draw_parents_page(page_in(code)).pdf)
    assert {one for one in colours if len(set(one)) > 1} == {OURS}
    assert {one for one in colours if contrast_in_grey(one) < ENOUGH} == set()


def test_a_pale_word_would_be_noticed() -> None:
    assert contrast_in_grey((0x6D, 0x6D, 0x6D)) >= ENOUGH
    assert contrast_in_grey((0x8A, 0x8A, 0x8A)) < ENOUGH
    assert contrast_in_grey(OURS) > 10


@pytest.fixture(scope="module", params=["en-gb", "pl", "ur"])
def copy(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Image.Image:
    pdf = draw_parents_page(page_in(request.param)).pdf
    return copied_twice(pdf, 1, tmp_path_factory.mktemp("page"))


def test_the_rules_over_sections_the_box_and_the_lines_to_write_on_survive(
    copy: Image.Image,
) -> None:
    """Letterhead, box (top and foot), five sections, two lines to write on, the footer."""
    assert crossing(copy, 96, 99) >= 1 + 2 + 5 + 2 + 1


def test_what_changed_is_a_box_with_a_bar_not_a_tint(copy: Image.Image) -> None:
    left, right = (
        [
            run
            for x in range(int(begin * MM), int(end * MM))
            for run in dark_runs([copy.getpixel((x, y)) < 128 for y in range(copy.height)])
        ]
        for begin, end in ((17.0, 20.5), (188.5, 193.0))
    )
    assert max(left) > 15 * MM
    assert max(right) > 15 * MM
    dark = sum(copy.histogram()[:128])
    assert dark / (copy.width * copy.height) < 0.12
