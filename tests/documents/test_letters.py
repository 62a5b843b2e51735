"""Names and words in any spelling print right, or the paper is refused with the letter named."""

from dataclasses import replace
from typing import Any

import pytest

from isp_portal.documents.facts import MapChild
from isp_portal.documents.letters import scripts_in, whole_words, without_a_glyph
from isp_portal.documents.paper import (
    NoSuchLetter,
    draw_agency_letter,
    draw_group_map,
    draw_letter,
    draw_minutes,
    draw_parents_page,
    draw_plan,
    draw_sheet,
    parents_page_html,
    plan_html,
)
from isp_portal.documents.paper.frame import styles_of
from isp_portal.documents.paper.plan import LOOK
from tests.documents.page_samples import PAGE, READERS
from tests.documents.prints import MAP, SHEET
from tests.documents.reading import squeezed, text_of
from tests.documents.review_samples import AGENCY_LETTER, LETTER, MINUTES
from tests.documents.samples import PLAN

NAMES = {
    "Welsh": "Gwenllïan Ŵyn-Ŷnys, Siôn, Llŷr, Ẁil ẃ ẅ ỳ",
    "Polish": "Zażółć gęślą jaźń, Łucja Święcicka-Ćwik",
    "Romanian": "Ștefan Țăruș, Ioană Mîndruț",
    "Vietnamese": "Nguyễn Thị Hạnh, Đặng Phượng Ơn",
    "Irish and Scottish": "Caoimhe Ní Dhónaill, Mòrag",
    "Turkish": "Şeyma Çağlayan İpek Ilgın",
    "Czech and Hungarian": "Dvořáčková Žofie, Szűcs Győző",
    "Baltic": "Ģirts Ķeniņš, Ūla Žemaitė",
    "Yoruba": "Ṣọlá Adékúnlé Ọláolúwa",
    "Urdu": "صنا صدیقی، ڈاکٹر ٹھیک ہے، گھر چھوٹا ژ ۓ",
    "Arabic": "هدى المصري، طفلكم لكل لأن الآن الله",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_comes_back_from_the_paper_letter_for_letter(name: str) -> None:
    child = replace(PLAN.child, legal_name=name.replace(",", "").replace("،", ""))
    said = text_of(draw_plan(replace(PLAN, child=child, strengths=name)).pdf)
    for word in child.legal_name.split():
        assert squeezed(word) in said, word


def test_a_letter_without_a_glyph_is_named_with_its_word_and_nothing_is_drawn() -> None:
    with pytest.raises(NoSuchLetter, match="“ক” in “কমলা” cannot be printed"):
        draw_plan(replace(PLAN, strengths="Zosia says কমলা to us"))


NO_GLYPH = "কমলা"
KINDS: dict[str, tuple[Any, Any]] = {
    "plan": (PLAN, draw_plan),
    "minutes": (MINUTES, draw_minutes),
    "invitation": (LETTER, draw_letter),
    "parents' page": (PAGE, draw_parents_page),
    "letter to an agency": (AGENCY_LETTER, draw_agency_letter),
    "record sheet": (SHEET, draw_sheet),
    "group map": (MAP, draw_group_map),
}


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_of_paper_is_drawn_with_a_name_that_it_cannot_print(kind: str) -> None:
    """The name of the child, of the reader, or of a child on a map: the letter and word are named."""
    facts, draw = KINDS[kind]
    if kind == "group map":
        named = replace(facts, rows=(replace(MAP.rows[0], children=(MapChild(name=NO_GLYPH),)),))
    else:
        named = replace(facts, child=replace(facts.child, preferred_name=NO_GLYPH))
    tried = [named]
    if hasattr(facts, "recipient"):
        tried.append(replace(facts, recipient=replace(facts.recipient, name=NO_GLYPH)))
    for one in tried:
        with pytest.raises(NoSuchLetter, match="“ক” in “কমলা” cannot be printed"):
            draw(one)


def test_a_letter_in_two_parts_is_looked_for_as_one() -> None:
    assert without_a_glyph("e\u0301 and n\u0303") == ""
    assert without_a_glyph("\u2068Ali\u2069\u200d\u00ad") == ""
    assert without_a_glyph("Wait → look ☐") == "→☐"


def test_other_faces_are_added_only_where_a_letter_asks_for_them() -> None:
    assert scripts_in("Zofia Grażyna Ŵyn, “now and next” – ½") == []
    assert scripts_in("Nguyễn") == ["latin"]
    assert scripts_in("صنا and Hạnh") == ["latin", "arabic"]
    assert styles_of(LOOK, PLAN) == "plan"
    urdu = replace(PLAN.recipient, language="ur", wants_large_print=True)
    assert styles_of(LOOK, replace(PLAN, recipient=urdu)) == "plan+bilingual+arabic+large"


def test_a_word_that_our_face_cannot_set_alone_is_set_whole_in_the_other() -> None:
    marked = whole_words("<title>Hạnh</title><main><p class='ạ'>Nguyễn Hạnh plays</p></main>")
    assert marked == (
        "<title>Hạnh</title><main><p class='ạ'>"
        '<span class="other">Nguyễn</span> <span class="other">Hạnh</span> plays</p></main>'
    )
    html = plan_html(PLAN)
    assert whole_words(html) == html


def test_the_words_of_the_paper_itself_have_glyphs_in_every_language() -> None:
    for code in READERS:
        page = replace(PAGE, recipient=replace(PAGE.recipient, language=code))
        assert without_a_glyph(parents_page_html(page)) == ""
