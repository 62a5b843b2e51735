"""Small parts that the tests of the child's record share."""

import re
from html import unescape
from typing import Any

from django.urls import reverse

from children.actions.facts import Listener
from children.models import Child


def page(name: str, *ids: Any) -> str:
    """The address of a page of this room: `page("edit", child)`."""
    return reverse(f"children:{name}", args=[getattr(one, "pk", one) for one in ids])


def text_of(response: Any) -> str:
    """What a person reads on the page, on one line."""
    body = re.sub(r"<(script|style).*?</\1>", " ", response.content.decode(), flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def form_of(response: Any) -> dict[str, Any]:
    """What the page's form would send back untouched."""
    form = response.context["form"]
    sent: dict[str, Any] = {}
    for bound in form:
        value = bound.value()
        if value is not None and value is not False:
            sent[bound.html_name] = value
    return sent


class Heard(list[Child]):
    """Children of whom it was said that a fact changed; stands in for the floors above."""

    def listener(self) -> Listener:
        return lambda children, by: self.extend(children)
