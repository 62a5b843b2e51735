"""The minutes of a review of intervention: from their frozen facts to what the templates place (C8.1)."""

from typing import Any

from django.utils.translation import gettext_noop

from isp_portal.documents import words
from isp_portal.documents.facts.minutes import (
    CouldNotCome,
    Covered,
    FromLastTime,
    MinutesPaper,
)
from isp_portal.documents.renderer import Drawn

from .frame import (
    Look,
    Running,
    check_lengths,
    draw_paper,
    frame,
    head_of,
    names_of,
    page_html,
    place_of,
    print_view_html,
)
from .minutes_lines import line_reviewed
from .minutes_views import child_view_given, view_given
from .signing import sign_off

LOOK = Look(
    styles="minutes",
    body="documents/_minutes.html",
    parts=("_minutes*.html",),
)
WAYS = {
    "in_person": ("in person", gettext_noop("In the room")),
    "phone": ("by phone", gettext_noop("On the phone")),
    "video": ("by video", gettext_noop("On the call")),
    "writing": ("in writing", gettext_noop("Took part")),
}
NOTHING_YET = ("", gettext_noop("Present"))


def draw_minutes(minutes: MinutesPaper) -> Drawn:
    """The minutes as a tagged PDF: the same facts give the same bytes. Raises `RenderFailed`."""
    return draw_paper(LOOK, minutes_context(minutes), minutes)


def minutes_html(minutes: MinutesPaper) -> str:
    """The page that the PDF is made of. Raises `TextTooLong`."""
    return page_html(minutes_context(minutes))


def minutes_print_view(minutes: MinutesPaper) -> str:
    """The same paper as a page to print from the browser, for when no PDF can be made."""
    return print_view_html(minutes_context(minutes))


def minutes_context(minutes: MinutesPaper) -> dict[str, Any]:
    """What the templates of the minutes place. Raises `TextTooLong`."""
    check_lengths(minutes)
    how, room = WAYS.get(minutes.how_held, NOTHING_YET)
    return {
        **frame(LOOK, minutes.setting, _running(minutes), minutes.recipient),
        "minutes": minutes,
        "copy_for": _copy_for(minutes),
        "how_held": how,
        "room": room,
        "covers": _covers(minutes.covered),
        "came_to": _came_to(minutes.covered),
        "came": "; ".join(f"{one.name}, {one.capacity}" for one in minutes.came),
        "could_not_come": [_absence(one) for one in minutes.could_not_come],
        "from_last_time": [_looked_at(one) for one in minutes.from_last_time],
        "strategies": [line_reviewed(line) for line in minutes.strategies],
        "targets": [line_reviewed(line) for line in minutes.targets],
        "views": [view_given(view) for view in minutes.views],
        "child_view": child_view_given(minutes.child_view),
        "next_at": words.clock(minutes.next_review.at) if minutes.next_review.at else "",
        "sign_offs": [sign_off(sign) for sign in minutes.sign_offs],
    }


def _running(minutes: MinutesPaper) -> Running:
    child, setting = minutes.child, minutes.setting
    replaces = f"replaces {minutes.replaces or 'nothing'}"
    version = f"version {minutes.version} of {words.dated(minutes.version_of)}"
    return Running(
        title=f"{minutes.paper_title}, plan {minutes.plan_number}, version {minutes.version}: "
        f"{child.preferred_name}",
        which=f"Minutes version {minutes.version} of {words.week_day(minutes.version_of)}",
        which_more=replaces if minutes.replaces else f"{replaces}: first issue",
        head_child=head_of(child),
        head_paper=f"{minutes.paper_title}, plan {minutes.plan_number}",
        head_setting=place_of(setting, child),
        head_version=f"Review held {words.week_day(minutes.held_on)} · minutes version "
        f"{minutes.version}",
        foot_paper=f"{names_of(child)} · Minutes of review of plan {minutes.plan_number}, "
        f"{version} · {replaces.partition(' of ')[0]}",
        foot_copy=f"{setting.name} · copy for {_copy_for(minutes)}, issued "
        f"{words.week_day(minutes.issued_on)} · private: about a child",
    )


def _copy_for(minutes: MinutesPaper) -> str:
    to = minutes.recipient
    return ", ".join(filter(None, [to.name, to.relationship])) if to.name else "the child’s file"


def _covers(covered: Covered) -> str:
    """7 Sep to 2 Nov: 7 open weeks"""
    days = f"{words.short_day(covered.first_on)} to {words.short_day(covered.last_on)}"
    if covered.open_weeks is None:
        return days
    return f"{days}: {covered.open_weeks} open week{'' if covered.open_weeks == 1 else 's'}"


def _came_to(covered: Covered) -> str:
    """26 of 28 sessions (2 not marked)"""
    if not covered.possible:
        return "no sessions in these days"
    if covered.unknown == covered.possible:
        return "not known: no session is marked"
    unknown = f" ({covered.unknown} not marked)" if covered.unknown else ""
    return f"{covered.attended} of {covered.possible} sessions{unknown}"


def _absence(one: CouldNotCome) -> str:
    """Imran Siddiqui, father (at work): gave his view by phone."""
    because = f" ({one.because})" if one.because else ""
    heard = one.heard or "no view obtained"
    return words.sentence(f"{one.name}, {one.capacity}{because}: {heard}")


def _looked_at(one: FromLastTime) -> str:
    """Lend a picture strip: done 14 Sep."""
    outcomes = {
        "done": f"done {words.short_day(one.looked_on)}",
        "carried": "carried on, see actions",
        "dropped": "no longer needed",
    }
    return " ".join(
        words.sentence(part)
        for part in (f"{one.what.rstrip('.')}: {outcomes[one.outcome]}", one.words)
        if part
    )
