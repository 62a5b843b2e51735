"""Which paper of each child goes into one print, and why a child has none (C3.2, C8, C8.1).

A plan and minutes are printed as they were issued for the child's file. Where none was issued, the
print may issue one first, and says so: nothing else makes an issued copy.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count

from accounts.rules.day_words import say_day
from children.models import Child
from isp_portal.documents.models import DocumentKind, IssuedDocument, PackOf
from plans.models import SupportPlan
from reviews.models import Review
from reviews.queries.plan_lines import plans_in_force

NO_LINES = "No plan is in force, so there are no lines to write on."
NO_PLAN = "No plan is in force, so there is nothing to print."
NO_MINUTES = "No review is finalised yet, so there are no minutes."
NOT_ISSUED = "No copy was issued for the file yet. Tick above that one is issued."


@dataclass(frozen=True, slots=True)
class PaperOf:
    """What there is of one child. `source` is what a copy is issued of, `issued` the newest one."""

    words: str = ""
    source: Any = None
    issued: IssuedDocument | None = None
    lacking: str = ""
    """Why there is nothing, where there is no source."""

    def refusal(self, *, may_issue: bool) -> str:
        """Why nothing of this child is printed; empty when something is."""
        if self.source is None:
            return self.lacking
        if self.issued is None and not may_issue:
            return NOT_ISSUED
        return ""


def papers_of(children: Iterable[Child], of: PackOf, today: Any) -> dict[UUID, PaperOf]:
    """By child, in a fixed number of queries."""
    keys = [child.pk for child in children]
    if of is PackOf.SHEETS:
        return _sheets(list(children))
    return _plans(keys, today) if of is PackOf.PLANS else _minutes(keys, today)


def _sheets(children: list[Child]) -> dict[UUID, PaperOf]:
    found = plans_in_force(children)
    nothing = PaperOf(lacking=NO_LINES)
    return {
        child.pk: PaperOf(_plan_words(now.plan), now.plan, IssuedDocument())
        if (now := found.get(child.pk))
        else nothing
        for child in children
    }


def _plans(keys: list[UUID], today: Any) -> dict[UUID, PaperOf]:
    rows = SupportPlan.objects.finalised().filter(child__in=keys)
    plans = {
        plan.child_id: plan
        for plan in rows.select_related("cycle", "child__setting").order_by("cycle__number", "kind")
    }
    ours = _for_the_file(DocumentKind.SUPPORT_PLAN).filter(plan__in=plans.values())
    copies = {row.plan_id: row for row in ours}
    return {
        key: _paper(_plan_words(plans[key]), plans[key], copies.get(plans[key].pk), today)
        if key in plans
        else PaperOf(lacking=NO_PLAN)
        for key in keys
    }


def _minutes(keys: list[UUID], today: Any) -> dict[UUID, PaperOf]:
    rows = Review.objects.finalised().filter(child__in=keys, plan__isnull=False)
    with_parts = rows.select_related("cycle", "plan__cycle", "plan__child", "child__setting")
    newest = with_parts.annotate(corrected=Count("corrections")).order_by("finalised_at")
    reviews: dict[UUID, Any] = {review.child_id: review for review in newest}
    ours = _for_the_file(DocumentKind.MINUTES).filter(review__in=reviews.values())
    copies = {(row.review_id, row.version): row for row in ours}
    return {
        key: _paper(
            f"Minutes of {say_day(review.held_on, today)}",
            review,
            copies.get((review.pk, 1 + review.corrected)),
            today,
        )
        if (review := reviews.get(key))
        else PaperOf(lacking=NO_MINUTES)
        for key in keys
    }


def _for_the_file(kind: DocumentKind) -> Any:
    """Oldest first, so that the newest of each stands last."""
    return IssuedDocument.objects.filter(kind=kind, recipient=None).order_by("issued_at")


def _plan_words(plan: SupportPlan) -> str:
    return f"Plan {plan.cycle.number}, version {plan.version}"


def _paper(words: str, source: Any, issued: IssuedDocument | None, today: Any) -> PaperOf:
    said = f"issued {say_day(issued.issued_on, today)}" if issued else "not issued yet"
    return PaperOf(f"{words}, {said}", source, issued)
