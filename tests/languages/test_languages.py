"""Which language a parent is written to in, and that staff stay in English."""

from datetime import date

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils import translation
from django.utils.translation import gettext

from isp_portal.languages import (
    ENGLISH,
    UNCHECKED,
    Language,
    language_called,
    language_coded,
    languages,
    speaking,
)


def show(source: str, **values: object) -> str:
    return Template("{% load bilingual %}" + source).render(Context(values))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Polish", "pl"),
        ("polish and some English", "pl"),
        ("English, Urdu at home", "en-gb"),
        ("Urdu, English", "ur"),
        ("اردو", "ur"),
        ("Română", "ro"),
        ("Arabic (Sudan)", "ar"),
        ("Somali", "en-gb"),
        ("", "en-gb"),
    ],
)
def test_the_language_named_first_is_the_one_a_parent_is_written_to_in(
    written: str, code: str
) -> None:
    assert language_called(written).code == code


def test_a_tag_we_have_no_words_in_is_english() -> None:
    assert language_coded("so") is ENGLISH
    assert language_coded("ur").direction == "rtl"


def test_fixed_words_are_in_the_parents_language_and_then_in_english_again() -> None:
    with speaking(language_coded("pl")):
        assert gettext(UNCHECKED) != UNCHECKED
    assert gettext(UNCHECKED) == UNCHECKED
    assert translation.get_language() == "en-gb"


def test_each_language_says_whether_a_native_speaker_has_checked_it() -> None:
    for language in languages():
        assert language.is_checked is (language.is_english or bool(language.checked_by))
    checked = Language(
        code="pl",
        name="Polish",
        own_name="polski",
        checked_by="Ewa Nowak",
        checked_on=date(2026, 12, 1),
    )
    assert checked.state_words == "checked by Ewa Nowak, 1 Dec 2026"
    unsigned = Language(code="pl", name="Polish", own_name="polski", checked_on=date(2026, 12, 1))
    assert unsigned.state_words == "not yet checked by a native speaker"


def test_words_stand_twice_each_marked_with_its_language() -> None:
    source = '{% both _("' + UNCHECKED + '") %}'
    assert show(source) == UNCHECKED
    with speaking(language_coded("ur")):
        shown = show(source)
    assert '<span class="own whole" lang="ur" dir="rtl">یہ الفاظ' in shown
    assert f'<span class="english whole" lang="en-GB" dir="ltr">{UNCHECKED}</span>' in shown


def test_what_people_typed_is_escaped_and_set_apart_from_words_of_the_other_direction() -> None:
    source = '{% both _("Dear %(name)s,") name=who %}'
    assert show(source, who="<b>Ali</b>") == "Dear &lt;b&gt;Ali&lt;/b&gt;,"
    with speaking(language_coded("ar")):
        shown = show(source, who="<b>Ali</b>")
    assert "\u2068&lt;b&gt;Ali&lt;/b&gt;\u2069" in shown
    assert "<b>" not in shown


@pytest.mark.parametrize(
    "source",
    ['{% both "Bare" %}', '{% both _("With %(name)s") %}', '{% both _("Without") name=who %}'],
)
def test_a_sentence_without_its_values_is_noticed_before_anybody_reads_it(source: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        show(source)


def test_the_notice_stands_only_where_words_are_not_checked() -> None:
    assert show("{% unchecked_notice %}") == ""
    with speaking(language_coded("ro")):
        assert UNCHECKED in show("{% unchecked_notice %}")
