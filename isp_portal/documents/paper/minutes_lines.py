"""One line of the minutes: its verdict, the record in words, what follows and from where (C5.1, C6)."""

from typing import Any

from django.utils.translation import gettext_noop

from isp_portal.documents import words
from isp_portal.documents.facts.minutes import HelpCount, LineReviewed

from .sources import source_words

VERDICTS = {
    "keep": gettext_noop("Keep"),
    "change": gettext_noop("Change"),
    "stop": gettext_noop("Stop"),
    "achieved": gettext_noop("Achieved"),
    "partly": gettext_noop("Partly"),
    "not_yet": gettext_noop("Not yet"),
    "stopped": gettext_noop("Stopped"),
}
HELP = {
    "full": "full help",
    "some": "some help",
    "prompted": "prompted",
    "alone": "alone",
    "not_tried": "not tried",
}
NEXT = {"next_step": gettext_noop("Next step"), "adapted_step": gettext_noop("Adapted step")}
WITHOUT_WORDS = {"hold": "Hold here for now.", "none": "Nothing further."}


def line_reviewed(line: LineReviewed) -> dict[str, Any]:
    """What _minutes_line.html places."""
    return {
        "label": line.label,
        "words": line.words,
        "verdict": VERDICTS[line.verdict],
        "evidence": evidence(line),
        "why": words.sentence(line.why),
        "next_label": NEXT.get(line.what_next, gettext_noop("Next")),
        "next": _next(line),
        "source": source_words(line.next_source) if line.next_source else None,
    }


def evidence(line: LineReviewed) -> str:
    """11 entries: full help 5, some help 6. Twice it did not happen."""
    counted = sum(count.entries for count in line.helped)
    if not counted:
        said = "No entry in the record."
    else:
        noun = "entry" if counted == 1 else "entries"
        said = f"{counted} {noun}: {', '.join(map(_helped, line.helped))}."
    if line.not_delivered:
        times = {1: "Once", 2: "Twice"}.get(line.not_delivered, f"{line.not_delivered} times")
        said += f" {times} it did not happen."
    return said


def _helped(count: HelpCount) -> str:
    return f"{HELP[count.level]}{words.NB}{count.entries}"


def _next(line: LineReviewed) -> str:
    """The words of what follows, and how it will be known."""
    said = line.next_words or WITHOUT_WORDS.get(line.what_next, "")
    know = f"We will know when: {line.next_know_when}" if line.next_know_when else ""
    return " ".join(words.sentence(part) for part in (said, know) if part)
