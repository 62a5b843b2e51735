"""The contacts of a child as a page shows them: a restriction is a badge, its text only for some."""

from dataclasses import dataclass
from datetime import date

from accounts.models import Membership
from children.models import (
    BARS_CONTACT,
    Child,
    ContactRestriction,
    ParentCarer,
    RestrictionOverride,
)


@dataclass(frozen=True, slots=True)
class ContactCard:
    """`restrictions` is empty for somebody who may see the badge only."""

    contact: ParentCarer
    is_restricted: bool
    restrictions: tuple[ContactRestriction, ...]
    override: RestrictionOverride | None = None
    may_confirm: bool = False

    @property
    def is_barred(self) -> bool:
        """No papers go: a restriction bars them, and no second person has confirmed that they go."""
        bars = any(row.kind in BARS_CONTACT for row in self.restrictions)
        return bars and not (self.override and self.override.confirmed_by)

    @property
    def shows_badge_only(self) -> bool:
        """Whether papers may go is then not for this reader: it would tell which restriction it is."""
        return self.is_restricted and not self.restrictions

    @property
    def may_ask(self) -> bool:
        """Papers are barred, and nobody has asked that they go all the same."""
        return not self.override and any(row.kind in BARS_CONTACT for row in self.restrictions)


def contact_cards(child: Child, on: date, reader: Membership | None) -> list[ContactCard]:
    """Current contacts first, then those who have ended, in at most three queries.

    `reader` is a member who may read restrictions; None for one who sees the badge only.
    """
    rows = list(child.contacts.order_by("ended_on", "name"))
    rows.sort(key=lambda row: row.ended_on is not None)
    found: dict[object, list[ContactRestriction]] = {row.pk: [] for row in rows}
    for restriction in ContactRestriction.objects.filter(contact__in=rows).in_force(on):
        found[restriction.contact_id].append(restriction)
    if reader is None:
        return [ContactCard(row, bool(found[row.pk]), ()) for row in rows]
    overrides = {one.contact_id: one for one in _overrides(child, on)}
    return [_card(row, tuple(found[row.pk]), overrides.get(row.pk), reader) for row in rows]


def _overrides(child: Child, on: date) -> list[RestrictionOverride]:
    rows = RestrictionOverride.objects.filter(contact__child=child).standing(on)
    return list(rows.select_related("asked_by__user", "confirmed_by__user", "contact__child"))


def _card(
    contact: ParentCarer,
    restrictions: tuple[ContactRestriction, ...],
    override: RestrictionOverride | None,
    reader: Membership,
) -> ContactCard:
    may_confirm = override is not None and override.waits_for(reader)
    return ContactCard(contact, bool(restrictions), restrictions, override, may_confirm)
