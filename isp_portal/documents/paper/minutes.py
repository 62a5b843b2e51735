"""The minutes of a review of intervention: from their frozen facts to what the templates place (C8.1)."""

from typing import Any

from django.utils.translation import gettext_noop

from isp_portal.documents import words
from isp_portal.documents.days import day
from isp_portal.documents.facts.minutes import (
    Corrected,
    CouldNotCome,
    Covered,
    FromLastTime,
    MinutesPaper,
)
from isp_portal.documents.renderer import Drawn
from isp_portal.languages.phrases import Joined, Term, Value, nphrase, phrase

from .frame import (
    Look,
    Running,
    check_lengths,
    copy_for,
    draw_paper,
    frame,
    head_of,
    in_short,
    names_of,
    page_html,
    place_of,
    print_view_html,
    whose_words,
)
from .minutes_agreed import decided_words, next_day, next_words
from .minutes_lines import line_reviewed
from .minutes_views import child_view_given, view_given
from .signing import sign_off
from .terms import capacities, person

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
        "copy_for": person(minutes.recipient.name, minutes.recipient.relationship)
        if minutes.recipient.name
        else phrase("the child’s file"),
        "issued_day": day(minutes.issued_on, words.dated),
        "plan_named": phrase(
            "%(title)s %(plan)s, version %(version)s",
            title=Term(minutes.plan_title),
            plan=str(minutes.plan_number),
            version=str(minutes.plan_version),
        ),
        "held": Joined(
            [day(minutes.held_on, words.long_week_day), *([Term(how)] if how else [])], ", "
        ),
        "room": room,
        "covers": _covers(minutes.covered),
        "came_to": _came_to(minutes.covered),
        "minutes_by": person(*minutes.minutes_by.split(", ", 1))
        if ", " in minutes.minutes_by
        else minutes.minutes_by,
        "came": [(one.name, capacities(one.capacity)) for one in minutes.came],
        "corrections": [_corrected(note) for note in minutes.corrections],
        "decided": decided_words(minutes.decided),
        "next_words": next_words(minutes.next_review),
        "next_day": next_day(minutes.next_review),
        "actions": [
            {
                "what": one.what,
                "is_carried": one.is_carried,
                "who": Term(one.who),
                "by": day(one.by_on, words.week_day),
            }
            for one in minutes.actions
        ],
        "could_not_come": [_absence(one) for one in minutes.could_not_come],
        "from_last_time": [_looked_at(one) for one in minutes.from_last_time],
        "strategies": [line_reviewed(line) for line in minutes.strategies],
        "targets": [line_reviewed(line) for line in minutes.targets],
        "views": [view_given(view) for view in minutes.views],
        "child_view": child_view_given(minutes.child_view),
        "sign_offs": [sign_off(sign) for sign in minutes.sign_offs],
    }


def _running(minutes: MinutesPaper) -> Running:
    child, setting = minutes.child, minutes.setting
    replaces = f"replaces {minutes.replaces or 'nothing'}"
    version = f"version {minutes.version} of {words.dated(minutes.version_of)}"
    named = phrase(
        "notes of the meeting about plan %(plan)s, version %(version)s",
        plan=str(minutes.plan_number),
        version=str(minutes.version),
    )
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
        foot_copy=f"{setting.name} · copy for {copy_for(minutes.recipient)}, issued "
        f"{words.week_day(minutes.issued_on)} · private: about a child",
        own=whose_words(named, minutes.version_of, minutes.replaces, minutes.recipient),
        own_foot=in_short(named, minutes.recipient),
    )


def _corrected(note: Corrected) -> dict[str, Any]:
    return {
        "on": phrase("Corrected on %(day)s:", day=day(note.on, words.week_day)),
        "words": note.words,
        "by": phrase(
            "By %(name)s; with this the minutes are version %(version)s.",
            name=note.by,
            version=str(note.version),
        ),
    }


def _covers(covered: Covered) -> Value:
    """7 Sep to 2 Nov: 7 open weeks"""
    days = phrase(
        "%(first)s to %(last)s",
        first=day(covered.first_on, words.short_day),
        last=day(covered.last_on, words.short_day),
    )
    if covered.open_weeks is None:
        return days
    return nphrase(
        "%(days)s: %(weeks)s open week",
        "%(days)s: %(weeks)s open weeks",
        covered.open_weeks,
        days=days,
        weeks=covered.open_weeks,
    )


def _came_to(covered: Covered) -> Value:
    """26 of 28 sessions (2 not marked)"""
    if not covered.possible:
        return phrase("no sessions in these days")
    if covered.unknown == covered.possible:
        return phrase("not known: no session is marked")
    counted = nphrase(
        "%(attended)s of %(possible)s session",
        "%(attended)s of %(possible)s sessions",
        covered.possible,
        attended=covered.attended,
        possible=covered.possible,
    )
    if not covered.unknown:
        return counted
    unknown = nphrase(
        "(%(unknown)s not marked)",
        "(%(unknown)s not marked)",
        covered.unknown,
        unknown=covered.unknown,
    )
    return Joined([counted, unknown])


def _absence(one: CouldNotCome) -> dict[str, Any]:
    """Imran Siddiqui, father (at work): gave his view by phone."""
    return {
        "name": one.name,
        "capacity": capacities(one.capacity),
        "because": one.because,
        "heard": Term(words.sentence(one.heard).rstrip("."))
        if one.heard
        else phrase("no view obtained"),
    }


def _looked_at(one: FromLastTime) -> dict[str, Any]:
    """Lend a picture strip: done 14 Sep."""
    outcomes = {
        "done": phrase("done %(day)s", day=day(one.looked_on, words.short_day)),
        "carried": phrase("carried on, see actions"),
        "dropped": phrase("no longer needed"),
    }
    return {
        "what": one.what.rstrip("."),
        "outcome": outcomes[one.outcome],
        "words": words.sentence(one.words),
    }
