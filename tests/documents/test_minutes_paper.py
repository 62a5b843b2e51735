"""Minutes on paper: every word that was entered, read back, tagged, and safe against hostile text."""

import json
import re
import subprocess
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from isp_portal.documents.facts import Recipient, fingerprint, from_json, texts, to_json
from isp_portal.documents.facts.letter import ReviewLetter
from isp_portal.documents.facts.minutes import ChildView, HelpCount, MinutesPaper, NextReview
from isp_portal.documents.paper import (
    TextTooLong,
    draw_letter,
    draw_minutes,
    letter_html,
    minutes_html,
    minutes_print_view,
)
from isp_portal.documents.paper.chart import LEVELS
from isp_portal.documents.paper.minutes_lines import VERDICTS, evidence
from isp_portal.languages.phrases import say
from reviews.rules.help import HelpLevel
from reviews.rules.verdicts import StrategyVerdict, TargetVerdict
from tests.documents.reading import pages_of, squeezed, tags_of, text_of
from tests.documents.review_samples import CORRECTED, LETTER, MINUTES
from tests.documents.samples import HOSTILE

CODES = {"kind", "answer", "label", "verdict", "what_next", "outcome", "level"}
CODES |= {"how_held", "reader"}
HELD_BACK = "what was said "
MADE_OTHERWISE = {"replaces", "stage_words", "languages", "key_person"}


@pytest.fixture(scope="module")
def paper() -> bytes:
    return draw_minutes(CORRECTED).pdf


@pytest.fixture(scope="module")
def letter() -> bytes:
    return draw_letter(LETTER).pdf


def entered(facts: Any) -> list[tuple[str, str]]:
    """Every text of the facts that a person typed."""
    skipped = CODES | MADE_OTHERWISE
    return [
        (path, text)
        for path, text in texts(facts)
        if path.rpartition(".")[2] not in skipped and path != "recipient.language"
    ]


def hostile(facts: Any) -> Any:
    """The facts with markup in every text that people type."""
    text = to_json(facts)
    for number, (_, words) in enumerate(entered(facts)):
        if words:
            text = text.replace(json.dumps(words, ensure_ascii=False), f'"{HELD_BACK}{number}"', 1)
    evil = json.dumps(HOSTILE)[1:-1]
    return from_json(type(facts), re.sub(rf"{HELD_BACK}(\d+)", lambda m: f"{evil} {m[1]}", text))


@pytest.mark.parametrize(("path", "text"), [pair for pair in entered(CORRECTED) if pair[1]])
def test_every_word_of_the_minutes_is_on_the_paper(path: str, text: str, paper: bytes) -> None:
    assert squeezed(text.rstrip(".")) in text_of(paper), path


@pytest.mark.parametrize(("path", "text"), [pair for pair in entered(LETTER) if pair[1]])
def test_every_word_of_the_letter_is_on_the_paper(path: str, text: str, letter: bytes) -> None:
    assert squeezed(text) in text_of(letter), path


@pytest.mark.parametrize("facts", [MINUTES, CORRECTED, LETTER], ids=["minutes", "new", "letter"])
def test_facts_of_a_review_come_back_from_text_as_they_went_in(facts: Any) -> None:
    again = from_json(type(facts), to_json(facts))
    assert again == facts
    assert fingerprint(again) == fingerprint(facts)


def test_the_same_facts_are_the_same_bytes() -> None:
    assert draw_minutes(MINUTES).pdf == draw_minutes(MINUTES).pdf
    assert draw_letter(LETTER).pdf == draw_letter(LETTER).pdf


def test_every_page_of_the_minutes_says_whose_they_are_and_what_they_replace(paper: bytes) -> None:
    pages = pages_of(paper)
    assert len(pages) == 2
    for number, page in enumerate(pages, start=1):
        words = squeezed(page)
        assert squeezed("Zosia (Zofia Grażyna Wójcik-Łęcka) · Minutes of review of plan 3") in words
        assert squeezed("version 2 of 6 Jan 2027 · replaces version 1") in words
        assert squeezed("copy for Grażyna Wójcik, mother, issued Wed 6 Jan 2027") in words
        assert f"Page{number}of2" in words


def test_a_screen_reader_meets_headings_quotations_and_a_table_with_headers(paper: bytes) -> None:
    tags = tags_of(paper)
    headings = [tag for tag, _ in tags if tag in {"H1", "H2", "H3"}]
    assert headings == ["H1", *["H2"] * 3, *["H3"] * 3, "H2", *["H3"] * 2, *["H2"] * 5]
    scopes = [about["scope"] for tag, about in tags if tag == "TH"]
    assert scopes == ["/Column"] * 3 + ["/Row"] * len(MINUTES.actions)
    assert [tag for tag, _ in tags].count("BlockQuote") == 2


def test_the_letter_is_tagged_and_both_say_their_title_and_language(
    paper: bytes, letter: bytes
) -> None:
    assert [tag for tag, _ in tags_of(letter) if tag in {"H1", "H2", "H3"}] == [
        *("H1", "H2", "H2", "H3", "H3", "H3")
    ]
    titles = {
        paper: "Minutes of review of intervention, plan 3, version 2: Zosia",
        letter: "Invitation to a review, letter 1: Zosia",
    }
    for pdf, title in titles.items():
        with pikepdf.open(BytesIO(pdf)) as opened:
            assert str(opened.docinfo["/Title"]) == title
            assert str(opened.Root.Lang) == "en-GB"


def test_the_files_are_sound(paper: bytes, letter: bytes, tmp_path: Path) -> None:
    for pdf in (paper, letter):
        (tmp_path / "paper.pdf").write_bytes(pdf)
        command = ["qpdf", "--check", str(tmp_path / "paper.pdf")]
        checked = subprocess.run(command, capture_output=True, text=True, check=False)
        assert checked.returncode == 0, checked.stdout


