"""The tags that pages share: {% icon %}, {% pill %}, {% chip %}, {% clause %}, days, the cycle
bar, and the summary of what to put right. They build strings, because lists hold many of them."""

import re
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from django import template
from django.conf import settings
from django.forms import BaseForm, BaseFormSet
from django.template import Context
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from accounts.actions.outbox import label_of
from accounts.models import OutboxMail
from accounts.rules.day_words import say_clock, say_day, say_long_day, say_number
from accounts.templatetags.clauses import clause_words
from accounts.templatetags.drawings import cycle_bar_svg
from accounts.templatetags.states import look_of

register = template.Library()

SPRITE = "icons/sprite.svg"
ICONS = frozenset(
    re.findall(r'<symbol id="([^"]+)"', (Path(settings.BASE_DIR) / "static" / SPRITE).read_text())
)
TURNS_FROM_RIGHT_TO_LEFT = frozenset(
    {"arrow-end", "arrow-start", "chevron-end", "chevron-start", "undo", "list", "door"}
)


@cache
def icon_svg(name: str, css: str = "") -> SafeString:
    """The drawing `name` of the sprite, hidden from readers: words stand beside it."""
    if name not in ICONS:
        raise LookupError(f"No icon {name} in static/{SPRITE}")
    classes = " ".join(
        part
        for part in ("icon", "icon-turns" if name in TURNS_FROM_RIGHT_TO_LEFT else "", css)
        if part
    )
    return format_html(
        '<svg class="{}" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        classes,
        static(SPRITE),
        name,
    )


@register.simple_tag
def icon(name: str, css: str = "") -> SafeString:
    """{% icon "calendar" %}, {% icon "triangle" "icon-24 icon-amber" %}"""
    return icon_svg(name, css)


@lru_cache(maxsize=1024)
def pill_html(kind: str, state: str, words: str) -> SafeString:
    """The pill itself; kept, because a list says the same few things many times."""
    look = look_of(kind, state)
    return format_html(
        '<span class="pill pill-{}">{}<span>{}</span></span>',
        look.colour,
        icon_svg(look.icon),
        words or look.words,
    )


@register.simple_tag
def pill(kind: str, state: Any, words: str = "") -> SafeString:
    """{% pill "review" row.state row.words %}: icon, words, then colour."""
    # Adding to it makes a plain string of a safe one: what is kept is always the escaped words.
    return pill_html(kind, str(getattr(state, "name", state)), str(words) + "")


@register.simple_tag
def state_icon(kind: str, state: Any, css: str = "") -> SafeString:
    """The icon of a state alone, for where its words stand beside it already."""
    return icon_svg(look_of(kind, state).icon, css)


@register.simple_tag
def state_words(kind: str, state: Any) -> str:
    """The words of a state alone."""
    return look_of(kind, state).words


@register.simple_tag
def chip(icon_name: str, words: str) -> SafeString:
    """{% chip "page-bars" "Speech report, p. 3" %}: where a line came from."""
    return format_html('<span class="chip">{}<span>{}</span></span>', icon_svg(icon_name), words)


@register.simple_tag(takes_context=True)
def clause(context: Context, clause_id: str) -> SafeString:
    """{% clause "C1" %}: the clause's tag; pressing it opens the clause in our words."""
    words = clause_words(clause_id)
    request = context.get("request")
    told = getattr(request, "clauses_told", 0) + 1
    if request is not None:
        request.clauses_told = told
    target = request.headers.get("HX-Target", "") if request is not None else ""
    place = re.sub(r"[^\w-]", "", f"{target}clause-{clause_id.replace('.', '-')}-{told}")
    return format_html(
        '<button type="button" class="clause" popovertarget="{0}" aria-label="{1} in plain words">'
        '{1}</button><span id="{0}" popover class="clause-words"><b>{1} in plain words</b>{2}</span>',
        place,
        clause_id,
        words,
    )


@register.simple_tag
def clause_text(clause_id: str) -> str:
    """The clause in our words, for where it is quoted on the page itself."""
    return clause_words(clause_id)


def _local(when: date | datetime) -> date | datetime:
    if isinstance(when, datetime) and timezone.is_aware(when):
        return timezone.localtime(when)
    return when


@register.filter
def day(on: date | datetime | None) -> str:
    """{{ due_on|day }}: "Mon 2 Nov", with the year when it is not this school year."""
    return say_day(_local(on), timezone.localdate()) if on else ""


@register.filter
def long_day(on: date | datetime | None) -> str:
    """{{ today|long_day }}: "Monday 23 November"."""
    return say_long_day(_local(on), timezone.localdate()) if on else ""


@register.filter
def clock(at: datetime | None) -> str:
    """{{ saved_at|clock }}: "11:52"."""
    when = _local(at) if at else None
    return say_clock(when.time()) if isinstance(when, datetime) else ""


@register.filter
def moment(at: datetime | None) -> str:
    """{{ saved_at|moment }}: "Today 11:52" or "Mon 2 Nov, 11:52"."""
    when = _local(at) if at else None
    if not isinstance(when, datetime):
        return ""
    today = timezone.localdate()
    if when.date() == today:
        return f"Today {say_clock(when.time())}"
    return f"{say_day(when, today)}, {say_clock(when.time())}"


@register.filter
def mail_kind(mail: OutboxMail) -> str:
    """{{ mail|mail_kind }}: "Invitation to a review"."""
    return label_of(mail)


@register.filter
def uncap(words: str) -> str:
    """{{ at|moment|uncap }}: "today 11:52" within a sentence; names of days keep their capital."""
    return words.replace("Today", "today", 1)


@register.filter
def iso(on: date | datetime) -> str:
    """The day or instant as a machine reads it, for a time element."""
    return on.isoformat()


@register.filter
def in_words(count: int) -> str:
    """{{ 2|in_words }}: "two"; from eleven on, the figure."""
    return say_number(count)


@register.simple_tag
def cycle_bar(
    starts_on: date | None, opens_on: date, due_on: date, today: date | None = None
) -> SafeString:
    """{% cycle_bar cycle.starts_on cycle.opens_on cycle.due_on today %}; words when not started."""
    if starts_on is None:
        return format_html('<span class="second">{}</span>', "Not started")
    return cycle_bar_svg(starts_on, opens_on, due_on, today or timezone.localdate())


@register.inclusion_tag("_components/error_summary.html")
def error_summary(*forms: BaseForm | BaseFormSet | None) -> dict[str, Any]:
    """{% error_summary form other_form formset %}: nothing when nothing is wrong."""
    wrong = [entry for form in forms if form is not None for entry in _errors_of(form)]
    return {"wrong": wrong, "heading": f"{say_number(len(wrong)).capitalize()} things to put right"}


def _errors_of(form: BaseForm | BaseFormSet) -> list[tuple[str, str]]:
    """(id of the field to go to, what is wrong) in the order of the page."""
    if isinstance(form, BaseFormSet):
        own = [("", str(error)) for error in form.non_form_errors()]
        return own + [entry for inner in form.forms for entry in _errors_of(inner)]
    found = [("", str(error)) for error in form.non_field_errors()]
    for field in form:
        found += [(_first_box(field), str(error)) for error in field.errors]
    return found


def _first_box(field: Any) -> str:
    """The id that a link must name so that the cursor lands in the field."""
    if field.is_hidden:
        return ""
    return field.id_for_label or (f"{field.auto_id}_0" if field.auto_id else "")
