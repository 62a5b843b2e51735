"""Where a line came from, as papers say it: a chip with one word, then agency, date and page."""

from django.utils.translation import gettext_noop

from isp_portal.documents import words
from isp_portal.documents.facts import Source

CHIPS = {
    "report": gettext_noop("Report"),
    "setting": gettext_noop("Setting"),
    "parent": gettext_noop("Parents"),
    "behaviour": gettext_noop("Behaviour"),
}


def source_words(source: Source) -> dict[str, str]:
    """What stands in the chip, and what stands beside it."""
    page = f"page{words.NB}{source.page}" if source.page else ""
    return {
        "chip": CHIPS.get(source.kind, source.kind),
        "words": ", ".join(filter(None, [source.words, page])),
    }
