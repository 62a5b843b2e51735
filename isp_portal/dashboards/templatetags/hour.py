"""{% hour_ruler hour %}: the SENCO's minutes as a ruler, numbered blocks and what is left free."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from isp_portal.dashboards.rules.hour import Hour

register = template.Library()

WIDE, HIGH, GAP, INSET = 600, 30, 4, 8
TICKS = 4


@register.simple_tag
def hour_ruler(hour: Hour) -> SafeString:
    """Presentation attributes carry the light colours; the page's sheet recolours it after dark."""
    scale = (WIDE - 2 * INSET) / hour.minutes
    blocks = format_html_join(
        "",
        '<rect class="hour-block" x="{}" y="0" width="{}" height="{}" rx="4" fill="#5C2354"/>'
        '<text class="hour-number" x="{}" y="21" text-anchor="middle" fill="#FFFDF8">{}</text>',
        (
            (
                round(INSET + block.starts * scale, 1),
                round(max(block.minutes * scale - GAP, 6), 1),
                HIGH,
                round(INSET + (block.starts + block.minutes / 2) * scale - GAP / 2, 1),
                block.number,
            )
            for block in hour.blocks
        ),
    )
    free = format_html(
        '<rect class="hour-free" x="{}" y="1" width="{}" height="{}" rx="4" fill="none" '
        'stroke="#857767" stroke-dasharray="4 3"/>',
        round(INSET + hour.used * scale, 1),
        round(max(hour.spare * scale - 2, 1), 1),
        HIGH - 2,
    )
    ticks = format_html_join(
        "",
        '<path class="hour-tick" d="M{} 36V42" stroke="#857767"/>'
        '<text class="hour-minute" x="{}" y="60" text-anchor="middle" fill="#544A4E">{}</text>',
        _ticks(hour.minutes, scale),
    )
    return format_html(
        '<svg class="hour-ruler" viewBox="0 0 {} 64" role="img" aria-label="{}">{}{}{}</svg>',
        WIDE,
        f"{hour.used} of {hour.minutes} minutes are filled, {hour.spare} are left free",
        blocks,
        free,
        ticks,
    )


def _ticks(minutes: int, scale: float) -> list[tuple[float, float, str]]:
    """Marks at the quarters, the last with its unit."""
    at = [round(minutes * n / TICKS) for n in range(TICKS + 1)]
    places = [round(INSET + minute * scale, 1) for minute in at]
    words = [*(str(minute) for minute in at[:-1]), f"{at[-1]} min"]
    held = [min(max(place, 10), WIDE - 26) for place in places]
    return list(zip(places, held, words, strict=True))
