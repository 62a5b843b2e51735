"""Whom a plan may name as having spoken for the family."""

from django.db.models import Q
from django.utils import timezone

from children.models import ParentCarer
from plans.models import SupportPlan


def contacts_to_name(plan: SupportPlan) -> list[ParentCarer]:
    """The child's present contacts who may be spoken to, and whoever the plan names already."""
    free = ParentCarer.objects.to_be_asked(timezone.localdate())
    named = Q(pk__in=free.values("pk")) | Q(pk=plan.parents_view_by_id)
    return list(ParentCarer.objects.filter(named, child=plan.child_id))
