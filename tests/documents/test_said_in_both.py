"""On a paper in two languages nothing of ours stands in English alone: only what people wrote does."""

import html as entities
import re
from dataclasses import replace
from typing import Any

import pytest

from isp_portal.documents import paper
from isp_portal.documents.facts import WhyThisPlan, texts
from tests.documents.page_samples import PAGE, READERS
from tests.documents.records import WRITTEN_PLAN
from tests.documents.review_samples import CHANGED_PLAN, CORRECTED, LETTER, MINUTES
from tests.documents.samples import PLAN

GROUND = WhyThisPlan(
    sentence="As the rules say it", clauses=("C1", "C4"), ground="REQUIRED_STRATEGIES"
)
PAPERS: dict[str, tuple[Any, Any]] = {
    "plan with its record": (replace(WRITTEN_PLAN, why=GROUND), paper.plan_html),
    "plan to fill in": (replace(PLAN, why=GROUND), paper.plan_html),
    "next plan": (replace(CHANGED_PLAN, why=GROUND), paper.plan_html),
    "minutes": (MINUTES, paper.minutes_html),
    "corrected minutes": (CORRECTED, paper.minutes_html),
    "letter": (LETTER, paper.letter_html),
    "parents' page": (PAGE, paper.parents_page_html),
}
OTHERS = [code for code in READERS if code != "en-gb"]
SPAN = re.compile(r"<(/?)span\b([^>]*)>")
IN_BOTH = {"SENCO", "EHC", "SENDIASS", "F", "S", "P", "A", "B", "N", "C"}
"""Names of English things, and the letters of boxes and lines."""


def outside(html: str) -> list[str]:
    """Each text of the body that is not in two languages; without drawings and the letterhead."""
    body = html[html.index("<main") :]
    for part in (
        r"<svg.*?</svg>",
        r'<div class="letterhead".*?</div>',
        r'<p class="own-line.*?</p>',
    ):
        body = re.sub(part, "", body, flags=re.DOTALL)
    kept: list[str] = []
    inside: list[bool] = []
    place = 0
    for match in SPAN.finditer(body):
        if not any(inside):
            kept.append(body[place : match.start()])
        place = match.end()
        if match[1]:
            inside.pop()
        else:
            inside.append(bool(re.search(r'class="(own|english)\b', match[2])))
    kept.append(body[place:])
    found = re.split(r"<[^>]*>", "<>".join(kept))
    return [" ".join(entities.unescape(text).split()) for text in found if text.strip()]


def left_in_english(html: str, facts: Any) -> list[str]:
    """The texts that stand once and hold words that nobody wrote."""
    written = {" ".join(words.split()).rstrip(".") for _, words in texts(facts) if words}
    written |= {facts.child.languages.partition(" at home, ")[2] or "-"}
    return [text for text in outside(html) if words_beside(text, written)]


def words_beside(text: str, written: set[str]) -> list[str]:
    """The words in a text of the paper that are in none of what people wrote."""
    if any(words.startswith(text.strip("“”. ").rstrip("…")) for words in written):
        return []
    for words in sorted(written, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", " ", text)
    return [word for word in re.findall(r"[A-Za-zÀ-ž’]+", text) if word not in IN_BOTH]


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("kind", PAPERS)
def test_nothing_of_ours_stands_in_english_alone(kind: str, code: str) -> None:
    facts, html_of = PAPERS[kind]
    facts = replace(facts, recipient=replace(READERS[code], language=code))
    assert left_in_english(html_of(facts), facts) == []


def test_a_sentence_left_in_english_would_be_noticed() -> None:
    facts = replace(PAPERS["plan to fill in"][0], recipient=replace(READERS["pl"], language="pl"))
    html = paper.plan_html(facts).replace("</main>", "<p>The rest is as it was.</p></main>")
    assert left_in_english(html, facts) == ["The rest is as it was."]
