"""The parents' page: one side, few words, the same numbers as the plan, a second language beside."""

from dataclasses import replace

import pytest

from isp_portal.documents.facts import ChangedSince, PageLine
from isp_portal.documents.paper import draw_parents_page, parents_page_html
from isp_portal.documents.paper.frame import page_html
from isp_portal.documents.paper.parents_page import parents_page_context, shown
from isp_portal.languages import language_coded, words_in
from tests.documents.page_samples import PAGE, READERS, page_in
from tests.documents.reading import (
    pages_of,
    squeezed,
    tags_of,
    text_of,
    words_in_sentence,
)

LANGUAGES = list(READERS)
OTHERS = [code for code in READERS if code != "en-gb"]
LONG = "Say her name, wait until she looks, then use two or three words: “Zosia, coat on.”"


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_page_is_one_side_in_every_language(code: str) -> None:
    pages = draw_parents_page(page_in(code)).pages
    assert pages == 1


def test_it_says_what_we_do_what_to_try_when_we_meet_and_how_to_reach_us() -> None:
    said = text_of(draw_parents_page(page_in("en-gb")).pdf)
    for words in (
        "Parents’ page, version 2",
        "Zosia Legal name Zofia Grażyna Wójcik-Łęcka",
        "Yours is of 2 November 2026",
        "We ask you to sign the new plan.",
        "1. Say her name, wait until she looks…",
        "3. Ten minutes of rabbits on the floor, her rules",
        "Thursday 10 December, 3.30 pm",
        "To help with language: Farah Aziz",
        "Siân Ŵyn-Hughes, key person",
        "Nkechi Adeyemi-Rowe, SENCO",
        "You can ask the council at any time",
        "No one may change what you write.",
        "copy for Gwenllïan Ŵyn-Hughes, issued Mon 23 Nov 2026",
    ):
        assert squeezed(words) in said, words


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("Strip on the fridge", "Strip on the fridge"),
        (LONG, "Say her name, wait until she looks…"),
        ("one " * 12, "one " * 11 + "one"),
        ("one " * 13, "one " * 11 + "one…"),
        ("Yes, " + "one " * 13, "Yes, " + "one " * 10 + "one…"),
    ],
)
def test_our_words_are_cut_after_twelve_where_they_pause(line: str, cut: str) -> None:
    assert shown(line) == cut


def test_three_items_at_most_each_with_the_number_it_has_in_the_plan() -> None:
    lines = tuple(PageLine(number=number, words=f"Line {number}") for number in (1, 2, 4, 5))
    html = parents_page_html(replace(PAGE, we_do=lines, at_home=lines[1:]))
    assert html.count("<li") == 6
    assert "<b>4.</b> Line 4" in html
    assert "The plan says more. Ask us for it." in html
    whole = parents_page_html(replace(PAGE, we_do=lines[:3], at_home=lines[:3]))
    assert "The plan says more" not in whole


def test_a_first_page_has_no_change_box_and_replaces_nothing() -> None:
    html = parents_page_html(replace(PAGE, changed=None, replaces=""))
    assert "Changed since your copy" not in html
    assert "replaces nothing" in html
    same = ChangedSince(copy_of=PAGE.issued_on, rows=())
    assert "We ask you to sign" not in parents_page_html(replace(PAGE, changed=same))


def test_without_a_day_it_says_in_which_days_we_want_to_meet() -> None:
    open_days = parents_page_html(replace(PAGE, meets_on=None))
    assert "Between 4 and 18\N{NO-BREAK SPACE}December" in open_days
    assert "We want to meet in these days." in open_days
    none = parents_page_html(replace(PAGE, meets_on=None, due_on=None, window_opens_on=None))
    assert "There is no day yet." in none


def test_with_nothing_for_home_it_asks_for_nothing() -> None:
    assert "There is no need to do more at home." in parents_page_html(replace(PAGE, at_home=()))


@pytest.mark.parametrize("code", OTHERS)
def test_what_staff_wrote_stays_english_and_runs_from_the_left(code: str) -> None:
    html = parents_page_html(page_in(code))
    assert f'<html lang="{code}"' in html
    assert ('dir="rtl">\n  <head>' in html) is (code in ("ur", "ar"))
    assert '<ol lang="en-GB" dir="ltr"><li class="typed"><b>1.</b> Say her name' in html


@pytest.mark.parametrize("code", OTHERS)
def test_each_fixed_word_stands_in_both_languages_and_comes_back_letter_for_letter(
    code: str,
) -> None:
    own = dict(words_in(language_coded(code)))
    drawn = draw_parents_page(page_in(code)).pdf
    brief = draws_briefly(code)
    on_it = [english for english in own if f">{english}</span>" in brief]
    assert len(on_it) >= 10
    said = text_of(drawn)
    for english in on_it:
        for word in words_in_sentence(own[english]) | words_in_sentence(english):
            assert squeezed(word) in said, (word, own[english])


def draws_briefly(code: str) -> str:
    """The page without what a parent can do without: every line of it fits whichever way it went."""
    page = page_in(code)
    return page_html(parents_page_context(page, is_brief=True))


@pytest.mark.parametrize("code", OTHERS)
def test_an_unchecked_language_says_so_in_a_box(code: str) -> None:
    assert 'class="unchecked' in parents_page_html(page_in(code))


def test_english_needs_no_notice() -> None:
    assert 'class="unchecked' not in parents_page_html(page_in("en-gb"))


def test_a_reader_meets_the_page_in_the_order_of_its_sections() -> None:
    (page,) = pages_of(draw_parents_page(page_in("en-gb")).pdf)
    said = squeezed(page)
    places = [
        said.index(squeezed(words))
        for words in (
            "What we do together to help",
            "Zosia Legal name",
            "Changed since your copy",
            "What we do at nursery",
            "What you can try at home",
            "When we meet",
            "How to reach us",
            "Your words to us",
        )
    ]
    assert places == sorted(places)
    headings = [tag for tag, _ in tags_of(draw_parents_page(page_in("ur")).pdf) if tag[0] == "H"]
    assert headings == ["H1", *["H2"] * 6]
