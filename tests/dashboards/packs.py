"""Work in steps and prints, as the tests ask for them."""

from datetime import date
from typing import Any

from accounts.models import Batch, Membership
from children.models import Child
from isp_portal.documents.actions.pack import print_papers
from isp_portal.documents.models import PackOf
from tests.accounts.working import worked_off

MONDAY = date(2026, 11, 23)


def asked_for(member: Membership, *children: Child, **how: Any) -> Batch:
    """A print of these children that waits for the worker."""
    how = {"of": PackOf.PLANS, "issue_missing": False, "two_sided": True} | how
    by = member.as_actor()
    return print_papers(membership=member, children=children, monday=MONDAY, **how, by=by)


def worked(batch: Batch) -> Batch:
    """The same, once the worker has done what is due."""
    worked_off()
    return Batch.objects.get(pk=batch.pk)
