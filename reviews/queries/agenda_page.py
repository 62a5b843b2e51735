"""The agenda as the review's own page shows it: beside each line what was written about it in this
cycle and what was said of it last time, and beside "Since last time" what is still open (C4, C8)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from accounts.rules.day_words import say_day
from reviews.models import EntryLine, LineVerdict, Review
from reviews.rules.words import in_short

from .agenda import Agenda, AgendaItem
from .agreed import to_look_at
from .next_steps import earlier_of_lines
from .reviewed import reviewed_lines

TIMES = {1: "once", 2: "twice"}


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A step with what is known before anything is said: `about` is the line's own words, `record`
    what the record holds, `last` the verdict of the review before."""

    item: AgendaItem
    about: str = ""
    record: str = ""
    last: LineVerdict | None = None


def agenda_rows(review: Review, agenda: Agenda, today: date) -> tuple[AgendaRow, ...]:
    """The rows in the order of the agenda, in a fixed number of queries."""
    lines = {f"line-{line.key}": line for line in reviewed_lines(review)}
    earlier = earlier_of_lines(review, [line.key for line in lines.values()])
    written = _written(review)
    rows = []
    for item in agenda.items:
        line = lines.get(item.key)
        if line is not None:
            record = _record_words(written.get(line.key, ()))
            rows.append(AgendaRow(item, in_short(str(line.row)), record, earlier[line.key].last))
        else:
            about = _open_actions(review, today) if item.key == "since" else ""
            rows.append(AgendaRow(item, about))
    return tuple(rows)


def _written(review: Review) -> dict[UUID, list[str]]:
    """Of each line the help levels of its standing entries up to the review; "" was not delivered."""
    rows = EntryLine.objects.filter(entry__cycle=review.cycle_id, entry__taken_back_at__isnull=True)
    if review.held_on:
        rows = rows.filter(entry__seen_on__lte=review.held_on)
    found: dict[UUID, list[str]] = {}
    for key, level in rows.values_list("line_key", "help_level"):
        found.setdefault(key, []).append(level)
    return found


def _record_words(levels: Iterable[str]) -> str:
    """5 entries, once not delivered"""
    counted = Counter(bool(level) for level in levels)
    done, missed = counted[True], counted[False]
    words = f"{done} entr{'y' if done == 1 else 'ies'}" if done else "No entry"
    if missed:
        words += f", {TIMES.get(missed, f'{missed} times')} not delivered"
    return words


def _open_actions(review: Review, today: date) -> str:
    """What earlier reviews agreed on and nobody has closed: what, who, by when."""
    return "; ".join(
        f"{in_short(row.action.what)} ({row.action.who}, by {say_day(row.action.by_on, today)})"
        for row in to_look_at(review)
    )
