"""What is fixed on papers for parents can be read at grade 5: short words, short sentences."""

import re
from collections.abc import Iterator

import pytest
import textstat

from isp_portal.documents.facts import Change, ChangedPart
from isp_portal.documents.paper.changes import SERVES, change_row
from isp_portal.documents.queries.changes import SECTION_WORDS
from isp_portal.documents.queries.lines import STRATEGY_WORDS, TARGET_WORDS
from isp_portal.languages.phrases import say
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
    "what changed, where a line came from, and which paper it is": (
        "_plan_changed",
        "paper/changes.py",
        "paper/sources.py",
        "paper/versions.py",
        "paper/frame.py",
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


def rows() -> Iterator[Change]:
    """Every way in which a line can differ, part by part, with the shortest words of staff."""
    names = {
        "Strategy 2": STRATEGY_WORDS.values(),
        "Target A": [*TARGET_WORDS.values(), SERVES],
        "First part": SECTION_WORDS.values(),
    }
    for about, parts in names.items():
        for name in dict.fromkeys(parts):
            part = ChangedPart(name=name, now="" if about == "First part" else "She asks.")
            yield Change(words="", about=about, tag="Changed", parts=(part,))
    for tag in ("New", "Smaller step", "Next step", "Removed"):
        yield Change(words="", about="Target A", tag=tag, now="She asks.", before="She waits.")


def test_the_rows_of_what_changed_read_at_grade_five_or_below_as_they_are_composed() -> None:
    """In short, and part by part: "Strategy 2. Changed: at home.", "at home: …"."""
    said: list[str] = []
    for change in rows():
        row = change_row(change)
        said.append(say(row["short"]))
        for part in row["now"]:
            said += [f"{say(part['label'])}: she asks"] if part.get("label") else []
            said += [say(part["said"])] if "said" in part else []
    assert len(said) > 40
    text = " ".join(one if one.endswith(".") else f"{one}." for one in said)
    assert textstat.coleman_liau_index(text) <= MOST
    assert textstat.automated_readability_index(text) <= MOST


def test_words_of_an_office_would_be_noticed() -> None:
    text = "The multidisciplinary assessment necessitates considerable administrative coordination."
    assert textstat.coleman_liau_index(text) > MOST
    assert textstat.automated_readability_index(text) > MOST
