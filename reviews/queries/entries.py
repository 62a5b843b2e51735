"""Entries as pages show them: the help mark, when and who, the words, the lines."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from accounts.rules.day_words import say_day
from children.models import Child
from reviews.models import EntryLine, InterventionEntry
from reviews.rules.help import HelpLevel
from reviews.rules.words import in_short


@dataclass(frozen=True, slots=True)
class EntryShown:
    """One entry. `state` is its help mark, empty where no line was ticked."""

    entry: InterventionEntry
    state: str
    help_words: str
    words: str
    chips: tuple[tuple[str, str], ...]
    """(icon, words) of each line; with its own help level where the lines differ."""

    @property
    def who(self) -> str:
        return self.entry.seen_by.user.full_name.split()[0]

    def when_and_who(self, today: date) -> str:
        """ "Thu 19 Nov · alone · Kemi"."""
        on = "Today" if self.entry.seen_on == today else say_day(self.entry.seen_on, today)
        return " · ".join(part for part in (on, self.help_words, self.who) if part)


def shown(entry: InterventionEntry) -> EntryShown:
    """The entry, whose lines and people have been read already."""
    lines = sorted(entry.lines.all(), key=_place)
    levels = [HelpLevel(line.help_level) for line in lines if line.help_level]
    said = list(dict.fromkeys(level.words for level in levels))
    if entry.not_delivered_because:
        return EntryShown(
            entry, "not_delivered", "did not happen", _reason(entry), _chips(lines, False)
        )
    return EntryShown(
        entry,
        levels[0].value if levels else "",
        ", ".join(said).lower(),
        entry.what_we_saw,
        _chips(lines, len(said) > 1),
    )


def with_lines(entries: "QuerySet[InterventionEntry]") -> "QuerySet[InterventionEntry]":
    """The same entries with all that `shown` needs: two more queries, however many there are."""
    return entries.select_related("seen_by__user", "cycle", "child").prefetch_related(
        "lines__strategy", "lines__target"
    )


def latest_entries(
    children: Iterable[Child], *, only_delivered: bool = False
) -> dict[UUID, EntryShown]:
    """The newest standing entry of each child that has one, by the child's id."""
    standing = InterventionEntry.objects.standing()
    if only_delivered:
        standing = standing.filter(not_delivered_because="")
    newest = standing.filter(child=OuterRef("child"))
    first = newest.order_by("-seen_on", "-recorded_at", "-id").values("pk")[:1]
    mine = standing.filter(child__in=[c.pk for c in children])
    rows = with_lines(mine.filter(pk=Subquery(first)))
    return {row.child_id: shown(row) for row in rows}


def _place(line: EntryLine) -> tuple[bool, int]:
    """Strategies before targets, each in the order of the plan."""
    return line.target_id is not None, line.about.position


def _reason(entry: InterventionEntry) -> str:
    reason = entry.get_not_delivered_because_display()
    return f"{reason}. {entry.not_delivered_words}" if entry.not_delivered_words else f"{reason}."


def _chips(lines: list[EntryLine], with_help: bool) -> tuple[tuple[str, str], ...]:
    return tuple(
        ("target" if line.target else "list", in_short(str(line.about), 48) + _how(line, with_help))
        for line in lines
    )


def _how(line: EntryLine, with_help: bool) -> str:
    """ ": some help, 4 of 6"."""
    help_words = HelpLevel(line.help_level).words.lower() if with_help and line.help_level else ""
    said = ", ".join(part for part in (help_words, line.tries) if part)
    return f": {said}" if said else ""
