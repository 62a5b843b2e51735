"""How each parent reads papers: their language and who has checked its words, the size, the face."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from children.models import ParentCarer
from isp_portal.documents.models import IssuedPaper
from isp_portal.languages import ENGLISH, Language, language_coded, language_of


@dataclass(frozen=True, slots=True)
class ReadBy:
    """One parent and what their papers will be like. `no_words_in` is a language we cannot write."""

    contact: ParentCarer
    language: Language
    no_words_in: str

    @property
    def how(self) -> str:
        """In Polish and English, in large print, in letters easier with dyslexia."""
        said = [f"in {self.language.called_on_paper}"]
        said += ["in large print"] if self.contact.wants_large_print else []
        said += ["in letters easier with dyslexia"] if self.contact.wants_clear_letters else []
        return ", ".join(said)


def language_on(document: IssuedPaper) -> str:
    """In which language the fixed words of an issued copy stand, beside English."""
    reader = json.loads(document.facts)["recipient"]
    return language_coded(reader.get("language", ENGLISH.code)).name


def readers(contacts: Iterable[ParentCarer]) -> list[ReadBy]:
    """Those whose papers differ from plain English, or who read a language that we have no words in."""
    found = []
    for contact in contacts:
        language = language_of(contact)
        is_named = not contact.language or "english" in contact.language.casefold()
        no_words_in = "" if is_named or not language.is_english else contact.language
        plain = language.is_english and not (
            contact.wants_large_print or contact.wants_clear_letters
        )
        if no_words_in or not plain:
            found.append(ReadBy(contact, language, no_words_in))
    return found
