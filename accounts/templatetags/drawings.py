"""Drawings made on the server: the bar of the six to eight weeks.

Presentation attributes carry the light colours, so that a drawing prints anywhere; the classes
let the page's own sheet recolour it after dark.
"""

from datetime import date
from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString

from accounts.rules.day_words import say_day

SCALE_DAYS = 84
PIXELS_PER_DAY = 1.68
INSET = 2

_LINE = (
    '<path class="cycle-line" d="M2 9V17M2 13H{opens}" stroke="#857767" stroke-width="1.5" '
    'fill="none"/><rect class="cycle-window" x="{opens}" y="8" width="{window}" height="10" rx="2" '
    'fill="#FBEBC6" stroke="#B27508" stroke-width="1.5"/>'
)
_TAIL = (
    '<path class="cycle-tail" d="M{due} 13H{now}" stroke="#D9623F" stroke-width="2.5" '
    'stroke-dasharray="4 2.5" fill="none"/>'
)


def _bar(css: str, drawn: str, ink: str) -> str:
    return (
        f'<svg class="{css}" viewBox="0 0 150 26" width="150" height="26" role="img" '
        'aria-label="Began {began}, window {opens_words} to {due_words}, today {today_words}">'
        f'{drawn}<path class="cycle-needle" d="M{{now}} 2.5V23.5" stroke="{ink}" stroke-width="2"/>'
        f'<circle class="cycle-dot" cx="{{now}}" cy="13" r="4.5" fill="{ink}"/></svg>'
    )


PLAIN = _bar("cycle-bar", _LINE, "#241E22")
TAILED = _bar("cycle-bar cycle-late", _LINE + _TAIL, "#9C2C18")


def place(day: int) -> float:
    """Where a day stands on the scale that every row shares: 0 to 84, held to its ends."""
    return round(INSET + min(max(day, 0), SCALE_DAYS) * PIXELS_PER_DAY, 1)


@lru_cache(maxsize=1024)
def cycle_bar_svg(starts_on: date, opens_on: date, due_on: date, today: date) -> SafeString:
    """Start tick, window box, needle at `today`; past `due_on` a dashed tail leads to it."""
    opens, due, now = (place((on - starts_on).days) for on in (opens_on, due_on, today))
    late = today > due_on
    return format_html(
        TAILED if late else PLAIN,
        began=say_day(starts_on, today),
        opens_words=say_day(opens_on, today),
        due_words=say_day(due_on, today),
        today_words=say_day(today, today),
        opens=opens,
        due=due,
        now=now,
        window=round(max(due - opens, 3), 1),
    )
