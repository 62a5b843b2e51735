"""Every kind of paper in every language: drawn, its structure checked, its text read back whole.

The structure is checked by `outloud` and `pdfua`, which see what a screen reader is told, and by
checks of our own. They cover part of PDF/UA: no conformance is claimed.
"""

import html as entities
import re
import subprocess
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import pikepdf
import pytest
from outloud.model import Document
from outloud.rules._common import element_text

from isp_portal.documents import paper
from isp_portal.documents.paper.frame import page_html
from isp_portal.documents.paper.parents_page import parents_page_context
from isp_portal.documents.paper.plan import plan_context
from isp_portal.documents.renderer import Drawn
from isp_portal.languages import language_coded, words_in
from tests.documents.page_samples import PAGE, READERS
from tests.documents.prints import MAP, SHEET
from tests.documents.reading import (
    pages_of,
    squeezed,
    tags_of,
    text_of,
    words_in_sentence,
    words_of,
)
from tests.documents.records import WRITTEN_PLAN
from tests.documents.review_samples import AGENCY_LETTER, CHANGED_PLAN, LETTER, MINUTES

PAPERS: dict[str, tuple[Any, Any, Any]] = {
    "plan": (WRITTEN_PLAN, paper.draw_plan, paper.plan_html),
    "next plan": (CHANGED_PLAN, paper.draw_plan, paper.plan_html),
    "minutes": (MINUTES, paper.draw_minutes, paper.minutes_html),
    "letter": (LETTER, paper.draw_letter, paper.letter_html),
    "parents' page": (PAGE, paper.draw_parents_page, paper.parents_page_html),
}
FOR_STAFF: dict[str, tuple[Any, Any, Any]] = {
    "letter to an agency": (AGENCY_LETTER, paper.draw_agency_letter, paper.agency_letter_html),
    "record sheet": (SHEET, paper.draw_sheet, paper.sheet_print_view),
    "group map": (MAP, paper.draw_group_map, paper.group_map_print_view),
}
OTHERS = [code for code in READERS if code != "en-gb"]
ENGLISH = re.compile(r'<span class="english[^>]*>([^<]*)</span>')
LONG = 18
"""So many letters of a block tell it from others."""
READ_AS = [
    *((kind, code, {}) for kind in PAPERS for code in READERS),
    *((kind, "en-gb", {}) for kind in FOR_STAFF),
    *((kind, "en-gb", {"wants_large_print": True}) for kind in PAPERS),
    ("parents' page", "ur", {"wants_large_print": True, "wants_clear_letters": True}),
    ("plan", "pl", {"wants_clear_letters": True}),
]
NAMED = [f"{kind}-{code}-{'-'.join(how)}".rstrip("-") for kind, code, how in READ_AS]


def facts_for(kind: str, code: str, how: dict[str, bool]) -> Any:
    if kind in FOR_STAFF:
        return FOR_STAFF[kind][0]
    facts = PAPERS[kind][0]
    return replace(facts, recipient=replace(READERS[code], language=code, **how))


def drawn(kind: str, code: str, how: dict[str, bool]) -> Drawn:
    return _drawn(kind, code, *how)


@cache
def _drawn(kind: str, code: str, *how: str) -> Drawn:
    """Each once for all tests that read it."""
    facts = facts_for(kind, code, dict.fromkeys(how, True))
    made: Drawn = {**PAPERS, **FOR_STAFF}[kind][1](facts)
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
    html = PAPERS[kind][2](facts_for(kind, code, {}))
    said = text_of(drawn(kind, code, {}).pdf)
    on_it = [
        (english, own)
        for english, own in words_in(language_coded(code))
        if f">{own}</span> <span" in html and f">{english}</span>" in html and "%" not in own
    ]
    assert len(on_it) >= 15
    for english, own in on_it:
        for word in words_in_sentence(own) | words_in_sentence(english):
            assert squeezed(word) in said, (word, own)


