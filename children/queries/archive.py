"""How often a child's record went to the archive and came back."""

from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from children.models import ARCHIVED, BROUGHT_BACK, Child


def archive_turns(child: str) -> Any:
    """A column: how often the record of the child that `child` names was archived or brought back.

    It only rises, so calendars that were told of one turn take the next as the later word.
    """
    turned = Q(history_change_reason__startswith=ARCHIVED) | Q(history_change_reason=BROUGHT_BACK)
    rows = Child.history.model.objects.filter(turned, id=OuterRef(child))
    counted = rows.order_by().values("id").annotate(turns=Count("pk")).values("turns")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
