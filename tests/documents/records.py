"""Zosia's plan with three weeks of its record filled in: entries of every kind."""

from dataclasses import replace
from datetime import date

from isp_portal.documents.facts import ClosedDays, HelpGiven, InterventionRecord, OldLine, Seen
from tests.documents.samples import PLAN


def saw(day: int, who: str, lines: str, level: str, words: str) -> Seen:
    """One entry of November 2026 with one help level for all its lines."""
    about = tuple(lines.split())
    return Seen(
        on=date(2026, 11, day),
        who=who,
        lines=about,
        help=(HelpGiven(level=level, lines=about),),
        words=words,
    )


RECORD = InterventionRecord(
    first_on=date(2026, 11, 2),
    last_on=date(2026, 11, 27),
    attended=14,
    possible=16,
    unknown=1,
    seen=(
        saw(2, "Siân", "1 A", "full", "Name said five times at tidy-up; looked once."),
        saw(4, "Błażej", "2 B", "full", "Carried the picture with my hand over hers."),
        saw(5, "Siân", "1 A", "some", "Looked at the second call in the book corner."),
        saw(6, "Siân", "1", "some", "Copied her pouring; she moved over to make room."),
        replace(
            saw(9, "Nia", "1 A", "some", "Garden, loud: turned at the third call."),
            written_on=date(2026, 11, 11),
            where="By the gate",
        ),
        saw(11, "Siân", "2 B", "not_tried", "Visitors in the room, strip packed away."),
        Seen(
            on=date(2026, 11, 12),
            who="Błażej",
            lines=("2", "B"),
            not_delivered="Not enough staff in the room. Two of us for eleven children.",
        ),
        saw(13, "Siân", "1 A", "prompted", "Looked at the first call 4 times of 10 at snack."),
        Seen(on=date(2026, 11, 24), who="Siân", words="Sang all morning."),
        replace(
            saw(25, "Nia", "2 A B", "prompted", "Pointed at “garden”, waited by the door."),
            help=(
                HelpGiven(level="prompted", lines=("2", "B")),
                HelpGiven(level="alone", lines=("A",)),
            ),
            tries=("A 6 of 10", "B 2 of 3"),
            next_time="Photographs of the new coats.",
        ),
        saw(26, "Błażej", "2 B", "some", "Pulled the “lunch” card off and gave it to me."),
        Seen(
            on=date(2026, 11, 27),
            who="Siân",
            lines=("old 1", "B"),
            help=(HelpGiven(level="alone", lines=("old 1", "B")),),
            words="Home time: moved the card, took her coat.",
        ),
    ),
    old_lines=(OldLine(label="old 1", words="Sing the tidy-up song before each change"),),
    closed=(ClosedDays(first_on=date(2026, 11, 16), last_on=date(2026, 11, 20)),),
)
WRITTEN_PLAN = replace(PLAN, issued_on=date(2026, 11, 30), record=RECORD)
