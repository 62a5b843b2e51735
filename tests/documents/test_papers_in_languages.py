"""Every kind of paper in every language: drawn, its structure checked, its text read back whole.

The structure is checked by `outloud` and `pdfua`, which see what a screen reader is told, and by
checks of our own. They cover part of PDF/UA: no conformance is claimed.
"""

import re
import subprocess
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from isp_portal.documents import paper
from isp_portal.documents.renderer import Drawn
from isp_portal.languages import language_coded, words_in
from tests.documents.page_samples import PAGE, READERS
from tests.documents.reading import squeezed, tags_of, text_of, words_in_sentence, words_of
from tests.documents.records import WRITTEN_PLAN
from tests.documents.review_samples import LETTER, MINUTES

PAPERS: dict[str, tuple[Any, Any, Any]] = {
    "plan": (WRITTEN_PLAN, paper.draw_plan, paper.plan_html),
    "minutes": (MINUTES, paper.draw_minutes, paper.minutes_html),
    "letter": (LETTER, paper.draw_letter, paper.letter_html),
    "parents' page": (PAGE, paper.draw_parents_page, paper.parents_page_html),
}
OTHERS = ["pl", "ro", "ur", "ar"]
READ_AS = [
    *((kind, code, {}) for kind in PAPERS for code in READERS),
    *((kind, "en-gb", {"wants_large_print": True}) for kind in PAPERS),
    ("parents' page", "ur", {"wants_large_print": True, "wants_clear_letters": True}),
    ("plan", "pl", {"wants_clear_letters": True}),
]
NAMED = [f"{kind}-{code}-{'-'.join(how)}".rstrip("-") for kind, code, how in READ_AS]


def facts_for(kind: str, code: str, how: dict[str, bool]) -> Any:
    facts = PAPERS[kind][0]
    return replace(facts, recipient=replace(READERS[code], language=code, **how))


def drawn(kind: str, code: str, how: dict[str, bool]) -> Drawn:
    made: Drawn = PAPERS[kind][1](facts_for(kind, code, how))
    return made


@pytest.mark.parametrize(("kind", "code", "how"), READ_AS, ids=NAMED)
def test_both_checkers_find_no_error(
    kind: str, code: str, how: dict[str, bool], tmp_path: Path
) -> None:
    """And our own: what a screen reader needs to go through it."""
    made = drawn(kind, code, how).pdf
    check_structure(made)
    file = tmp_path / "paper.pdf"
    file.write_bytes(made)
    for command in (
        ("outloud", "--quiet", "--fail-on", "error", str(file)),
        ("pdfua", "check", "--min-severity", "error", str(file)),
    ):
        tool = Path(pytest.__file__).parents[4] / "bin" / command[0]
        said = subprocess.run(
            [str(tool), *command[1:]], capture_output=True, text=True, check=False
        )
        assert said.returncode == 0, said.stdout


def check_structure(made: bytes) -> None:
    tags = tags_of(made)
    headings = [int(tag[1]) for tag, _ in tags if tag in ("H1", "H2", "H3")]
    assert headings.count(1) == 1
    assert headings[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(headings))
    assert all(about["alt"] for tag, about in tags if tag == "Figure")
    assert all(about["scope"] for tag, about in tags if tag == "TH")
    with pikepdf.open(BytesIO(made)) as pdf:
        assert str(pdf.Root.Lang)
        assert str(pdf.docinfo["/Title"])
        assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
        for page in pdf.pages:
            assert_all_is_tagged(page)


def assert_all_is_tagged(page: pikepdf.Page) -> None:
    """Whatever shows text stands in marked content: a part of the tree, or an artifact."""
    depth = 0
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) in ("BDC", "BMC"):
            depth += 1
        elif str(operator) == "EMC":
            depth -= 1
        elif str(operator) in ("Tj", "TJ"):
            assert depth > 0, operands


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("kind", ["plan", "minutes", "letter"])
def test_every_fixed_word_on_it_is_read_back_in_both_languages(kind: str, code: str) -> None:
    facts, draw, html_of = PAPERS[kind]
    facts = facts_for(kind, code, {})
    html, said = html_of(facts), text_of(draw(facts).pdf)
    on_it = [
        (english, own)
        for english, own in words_in(language_coded(code))
        if f">{own}</span> <span" in html and f">{english}</span>" in html and "%" not in own
    ]
    assert len(on_it) >= 15
    for english, own in on_it:
        for word in words_in_sentence(own) | words_in_sentence(english):
            assert squeezed(word) in said, (word, own)


@pytest.mark.parametrize("kind", ["plan", "minutes", "letter", "parents' page"])
def test_a_copy_in_large_print_says_so_and_holds_every_word(kind: str) -> None:
    plain = words_of(drawn(kind, "en-gb", {}).pdf)
    large = words_of(drawn(kind, "en-gb", {"wants_large_print": True}).pdf)
    assert {"large", "print"} <= large
    with pikepdf.open(BytesIO(drawn(kind, "en-gb", {"wants_large_print": True}).pdf)) as pdf:
        assert str(pdf.docinfo["/Title"]).endswith("large print")
        assert smallest_print(pdf) >= 15.9
    lost = {word for word in plain - large if not word.isdigit()}
    assert lost == set()


def smallest_print(pdf: pikepdf.Pdf) -> float:
    """The smallest size of letters on the paper, in points; letters inside drawings are in scale."""
    sizes: list[float] = []
    scales, size, stretched = [1.0], 0.0, 1.0
    for page in pdf.pages:
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "q":
                scales.append(scales[-1])
            elif str(operator) == "Q":
                scales.pop()
            elif str(operator) == "cm":
                scales[-1] *= abs(float(operands[3])) or 1.0
            elif str(operator) == "Tf":
                size = float(operands[1])
            elif str(operator) == "Tm":
                stretched = abs(float(operands[3]))
            elif str(operator) in ("Tj", "TJ"):
                sizes.append(size * stretched * scales[-1])
    return min(sizes)


def test_an_english_paper_carries_no_letters_of_other_scripts() -> None:
    def faces(code: str) -> str:
        with pikepdf.open(BytesIO(drawn("letter", code, {}).pdf)) as pdf:
            return " ".join(
                str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()
            )

    assert "PaperArabic" in faces("ur")
    assert "PaperArabic" not in faces("en-gb")
    assert "PaperClear" not in faces("en-gb")


def test_numbers_in_a_drawing_are_the_same_in_every_language() -> None:
    def drawings(code: str) -> list[str]:
        html = paper.plan_html(facts_for("plan", code, {}))
        shapes = (part.partition("</svg>")[0] for part in html.split("<svg")[1:])
        return [
            " ".join(re.findall(r'(?:d|x|y|viewBox|transform)="([^"]+)"', one)) for one in shapes
        ]

    for code in OTHERS:
        assert len(drawings(code)) == len(drawings("en-gb")) > 0
        assert not any(re.search(r"\d,\d|[٠-٩۰-۹]", shape) for shape in drawings(code))
    assert drawings("pl") == drawings("ro")
