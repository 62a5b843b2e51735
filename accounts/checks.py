"""The system check on doors: no address may be without one."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error
from django.urls import URLPattern, URLResolver, get_resolver

from accounts.access.doors import door_of


def every_view_has_a_mark(**kwargs: Any) -> list[CheckMessage]:
    """Refuses an address whose view has no access mark and is not in allauth's table."""
    return [
        Error(
            f"The view of {name or pattern.pattern} has no access mark.",
            hint="Put @staff_with, @signed_in, @open_to_all or a link's door above it.",
            id="accounts.E001",
        )
        for name, pattern in addresses(get_resolver())
        if door_of(pattern.callback, name) is None
    ]


def addresses(resolver: URLResolver, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every address below `resolver`, with its full name ("" for one without)."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from addresses(pattern, inner)
        else:
            yield (f"{space}{pattern.name}" if pattern.name else ""), pattern
