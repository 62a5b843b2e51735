"""Who holds no copy, or an old one, over all the children of a setting (C3.2, C8.1).

A parent waits for a copy of each plan in force and of the minutes of each finalised review, in the
version that stands now, until they hold it or it is recorded why not. The number of queries is the
same however many children there are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count

from accounts.models import Membership
from children.models import Child, ParentCarer
from isp_portal.documents.models import CopyGiven, CopyNotGiven, DocumentKind
from plans.models import SupportPlan
from reviews.models import Review

Paper = tuple[DocumentKind, UUID]
"""The kind, and the id of the plan's cycle or of the review: the same for every version."""


@dataclass(frozen=True, slots=True)
class CopyDue:
    """One parent without the version that stands now. `held` is the newest older one, or None."""

    child: Child
    contact: ParentCarer
    kind: DocumentKind
    plan: SupportPlan
    review: Review | None
    version: int
    since: date
    held: int | None

    @property
    def holds_old(self) -> bool:
        return self.held is not None

    @property
    def words(self) -> str:
        """ "Plan 2, version 1": what is to be given."""
        what = "Minutes of plan" if self.review else "Plan"
        return f"{what} {self.plan.cycle.number}, version {self.version}"

    @property
    def state_words(self) -> str:
        return f"Holds version {self.held}" if self.holds_old else "No copy given"


@dataclass(frozen=True, slots=True)
class _Standing:
    """A paper in the version that stands now."""

    kind: DocumentKind
    key: UUID
    plan: SupportPlan
    review: Review | None
    version: int
    since: date


def copies_due(membership: Membership, on: date) -> list[CopyDue]:
    """Every copy that a parent who may receive it still waits for, the longest wait first."""
    children = Child.objects.visible_to(membership).active()
    papers = [*_plans(children), *_minutes(children)]
    contacts = _contacts(children, on)
    held, settled = _held(children), _settled(children)
    due = [
        CopyDue(
            child=paper.plan.child,
            contact=contact,
            kind=paper.kind,
            plan=paper.plan,
            review=paper.review,
            version=paper.version,
            since=paper.since,
            held=max(held.get((contact.pk, (paper.kind, paper.key)), ()), default=None),
        )
        for paper in papers
        for contact in contacts.get(paper.plan.child_id, ())
        if paper.version not in held.get((contact.pk, (paper.kind, paper.key)), ())
        and (contact.pk, paper.review.pk if paper.review else paper.plan.pk) not in settled
    ]
    return sorted(due, key=lambda one: (one.since, one.child.legal_name, one.contact.name))


def _plans(children: Any) -> Iterator[_Standing]:
    rows = SupportPlan.objects.finalised().filter(child__in=children)
    for plan in rows.select_related("child", "cycle").order_by("pk"):
        since = plan.finalised_at.date() if plan.finalised_at else date.min
        kind = DocumentKind.SUPPORT_PLAN
        yield _Standing(kind, plan.cycle_id, plan, None, plan.version, since)


def _minutes(children: Any) -> Iterator[_Standing]:
    rows = Review.objects.finalised().filter(child__in=children, plan__isnull=False)
    rows = rows.select_related("plan__child", "plan__cycle").annotate(notes=Count("corrections"))
    for review in rows.order_by("pk"):
        assert review.plan is not None  # the filter says so
        assert review.finalised_at is not None
        since = review.finalised_at.date()
        version = 1 + review.notes
        yield _Standing(DocumentKind.MINUTES, review.pk, review.plan, review, version, since)


def _contacts(children: Any, on: date) -> dict[UUID, list[ParentCarer]]:
    found: dict[UUID, list[ParentCarer]] = {}
    for contact in ParentCarer.objects.filter(child__in=children).may_receive(on).order_by("pk"):
        found.setdefault(contact.child_id, []).append(contact)
    return found


def _held(children: Any) -> dict[tuple[UUID, Paper], set[int]]:
    """The versions of each paper that each parent was given."""
    given = CopyGiven.objects.filter(document__child__in=children).exclude(
        document__kind=DocumentKind.REVIEW_LETTER
    )
    rows = given.values_list(
        *("document__recipient", "document__kind", "document__plan__cycle"),
        *("document__review", "document__plan__version", "document__version"),
    )
    found: dict[tuple[UUID, Paper], set[int]] = {}
    for contact, kind, cycle, review, of_plan, of_minutes in rows:
        key = (DocumentKind(kind), review or cycle)
        found.setdefault((contact, key), set()).add(of_minutes if review else of_plan)
    return found


def _settled(children: Any) -> set[tuple[UUID, UUID]]:
    """Parents and the plan version or review of which it is recorded why they hold no copy."""
    rows = CopyNotGiven.objects.filter(plan__child__in=children)
    return {(row.contact_id, row.review_id or row.plan_id) for row in rows}
