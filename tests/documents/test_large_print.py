"""Large print holds its own on every side: the foot stands whole, and no side is wasted."""

import pypdfium2 as pdfium
import pytest

from tests.documents.test_papers_in_languages import drawn

MARGIN = 6.0
"""Points: nearer to the edge most printers lay no ink."""


@pytest.mark.parametrize(("kind", "code"), [("plan", "ur"), ("minutes", "en-gb"), ("letter", "pl")])
def test_the_foot_of_large_print_stands_whole_on_its_side(kind: str, code: str) -> None:
    """The copy's owner, its version and its day: nothing is cut off by the edge of the paper."""
    with pdfium.PdfDocument(drawn(kind, code, {"wants_large_print": True}).pdf) as pdf:
        for page in pdf:
            letters = page.get_textpage()
            boxes = [letters.get_charbox(place) for place in range(letters.count_chars())]
            assert min(bottom for _, bottom, _, _ in boxes) > MARGIN
            assert "private: about a child" in " ".join(letters.get_text_bounded().split())


def test_large_print_in_two_languages_is_no_pile_of_half_empty_sides() -> None:
    assert drawn("plan", "ur", {"wants_large_print": True}).pages <= 15
