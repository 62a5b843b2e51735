"""What differs from the copy that this recipient holds: of this plan, or of an earlier one."""

from django.db.models import Q
from django.utils import timezone

from children.models import ParentCarer
from isp_portal.documents import facts, words
from isp_portal.documents.models import DocumentKind, IssuedDocument
from isp_portal.documents.queries.line_changes import compare, reasons
from plans.models import Strategy, SupportPlan, Target

SECTION_WORDS = {
    "strengths": "Strengths",
    "matters_to_child": "What matters",
    "how_child_showed_it": "How it was shown",
    "what_is_difficult": "What is hard just now",
    "starting_point_on": "The starting point",
    "starting_point_tracker": "The starting point",
    "starting_point_band": "The starting point",
    "parents_view": "What the family say",
    "parents_view_by_id": "What the family say",
    "parents_view_on": "What the family say",
    "why_no_parents_view": "What the family say",
    "primary_area": "The main need",
}


def copy_held(
    plan: SupportPlan,
    recipient: ParentCarer | None,
    kind: DocumentKind = DocumentKind.SUPPORT_PLAN,
) -> IssuedDocument | None:
    """The last copy of an earlier version or plan that this parent was given.

    The child's file holds what was issued for it; nobody gives it anything.
    """
    earlier = Q(plan__cycle__number__lt=plan.cycle.number) | Q(
        plan__cycle=plan.cycle, plan__version__lt=plan.version
    )
    copies = IssuedDocument.objects.for_recipient(recipient).filter(
        earlier, kind=kind, plan__child=plan.child_id, plan__kind=plan.kind
    )
    if recipient is not None:
        copies = copies.filter(copies_given__isnull=False)
    latest = copies.order_by("-plan__cycle__number", "-plan__version", "-issued_at")
    return latest.select_related("plan__cycle").first()


def changed_since(
    copy: IssuedDocument, plan: SupportPlan, recipient: ParentCarer | None
) -> facts.ChangedSince:
    """The rows of the change box for the recipient of `copy`."""
    held, why = copy.plan, reasons(copy.plan, plan)
    strategies = compare(plan, held, Strategy, why)
    targets = compare(plan, held, Target, why)
    return facts.ChangedSince(
        copy_of=timezone.localdate(copy.issued_at),
        rows=(*_sections(plan, held), *strategies.rows, *targets.rows),
        sign_again=recipient is not None and not _answered(plan, recipient),
        held=_named(held, plan),
        same=(*strategies.same, *targets.same),
        answered=recipient is not None and _answered(held, recipient),
    )


def _answered(plan: SupportPlan, recipient: ParentCarer) -> bool:
    return plan.sign_offs.filter(contact=recipient).exists()


def _named(held: SupportPlan, plan: SupportPlan) -> str:
    """version 1; plan 1, version 2 where it is of an earlier plan"""
    version = f"version {held.version}"
    return version if held.cycle_id == plan.cycle_id else f"plan {held.cycle.number}, {version}"


def _sections(plan: SupportPlan, held: SupportPlan) -> tuple[facts.Change, ...]:
    """The introduction in one row: which parts of it have other words."""
    said = dict.fromkeys(
        said for name, said in SECTION_WORDS.items() if getattr(plan, name) != getattr(held, name)
    )
    if not said:
        return ()
    named = words.listed(list(said))
    return (
        facts.Change(
            words=f"{named}: changed.",
            about="First part",
            tag="Changed",
            now=f"{named} {'has' if len(said) == 1 else 'have'} other words, as above.",
            parts=tuple(facts.ChangedPart(name=name) for name in said),
        ),
    )
