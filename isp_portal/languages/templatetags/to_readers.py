"""What goes to one reader by email: in their language, then once more in English.

`{% spoken_for reader %}…{% endspoken_for %}` says what stands inside once, in the reader's language:
a subject. `{% written_for reader %}…{% endwritten_for %}` says it in their language and then in
English, and gives `spoken` (the language) and `is_again` (the second time); in English it stands
once. A reader is whoever has a `language`, or None. Where nobody knows who reads,
`{% in_other_languages %}…{% endin_other_languages %}` says it in each language beside English.
"""

import re

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_bidi

from isp_portal.languages import ENGLISH, Language, Reader, language_of, languages, speaking

register = template.Library()
ISOLATED = "\N{FIRST STRONG ISOLATE}{}\N{POP DIRECTIONAL ISOLATE}"
PLACE = re.compile(r"%\((\w+)\)[sd]")


@register.filter
def state_of_words_for(reader: Reader | None) -> str:
    """For staff: "Polish and English; not yet checked by a native speaker". Empty in English alone."""
    language = language_of(reader)
    return "" if language.is_english else f"{language.called_on_paper}; {language.state_words}"


@register.filter
def apart(name: str) -> str:
    """A name inside a sentence that runs from right to left: a day after it stays in its place."""
    return ISOLATED.format(name) if get_language_bidi() else name


@register.filter
def with_places(words: str) -> SafeString:
    """A fixed sentence to be checked: "[days] open weeks", each place apart from the words around it."""
    shown = PLACE.sub(lambda place: f"<bdi>[{place[1].replace('_', ' ')}]</bdi>", escape(words))
    return mark_safe(shown)  # noqa: S308 (escaped above)


@register.tag
def spoken_for(parser: Parser, token: Token) -> "ForReader":
    return _parsed(parser, token, again=False)


@register.tag
def written_for(parser: Parser, token: Token) -> "ForReader":
    return _parsed(parser, token, again=True)


def _parsed(parser: Parser, token: Token, again: bool) -> "ForReader":
    name, *given = token.split_contents()
    if len(given) != 1:
        raise template.TemplateSyntaxError(f"{name} takes the reader")
    inside = parser.parse((f"end{name}",))
    parser.delete_first_token()
    return ForReader(parser.compile_filter(given[0]), inside, again)


class ForReader(template.Node):
    """What is said to one reader, in one language or two."""

    def __init__(self, reader: FilterExpression, inside: NodeList, again: bool) -> None:
        self.reader, self.nodelist, self.again = reader, inside, again

    def render(self, context: template.Context) -> SafeString:
        own = language_of(self.reader.resolve(context))
        said = [_said(self.nodelist, context, own)]
        if self.again and not own.is_english:
            said.append(_said(self.nodelist, context, ENGLISH, is_again=True))
        return _joined(said)


@register.tag
def in_other_languages(parser: Parser, token: Token) -> "InOtherLanguages":
    inside = parser.parse(("endin_other_languages",))
    parser.delete_first_token()
    return InOtherLanguages(inside)


class InOtherLanguages(template.Node):
    """What is said to whoever it may be, in each language there are words in."""

    def __init__(self, inside: NodeList) -> None:
        self.nodelist = inside

    def render(self, context: template.Context) -> SafeString:
        others = [one for one in languages() if not one.is_english]
        return _joined([_said(self.nodelist, context, one) for one in others])


def _said(
    inside: NodeList, context: template.Context, language: Language, *, is_again: bool = False
) -> str:
    with speaking(language), context.push(spoken=language, is_again=is_again):
        return inside.render(context)


def _joined(said: list[str]) -> SafeString:
    return mark_safe("".join(said))  # noqa: S308 (each was rendered, and escaped, by a template)