def blocks(html: str) -> list[str]:
    """The text of the paper, block by block in its order, without drawings."""
    body = re.sub(r"<svg.*?</svg>", "", html[html.index("<main") :], flags=re.DOTALL)
    parts = re.split(r"</?(?:p|h\d|li|td|th|div|section|blockquote|table|tr)\b[^>]*>", body)
    texts = (entities.unescape(re.sub(r"<[^>]*>", " ", part)) for part in parts)
    return [text for text in texts if text.strip()]


def html_drawn(kind: str, code: str, how: dict[str, bool]) -> str:
    """The page as it was drawn: what is left out or said in short to save a side is not on it."""
    facts = facts_for(kind, code, how)
    if kind == "parents' page":
        return page_html(parents_page_context(facts, is_brief=True))
    if kind == "next plan" and "Now:" in words_with_marks(drawn(kind, code, how).pdf):
        return page_html(plan_context(facts, changes_in_full=True))
    html: str = {**PAPERS, **FOR_STAFF}[kind][2](facts)
    return html


def words_with_marks(pdf: bytes) -> set[str]:
    return {word for page in pages_of(pdf) for word in page.split()}


@pytest.mark.parametrize(("kind", "code", "how"), READ_AS, ids=NAMED)
def test_every_word_of_the_page_comes_back_from_the_paper(
    kind: str, code: str, how: dict[str, bool]
) -> None:
    """Ours in both languages, theirs in any spelling: names of Wales and Poland among them."""
    html, said = html_drawn(kind, code, how), text_of(drawn(kind, code, how).pdf)
    words = set().union(*(words_in_sentence(block) for block in blocks(html)))
    assert len(words) > 60
    assert {word for word in words if squeezed(word) not in said} == set()


@pytest.mark.parametrize("code", READERS)
@pytest.mark.parametrize("kind", PAPERS)
def test_a_screen_reader_goes_through_it_in_the_order_of_the_page(kind: str, code: str) -> None:
    """The tags of the file against the page it was made of: by English words, which stand beside
    those of every other language."""
    html = html_drawn(kind, code, {})
    aloud, place = read_aloud(drawn(kind, code, {}).pdf), 0
    texts = blocks(html)
    if language_coded(code).direction == "rtl":
        texts = [entities.unescape(text) for text in ENGLISH.findall(html)]
    in_order = [text for text in texts if len(squeezed(english_of(text))) >= LONG]
    assert len(in_order) > 8
    for text in in_order:
        found = aloud.find(squeezed(english_of(text))[:LONG], place)
        assert found >= 0, (text, aloud[place : place + 80])
        place = found


def english_of(block: str) -> str:
    """Its longest run of Latin letters without a bracket, which runs from the left everywhere."""
    runs = re.findall(r"[A-Za-zÀ-ž0-9 .,:;’“”…\xa0-]+", " ".join(block.split()))
    return max(runs, key=len, default="")


def read_aloud(pdf: bytes) -> str:
    """What a screen reader meets, element by element, squeezed."""
    with NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        document = Document(file.name)
        parts = [element_text(document, one, include_children=False) for one in document.elements]
        document.close()
    return squeezed("".join(parts))


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

    assert drawings("ur") == drawings("ar") == drawings("en-gb")
    for code in OTHERS:
        assert len(drawings(code)) == len(drawings("en-gb")) > 0
        assert not any(re.search(r"\d,\d|[٠-٩۰-۹]", shape) for shape in drawings(code))
    assert drawings("pl") == drawings("ro")


@pytest.mark.parametrize("code", ["ur", "ar"])
def test_letters_that_join_are_never_set_in_a_drawing_which_would_part_them(code: str) -> None:
    html = paper.plan_html(facts_for("plan", code, {}))
    drawings = re.findall(r"<svg.*?</title>(.*?)</svg>", html, flags=re.DOTALL)
    assert drawings
    assert not any(re.search(r"[\u0600-\u06ff]", drawing) for drawing in drawings)
