"""Sentences with values in them, said in a language only where they are read."""

from datetime import date, time

import pytest
from django.template import Context, Template

from isp_portal.documents import words
from isp_portal.documents.days import clock, day
from isp_portal.documents.paper.versions import version_named, window
from isp_portal.languages import language_coded, speaking
from isp_portal.languages.phrases import Opening, Term, Value, Written, html_of, listed, phrase, say
from tests.languages.test_catalogues import bare

POLISH, ARABIC = language_coded("pl"), language_coded("ar")


def shown(value: Value, code: str) -> str:
    with speaking(language_coded(code)):
        return Template("{% load bilingual %}{{ value|both }}").render(Context({"value": value}))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en-gb", "Mon 2\xa0November\xa02026"),
        ("pl", "poniedziałek, 2 listopada 2026"),
        ("ro", "luni, 2 noiembrie 2026"),
        ("ur", "سوموار، 2 نومبر 2026"),
        ("ar", "الاثنين، 2 نوفمبر 2026"),
    ],
)
def test_a_day_has_the_form_of_each_language(code: str, said: str) -> None:
    spoken = say(day(date(2026, 11, 2), words.long_week_day), language_coded(code))
    assert spoken.replace("Mon\xa0", "Mon ") == said


def test_an_hour_is_half_past_three_in_the_way_of_each() -> None:
    assert say(clock(time(15, 30))) == "3.30\xa0pm"
    assert say(clock(time(15, 30)), POLISH) == "15:30"


def test_a_window_is_a_whole_sentence_in_each_language() -> None:
    between = window(date(2026, 12, 4), date(2026, 12, 18))
    assert say(between).replace("\xa0", " ") == "between 4 and 18 December 2026"
    assert say(between, POLISH) == "od 4 grudnia do 18 grudnia 2026"
    assert say(between, language_coded("ro")) == "între 4 decembrie și 18 decembrie 2026"


def test_words_of_ours_that_came_with_the_facts_are_said_and_others_stay() -> None:
    assert say(Term("key person"), POLISH) == "opiekun główny"
    assert say(Term("godmother"), POLISH) == "godmother"
    assert say(Opening(Term("key person")), POLISH) == "Opiekun główny"


def test_a_version_that_facts_name_is_said_and_anything_else_stays() -> None:
    assert say(version_named("plan 3, version 2 of 16 Nov 2026"), POLISH) == "plan 3, wersja 2"
    assert say(version_named("version 1"), POLISH) == "wersja 1"
    assert say(version_named("the first one"), POLISH) == "the first one"


def test_a_list_ends_with_and_in_each_language() -> None:
    assert [say(listed(list("ABC"[:n]))) for n in range(4)] == ["", "A", "A and B", "A, B and C"]
    assert say(listed(["A", "B", "C"]), POLISH) == "A, B i C"
    assert bare(say(listed(["A", "B", "C"]), ARABIC)) == "A، B و C"


def test_what_people_wrote_is_marked_as_theirs_and_escaped() -> None:
    said = phrase("Taken out: “%(words)s”.", words=Written("50% <b>less</b>"))
    assert html_of(said, language_coded("en-gb")) == "Taken out: “50% &lt;b&gt;less&lt;/b&gt;”."
    own = html_of(said, POLISH)
    assert own == 'Usunięto: „<span lang="en-GB">50% &lt;b&gt;less&lt;/b&gt;</span>”.'
    assert "\u2068" in html_of(said, ARABIC)


def test_a_sentence_has_a_line_of_its_own_and_a_word_stands_beside() -> None:
    assert 'class="own whole" lang="pl"' in shown(phrase("The rest is as it was."), "pl")
    assert 'class="own" lang="pl"' in shown(phrase("New"), "pl")
    assert shown(phrase("New"), "en-gb") == "New"
    assert shown("50% of the time", "pl") == "50% of the time"
