"""Where a recommendation is used. What cites it lives on floors above, which register here."""

from collections.abc import Callable, Collection
from uuid import UUID

Reader = Callable[[Collection[UUID]], dict[UUID, list[str]]]
_readers: list[Reader] = []


def on_asked_where_cited(reader: Reader) -> None:
    """Registers a reader: from ids of recommendations to the places that cite them, in words."""
    if reader not in _readers:
        _readers.append(reader)


def where_cited(recommendations: Collection[UUID]) -> dict[UUID, list[str]]:
    """The places that cite each recommendation: "plan 2, strategy 1"."""
    found: dict[UUID, list[str]] = {key: [] for key in recommendations}
    for reader in _readers:
        for key, places in reader(recommendations).items():
            found[key] += places
    return found
