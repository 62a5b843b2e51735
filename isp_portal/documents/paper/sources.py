"""Where a line came from, as papers say it: a chip with one word, then agency, date and page."""

from typing import Any

from django.utils.translation import gettext_noop

from isp_portal.documents import words
from isp_portal.documents.days import day
from isp_portal.documents.facts import Source
from isp_portal.languages.phrases import Value, phrase

from .terms import cited

CHIPS = {
    "report": gettext_noop("Report"),
    "setting": gettext_noop("Setting"),
    "parent": gettext_noop("Parents"),
    "behaviour": gettext_noop("Behaviour"),
}


def source_words(source: Source) -> dict[str, Any]:
    """What stands in the chip, and one after the other what stands beside it."""
    parts: list[Value] = [
        cited(source.words),
        day(source.dated_on, words.dated) if source.dated_on else "",
        cited(source.detail),
        phrase("page\N{NO-BREAK SPACE}%(page)s", page=source.page) if source.page else "",
    ]
    return {
        "chip": CHIPS.get(source.kind, source.kind),
        "parts": [part for part in parts if part],
    }
