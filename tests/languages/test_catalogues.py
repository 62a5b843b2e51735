"""The catalogues of other languages hold every word of today, compiled, and nothing else."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
from django.conf import settings

from isp_portal.languages import ENGLISH, LOCALE, Language, languages

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
        if message.id:
            assert sorted(VALUE.findall(message.id)) == sorted(VALUE.findall(message.string))
            assert "<" not in message.string
            if language.script == "arabic":
                assert ARABIC.search(message.string), message.id


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
    python = 'from x import gettext as _\nA = gettext_noop("Four")\nB = _("Five")\nC = said("No")\n'
    assert sorted(words for words, _ in TOOL.of_python(python)) == ["Five", "Four"]
