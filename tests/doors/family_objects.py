"""Restrictions on Seyi's mother, and papers that go to her all the same."""

from datetime import date, timedelta

from children.models import ContactRestriction, RestrictionKind, RestrictionOverride
from tests.people import Cast

ON = date(2026, 11, 2)
LATER = ON + timedelta(days=90)


def restriction(people: Cast) -> ContactRestriction:
    return ContactRestriction(
        contact=people.priya,
        kind=RestrictionKind.SUPERVISED,
        evidence="Letter seen",
        from_on=ON,
        review_on=LATER,
    )


def allowed(people: Cast) -> RestrictionOverride:
    """Asked for by Ruth, and not confirmed yet."""
    return RestrictionOverride(
        contact=people.priya,
        because="Paragraph 4 of the order",
        until_on=LATER,
        asked_on=ON,
        asked_by=people.ruth,
    )
