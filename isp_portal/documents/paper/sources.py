"""Where a line came from, as papers say it: a chip with one word, then agency, date and page."""

from typing import Any

from django.utils.translation import gettext_noop

from isp_portal.documents.facts import Source
from isp_portal.languages.phrases import phrase

CHIPS = {
    "report": gettext_noop("Report"),
    "setting": gettext_noop("Setting"),
    "parent": gettext_noop("Parents"),
    "behaviour": gettext_noop("Behaviour"),
}


def source_words(source: Source) -> dict[str, Any]:
    """What stands in the chip, and what stands beside it."""
    return {
        "chip": CHIPS.get(source.kind, source.kind),
        "words": source.words,
        "page": phrase("page\N{NO-BREAK SPACE}%(page)s", page=source.page) if source.page else "",
    }
