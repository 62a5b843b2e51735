"""Fixed words twice: in the reader's language, then in English. In English alone they stand once.

`{% both _("When we meet") %}` and `{% both _("Dear %(name)s,") name=reader.name %}` place words of
ours, `{{ answer.words|both }}` words that Python marked with `gettext_noop`, or a phrase
that it composed. What people typed is given as a value, is escaped, and keeps its own direction inside
the sentence.
"""

import re
from collections.abc import Sequence

from django import template
from django.template.base import FilterExpression, Parser, Token
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from isp_portal.languages import ENGLISH, UNCHECKED, spoken_now
from isp_portal.languages.phrases import Phrase, Term, Value, html_of, is_said_in, say

register = template.Library()
LITERAL = re.compile(r'_\("(?P<words>[^"]*)"\)(?P<values>.*)', re.DOTALL)
VALUE = re.compile(r"%\((\w+)\)s")


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
        given = {name: expression.resolve(context) for name, expression in self.values.items()}
        values = {
            name: value if isinstance(value, Value) else str(value) for name, value in given.items()
        }
        return in_both(Phrase(self.words, values))


@register.filter(name="both")
def both_of(said: Value) -> SafeString:
    """Words that Python marked with `gettext_noop`, or a phrase; nothing stays nothing."""
    value = Phrase(said) if isinstance(said, str) and said else said
    return in_both(value) if value else mark_safe("")


@register.filter
def both_each(said: Sequence[Value]) -> SafeString:
    """Several in a row, each by itself: what people wrote among them stands once."""
    return format_html_join(", ", "{}", ((both_of(one),) for one in said))


@register.filter
def term(words: str) -> Value:
    """`{{ capacity|term|both }}`: a word of ours that came with the facts; people's own stay."""
    return Term(words) if words else ""


@register.filter
def own(said: Value) -> SafeString:
    """In the reader's language alone."""
    value = Phrase(said) if isinstance(said, str) and said else said
    return html_of(value, spoken_now()) if value else mark_safe("")


@register.filter
def in_own(said: Value) -> str:
    """The same as plain text, where no element may stand."""
    return say(Phrase(said) if isinstance(said, str) else said, spoken_now())


@register.simple_tag
def unchecked_notice() -> SafeString:
    """What the reader is told of words that nobody has checked; nothing in a checked language."""
    return mark_safe("") if spoken_now().is_checked else in_both(Phrase(UNCHECKED))


def in_both(value: Value) -> SafeString:
    """In the language spoken now and in English, each marked as what it is.

    Words that are no words of ours, or the same in both, stand once. A whole sentence says so: it
    has a line of its own on paper.
    """
    language, english = spoken_now(), html_of(value, ENGLISH)
    if language.is_english or not is_said_in(value, language):
        return english
    whole = " whole" if english.endswith((".", "?")) else ""
    return format_html(
        '<span class="own{0}" lang="{1}" dir="{2}">{3}</span> '
        '<span class="english{0}" lang="en-GB" dir="ltr">{4}</span>',
        whole,
        language.code,
        language.direction,
        html_of(value, language),
        english,
    )
