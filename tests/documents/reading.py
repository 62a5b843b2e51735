"""Reading a finished PDF back, as a person or a screen reader would meet it."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from unicodedata import normalize

import pikepdf
import pypdfium2


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def squeezed(text: str) -> str:
    """The text without white space, so that line breaks on paper do not matter; letters composed."""
    whole = text.replace("\ufffe", "-").replace("\u00ad", "-").replace("\x02", "-")
    return normalize("NFC", re.sub(r"[\s\u2066-\u2069]+", "", whole))


def text_of(pdf: bytes) -> str:
    """All the text, squeezed."""
    return squeezed("".join(pages_of(pdf)))


def words_in_sentence(text: str) -> set[str]:
    """Its words without what stands around them, letters composed."""
    whole = normalize("NFC", re.sub(r"[\u2066-\u2069]", "", text).replace("\xa0", " "))
    return set(re.findall(r"\w(?:[\w’'\-/@.]*\w)?", whole))


def words_of(pdf: bytes) -> set[str]:
    """Every word on the paper. On a line in two scripts only the order of words is guessed at."""
    return set().union(*(words_in_sentence(page) for page in pages_of(pdf)))


def tags_of(pdf: bytes) -> list[tuple[str, Any]]:
    """Every element of the tag tree in reading order, as (tag, attributes)."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return list(_walk(document.Root.StructTreeRoot.K))


def _walk(item: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(item, pikepdf.Array):
        for child in item:
            yield from _walk(child)
    elif isinstance(item, pikepdf.Dictionary) and pikepdf.Name.S in item:
        attributes = item.get(pikepdf.Name.A)
        scope = str(attributes.get(pikepdf.Name.Scope, "")) if attributes is not None else ""
        yield str(item.S).lstrip("/"), {"scope": scope, "alt": str(item.get("/Alt", ""))}
        yield from _walk(item.get(pikepdf.Name.K))