def test_markup_in_every_text_comes_out_as_text() -> None:
    minutes, letter = hostile(CORRECTED), hostile(LETTER)
    to_agency = hostile(replace(LETTER, reader="agency", interpreter="", consented="Jo, on 2 Nov"))
    assert isinstance(minutes, MinutesPaper)
    assert isinstance(letter, ReviewLetter)
    for facts, pdf, html in (
        (minutes, draw_minutes(minutes).pdf, minutes_html(minutes)),
        (letter, draw_letter(letter).pdf, letter_html(letter)),
        (to_agency, draw_letter(to_agency).pdf, letter_html(to_agency)),
    ):
        typed = [text for _, text in entered(facts) if text.startswith(HOSTILE)]
        assert len(typed) > 10
        words = text_of(pdf)
        assert [text for text in typed if squeezed(text) not in words] == []
        assert "<script" not in html
        assert "<img" not in html


def test_a_text_longer_than_a_paper_carries_is_refused_by_name() -> None:
    with pytest.raises(TextTooLong, match="agency_comments has 6001 characters"):
        minutes_html(replace(MINUTES, agency_comments="x" * 6001))


def test_minutes_of_many_words_flow_on_and_lose_none() -> None:
    said = [f"On day{n} she carried the cup to the window and waited." for n in range(50)]
    view = replace(MINUTES.views[0], words=" ".join(said))
    actions = tuple(
        replace(MINUTES.actions[0], what=f"Action{n}: {' '.join(said[:3])}") for n in range(40)
    )
    drawn = draw_minutes(replace(MINUTES, views=(view,), actions=actions))
    found = text_of(drawn.pdf)
    assert [n for n in range(50) if f"day{n}she" not in found] == []
    assert [n for n in range(40) if f"Action{n}:Onday0she" not in found] == []
    assert drawn.pages > 4


def test_minutes_without_views_targets_actions_or_a_next_day_say_so() -> None:
    bare = replace(
        MINUTES,
        recipient=Recipient(),
        views=(),
        why_no_view="Both parents are abroad.",
        child_view=ChildView(why_none="He slept."),
        targets=(),
        actions=(),
        from_last_time=(),
        could_not_come=(),
        next_review=NextReview(),
    )
    html = minutes_html(bare)
    for said in (
        "Copy for the child’s file",
        "Both parents are abroad.",
        "He slept.",
        "No action was open.",
        "No action was agreed.",
        "No further review is planned.",
        "You can ask for a review sooner, at any time.",
    ):
        assert said in html
    assert "Small steps" not in html
    assert "Could not come" not in html
    assert "No view was obtained." in minutes_html(replace(bare, why_no_view=""))


@pytest.mark.parametrize(
    ("attended", "possible", "unknown", "said"),
    [
        (26, 28, 1, "Came to 26 of 28 sessions (1 not marked)"),
        (0, 21, 21, "Came to not known: no session is marked"),
        (0, 21, 3, "Came to 0 of 21 sessions (3 not marked)"),
        (0, 0, 0, "Came to no sessions in these days"),
    ],
)
def test_sessions_are_counted_only_where_some_are_marked(
    attended: int, possible: int, unknown: int, said: str
) -> None:
    covered = replace(MINUTES.covered, attended=attended, possible=possible, unknown=unknown)
    page = re.sub(r"<[^>]+>", "", minutes_html(replace(MINUTES, covered=covered)))
    assert said in " ".join(page.split())


def test_all_four_answers_are_printed_and_none_leads() -> None:
    html = minutes_html(MINUTES)
    for answer in ("Agree", "Agree, with comments", "Do not agree", "Not reached"):
        assert html.count(f">{answer}</span>") == 1
    assert "chosen" not in html


def test_the_evidence_counts_entries_by_how_much_help() -> None:
    line = replace(MINUTES.strategies[0], helped=(), not_delivered=0)
    assert say(evidence(line)) == "No entry in the record."
    one = replace(line, helped=(HelpCount(level="alone", entries=1),), not_delivered=1)
    assert say(evidence(one)).replace("\xa0", " ") == "1 entry: alone 1. Once it did not happen."


def test_every_verdict_and_every_help_level_has_its_word() -> None:
    said = {v.value: v.label for enum in (StrategyVerdict, TargetVerdict) for v in enum}
    assert said == VERDICTS
    assert {level: level.words.lower() for level in HelpLevel} == LEVELS


def test_the_print_view_shows_the_same_words_with_linked_styles_only() -> None:
    page = minutes_print_view(CORRECTED)
    assert "css/paper/minutes.css" in page
    assert CORRECTED.corrections[0].words in page
    assert "style=" not in page
    assert "<script" not in page


def test_a_letter_that_follows_another_says_which_it_replaces() -> None:
    html = letter_html(replace(LETTER, number=2, follows=date(2026, 11, 23)))
    assert "replaces letter 1 of 23\xa0Nov\xa02026" in html
    assert "replaces nothing: first invitation" in letter_html(LETTER)


def test_the_letter_asks_three_plain_questions_and_offers_an_interpreter(letter: bytes) -> None:
    words = text_of(letter)
    for said in (
        "Your view counts as much as ours (C4.1).",
        "You can bring a friend.",
        "You can ask for help with language.",
        "What goes well for your child, at home or with us?",
        "What is hard for your child, or for you, just now?",
        "What do you want to come next?",
    ):
        assert squeezed(said) in words
    booked = letter_html(replace(LETTER, interpreter="Farida Nowak"))
    assert "Farida Nowak will help with language." in booked
