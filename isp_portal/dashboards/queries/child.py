"""The child's own page: what it shows, read from every floor."""

from dataclasses import dataclass
from datetime import date

from accounts.models import Membership
from children.models import Child
from children.rules import age_on
from isp_portal.dashboards.queries.children import stage_of
from isp_portal.dashboards.rules import known_as


@dataclass(frozen=True, slots=True)
class ChildPage:
    """The child's page."""

    child: Child
    name: str
    age: str
    stage: str


def child_page(child: Child, membership: Membership, *, today: date) -> ChildPage:
    """Everything that the page of this child shows to this member."""
    years, months = age_on(child.date_of_birth, today)
    return ChildPage(
        child=child,
        name=known_as(child.legal_name, child.preferred_name),
        age=f"{years} years {months} months",
        stage=stage_of(child, today).label.lower(),
    )
