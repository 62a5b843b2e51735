"""One line of the minutes: its verdict, the record in words, what follows and from where (C5.1, C6)."""

from typing import Any

from django.utils.translation import gettext_noop

from isp_portal.documents import words
from isp_portal.documents.facts.minutes import HelpCount, LineReviewed
from isp_portal.languages.phrases import Joined, Term, Value, nphrase, phrase
from reviews.rules.help import HelpLevel

from .chart import LEVELS
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
NEXT = {"next_step": gettext_noop("Next step"), "adapted_step": gettext_noop("Adapted step")}
WITHOUT_WORDS = {
    "hold": gettext_noop("Hold here for now."),
    "none": gettext_noop("Nothing further."),
}


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
        "has_next": bool(line.next_words or line.what_next or line.next_source),
        "source": source_words(line.next_source) if line.next_source else None,
    }


def evidence(line: LineReviewed) -> Value:
    """11 entries: full help 5, some help 6. Twice it did not happen."""
    counted = sum(count.entries for count in line.helped)
    said: list[Value] = [phrase("No entry in the record.")]
    if counted:
        entries = nphrase(
            "%(entries)s entry: %(levels)s.",
            "%(entries)s entries: %(levels)s.",
            counted,
            entries=counted,
            levels=Joined([_helped(count) for count in line.helped], ", "),
        )
        said = [entries]
    if line.not_delivered:
        said.append(_missed(line.not_delivered))
    return Joined(said)


def _missed(times: int) -> Value:
    if times == 1:
        return phrase("Once it did not happen.")
    if times == 2:
        return phrase("Twice it did not happen.")
    return nphrase(
        "%(times)s time it did not happen.",
        "%(times)s times it did not happen.",
        times,
        times=times,
    )


def _helped(count: HelpCount) -> Value:
    return Joined([Term(LEVELS[HelpLevel(count.level)]), count.entries], words.NB)


def _next(line: LineReviewed) -> dict[str, Any]:
    """The words of what follows, and how it will be known."""
    return {
        "written": words.sentence(line.next_words),
        "without": WITHOUT_WORDS.get(line.what_next, "") if not line.next_words else "",
        "know_when": words.sentence(line.next_know_when),
    }
