"""What one parent's copy leaves out about another adult whom a restriction bars (C4.1).

Somebody barred from contact or from reading about the child is neither named nor quoted on a
parent's copy, nor is any reason given that could tell of the restriction. The child's file keeps
every word.
"""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from isp_portal.documents import facts
from isp_portal.documents.facts.minutes import LineReviewed
from plans.models import SupportPlan
from plans.rules.content import SourceKind

NOT_ON_THIS_COPY = "No view stands on this copy."


def family_say(plan: SupportPlan, hidden: set[UUID]) -> facts.FamilySay:
    """The parents' words at the start, or why there are none. `hidden` are those left out here."""
    if plan.parents_view_by_id in hidden or (hidden and not plan.parents_view):
        return facts.FamilySay(why_not_obtained=NOT_ON_THIS_COPY)
    return facts.FamilySay(
        words=plan.parents_view,
        who=plan.parents_view_by.name if plan.parents_view_by else "",
        said_on=plan.parents_view_on,
        why_not_obtained=plan.why_no_parents_view,
    )


def plan_without_names(paper: facts.PlanPaper) -> facts.PlanPaper:
    """The paper with "Parents" where it says which parent a line came from."""
    changed = paper.changed and replace(
        paper.changed,
        rows=tuple(
            replace(row, source=row.source and _unnamed(row.source)) for row in paper.changed.rows
        ),
    )
    return replace(
        paper,
        changed=changed,
        strategies=tuple(replace(one, source=_unnamed(one.source)) for one in paper.strategies),
        targets=tuple(replace(one, source=_unnamed(one.source)) for one in paper.targets),
    )


def lines_without_names(lines: Iterable[LineReviewed]) -> tuple[LineReviewed, ...]:
    """The same of the steps that a review wrote."""
    return tuple(
        replace(one, next_source=one.next_source and _unnamed(one.next_source)) for one in lines
    )


def _unnamed(source: facts.Source) -> facts.Source:
    if source.kind != SourceKind.PARENT.value:
        return source
    return replace(source, words="", detail="", dated_on=None)
