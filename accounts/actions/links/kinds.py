"""What kinds of link there are, and what each asks before it opens.

Links lead to records of floors above, and imports only run down. So each floor registers its kind
when it starts: whether the thing may still be seen, asked again at every request and when a mail
is about to go.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from accounts.models import SecretLink
from accounts.rules.refusal import Refused

SHUT = "This link does not open any more."


def _nothing_more(link: Any) -> None:
    """A kind that keeps no record of its own."""


@dataclass(frozen=True, slots=True)
class LinkKind:
    """`name` is what the access mark is called ("request_link"); `check_may_open` raises `Refused`,
    in words for staff, when what the link leads to may not be seen now; `came_in` writes down that
    the code was right, in the transaction that used it up."""

    name: str
    model: type[SecretLink]
    check_may_open: Callable[[Any], None]
    came_in: Callable[[Any], None] = _nothing_more


_kinds: dict[str, LinkKind] = {}


def register_link_kind(kind: LinkKind) -> None:
    _kinds[kind.model._meta.label] = kind


def kind_called(label: str) -> LinkKind:
    """By the label of its model."""
    return _kinds[label]


def check_link_opens(link: SecretLink) -> None:
    """`Refused` unless the link is open, and what it leads to may be seen by its holder now."""
    if not link.facts().is_open(timezone.now()):
        raise Refused(SHUT)
    kind_called(link._meta.label).check_may_open(link)


def link_opens(link: SecretLink) -> bool:
    try:
        check_link_opens(link)
    except Refused:
        return False
    return True
