"""Whom a plan may name as having spoken for the family."""

from django.db.models import Q
from django.utils import timezone

from children.models import ContactRestriction, ParentCarer, RestrictionKind
from plans.models import SupportPlan

NOT_TO_BE_ASKED = (RestrictionKind.NO_CONTACT, RestrictionKind.NO_INFORMATION)


def contacts_to_name(plan: SupportPlan) -> list[ParentCarer]:
    """The child's present contacts who may be spoken to, and whoever the plan names already."""
    restricted = ContactRestriction.objects.in_force(timezone.localdate()).filter(
        kind__in=NOT_TO_BE_ASKED, contact__child=plan.child_id
    )
    present = ParentCarer.objects.filter(child=plan.child_id).filter(
        Q(ended_on__isnull=True) & ~Q(pk__in=restricted.values("contact"))
        | Q(pk=plan.parents_view_by_id)
    )
    return list(present)
