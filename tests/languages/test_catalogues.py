"""The catalogues of other languages hold every word of today, compiled, and nothing else."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
from django.conf import settings

from isp_portal.languages import ENGLISH, LOCALE, Language, language_coded, languages
from isp_portal.languages.phrases import nphrase, say

HOME = Path(settings.BASE_DIR)
VALUE = re.compile(r"%\(\w+\)[sd]")
OTHERS = [language for language in languages() if language is not ENGLISH]
ARABIC = re.compile(r"[\u0600-\u06ff]")


def tool() -> ModuleType:
    """deploy/translations.py, which is no module of a room."""
    spec = importlib.util.spec_from_file_location(
        "translations", HOME / "deploy" / "translations.py"
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL = tool()
SAID = TOOL.sentences()


def test_there_is_a_folder_for_each_language_that_was_asked_for() -> None:
    assert {language.code for language in OTHERS} >= {"pl", "ro", "ur", "ar"}
    assert SAID


@pytest.mark.parametrize("language", OTHERS, ids=lambda language: language.code)
def test_every_fixed_sentence_has_words_with_the_same_values(language: Language) -> None:
    catalogue = TOOL.brought_up(language.code, SAID)
    assert TOOL.missing(catalogue) == []
    for message in catalogue:
        if not message.id:
            continue
        asked = set(VALUE.findall(message.id if isinstance(message.id, str) else message.id[1]))
        for said in [message.string] if isinstance(message.id, str) else message.string:
            left_out = asked - set(VALUE.findall(said))
            assert asked >= set(VALUE.findall(said)), message.id
            assert not left_out or says_the_number_itself(message.id, left_out, language), said
            assert "<" not in said
            if language.script == "arabic":
                assert ARABIC.search(said), message.id


def says_the_number_itself(
    words: str | tuple[str, str], left_out: set[str], language: Language
) -> bool:
    """A form for none, one or two may say so in a word: واحد. Nothing else may be left out."""
    return isinstance(words, tuple) and len(left_out) == 1 and language.code in ("ar", "ro")


@pytest.mark.parametrize(
    ("code", "forms", "said"),
    [
        ("pl", 3, {1: "1 strategia", 3: "3 strategie", 5: "5 strategii", 22: "22 strategie"}),
        ("ro", 3, {1: "1 strategie", 3: "3 strategii", 20: "20 de strategii"}),
        ("ur", 2, {1: "1 طریقہ", 3: "3 طریقے"}),
        (
            "ar",
            6,
            {
                0: "لا استراتيجيات",
                1: "استراتيجية واحدة",
                2: "استراتيجيتان",
                3: "3 استراتيجيات",
                11: "11 استراتيجية",
                100: "100 استراتيجية",
            },
        ),
    ],
)
def test_a_number_of_things_has_the_form_that_the_language_gives_it(
    code: str, forms: int, said: dict[int, str]
) -> None:
    assert TOOL.brought_up(code, SAID).num_plurals == forms
    counted = {
        number: say(
            nphrase("%(number)s strategy", "%(number)s strategies", number), language_coded(code)
        )
        for number in said
    }
    assert {number: bare(words) for number, words in counted.items()} == said


def bare(text: str) -> str:
    return re.sub("[\u2066-\u2069]", "", text)


@pytest.mark.parametrize("language", OTHERS, ids=lambda language: language.code)
def test_the_compiled_catalogue_is_the_written_one(language: Language) -> None:
    folder = LOCALE / language.code / "LC_MESSAGES"
    catalogue = TOOL.brought_up(language.code, SAID)
    hint = "run deploy/translations.py"
    assert (folder / "django.po").read_bytes() == TOOL.as_po(catalogue), hint
    assert (folder / "django.mo").read_bytes() == TOOL.as_mo(catalogue), hint


def test_sentences_are_found_in_templates_and_in_python() -> None:
    template = (
        '{% both _("One %(a)s") a=b %} {% translate "Two" %}'
        "{% blocktranslate trimmed with a=b %}\n Three\n {{ a }}\n{% endblocktranslate %}"
    )
    assert [words for words, _ in TOOL.of_template(template)] == ["One %(a)s", "Two", "Three %(a)s"]
    python = (
        'from x import gettext as _\nA = gettext_noop("Four")\nB = _("Five")\nC = said("No")\n'
        'D = phrase("Six %(a)s")\nE = nphrase("One", "Many", 2)\n'
    )
    found = [words for words, _ in TOOL.of_python(python)]
    assert sorted(map(str, found)) == sorted(["Five", "Four", "Six %(a)s", "('One', 'Many')"])
