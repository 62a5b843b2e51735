"""What is fixed on papers for parents can be read at grade 5: short words, short sentences."""

import re

import pytest
import textstat

from tests.languages.test_catalogues import SAID

MOST = 5.0
PAPERS = {
    "parents' page": ("documents/_parents_page.html", "paper/parents_page.py"),
    "invitation": (
        "_letter.html",
        "_letter_slip.html",
        "_letter_to_parent.html",
        "paper/letter.py",
    ),
    "pages of a shared copy": ("/sharing/",),
    "emails": ("/emails/",),
}


def fixed_words(parts: tuple[str, ...]) -> str:
    """Every fixed sentence of these files as one text, with a name where a name goes."""
    said = [
        re.sub(r"%\(\w+\)[sd]", "Zosia", words)
        for sentence, places in SAID.items()
        for words in ([sentence] if isinstance(sentence, str) else sentence[1:])
        if any(part in path for path, _ in places for part in parts)
    ]
    return " ".join(words if words.endswith((".", "?", ":")) else f"{words}." for words in said)


@pytest.mark.parametrize("kind", PAPERS)
def test_what_is_fixed_reads_at_grade_five_or_below(kind: str) -> None:
    text = fixed_words(PAPERS[kind])
    assert len(text.split()) > 50
    assert textstat.coleman_liau_index(text) <= MOST
    assert textstat.automated_readability_index(text) <= MOST


def test_words_of_an_office_would_be_noticed() -> None:
    text = "The multidisciplinary assessment necessitates considerable administrative coordination."
    assert textstat.coleman_liau_index(text) > MOST
    assert textstat.automated_readability_index(text) > MOST
