"""Fixed words twice: in the reader's language, then in English. In English alone they stand once.

`{% both _("When we meet") %}` and `{% both _("Dear %(name)s,") name=reader.name %}` place words of
ours, `{{ answer.words|both }}` words that Python marked with `gettext_noop`. What people typed is
given as a value, is escaped, and keeps its own direction inside the sentence.
"""

import re
from collections.abc import Mapping
from typing import Any

from django import template
from django.template.base import FilterExpression, Parser, Token
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from isp_portal.languages import UNCHECKED, Language, spoken_now

register = template.Library()
LITERAL = re.compile(r'_\("(?P<words>[^"]*)"\)(?P<values>.*)', re.DOTALL)
VALUE = re.compile(r"%\((\w+)\)s")
ISOLATED = "\N{FIRST STRONG ISOLATE}{}\N{POP DIRECTIONAL ISOLATE}"


@register.tag
def both(parser: Parser, token: Token) -> "Both":
    """`{% both _("Words with %(name)s") name=value %}`. The words are in double quotes."""
    said = LITERAL.fullmatch(token.contents.removeprefix("both").strip())
    if said is None:
        raise template.TemplateSyntaxError('both takes _("words in double quotes"), then values')
    given = template.base.token_kwargs(said["values"].split(), parser)
    if set(given) != set(VALUE.findall(said["words"])):
        raise template.TemplateSyntaxError(f"The values of {said['words']!r} are not those given")
    return Both(said["words"], given)


class Both(template.Node):
    """Words of ours, with the values that go into them."""

    def __init__(self, words: str, values: dict[str, FilterExpression]) -> None:
        self.words, self.values = words, values

    def render(self, context: template.Context) -> SafeString:
        values = {name: expression.resolve(context) for name, expression in self.values.items()}
        return in_both(self.words, values)


@register.filter(name="both")
def both_of(words: str) -> SafeString:
    """Words that Python marked with `gettext_noop`; nothing stays nothing."""
    return in_both(words, {}) if words else mark_safe("")


@register.filter
def own(words: str) -> str:
    """The words in the reader's language alone."""
    return gettext(words) if words else ""


@register.simple_tag
def unchecked_notice() -> SafeString:
    """What the reader is told of words that nobody has checked; nothing in a checked language."""
    return mark_safe("") if spoken_now().is_checked else in_both(UNCHECKED, {})


def in_both(words: str, values: Mapping[str, Any]) -> SafeString:
    """The words in the language spoken now and in English, each marked as what it is.

    Words that are no words of ours, or the same in both, stand once.
    """
    language, own = spoken_now(), gettext(words)
    english = _filled(words, values, None)
    if language.is_english or own == words:
        return english
    return format_html(
        '<span class="own" lang="{}" dir="{}">{}</span> '
        '<span class="english" lang="en-GB" dir="ltr">{}</span>',
        language.code,
        language.direction,
        _filled(own, values, language),
        english,
    )


def _filled(words: str, values: Mapping[str, Any], language: Language | None) -> SafeString:
    """Escaped. A name or a day inside a sentence that runs the other way is set apart from it."""
    text = escape(words)
    around = ISOLATED if language is not None and language.direction == "rtl" else "{}"
    safe = {name: around.format(conditional_escape(value)) for name, value in values.items()}
    return mark_safe(text % safe if safe else text)  # noqa: S308 (escaped above)
