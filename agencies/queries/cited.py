"""Where a recommendation is used. What cites it lives on floors above, which register here."""

from collections.abc import Callable, Collection
from uuid import UUID

Reader = Callable[[Collection[UUID]], dict[UUID, list[str]]]
_lines: list[Reader] = []
_plans: list[Reader] = []


def on_asked_where_cited(lines: Reader, plans: Reader) -> None:
    """Registers two readers from ids of recommendations: to the lines that cite them, and to the
    versions of plans. The second asks the same number of queries however many there are."""
    if lines not in _lines:
        _lines.append(lines)
        _plans.append(plans)


def where_cited(recommendations: Collection[UUID]) -> dict[UUID, list[str]]:
    """The lines that cite each recommendation: "plan 2, strategy 1"."""
    return _asked(_lines, recommendations)


def plans_citing(recommendations: Collection[UUID]) -> dict[UUID, list[str]]:
    """The newest version of each plan that cites a recommendation: "plan 2, version 1"."""
    return _asked(_plans, recommendations)


def _asked(readers: list[Reader], recommendations: Collection[UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = {key: [] for key in recommendations}
    for reader in readers:
        for key, places in reader(recommendations).items():
            found[key] += places
    return found
