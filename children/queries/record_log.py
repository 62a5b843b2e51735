"""Who looked at a child's record, and what was changed in it: newest first, a page at a time."""

from django.core.paginator import Page, Paginator

from accounts.models import Membership
from children.models import AccessEvent, Child
from children.queries.changes import Change, changes_of

PAGE_ROWS = 200


def who_looked(child: Child, membership: Membership, page: str | None) -> "Page[AccessEvent]":
    """One page of 200 access events. A page that does not exist is the nearest that does."""
    events = AccessEvent.objects.visible_to(membership).of_child(child).order_by("-at", "-id")
    return Paginator(events, PAGE_ROWS).get_page(page)


def what_changed(child: Child, membership: Membership, page: str | None) -> "Page[Change]":
    """One page of 200 changes, each with old and new in words."""
    return Paginator(changes_of(child, membership), PAGE_ROWS).get_page(page)
