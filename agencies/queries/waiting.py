"""How long the children of a setting wait for each agency."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F
from django.db.models.functions import Coalesce

from accounts.models import Membership
from accounts.rules.bars import BarChart
from agencies.models import Involvement
from agencies.rules.waiting import AgencyWaits, Wait, waiting_chart, waits_by_agency


@dataclass(frozen=True, slots=True)
class WaitingPage:
    """Figures for each agency, and the drawing, or None where there are too few to draw."""

    agencies: tuple[AgencyWaits, ...]
    chart: BarChart | None


def waiting_page(membership: Membership, today: date) -> WaitingPage:
    """Waits of the children whom the member sees, from referral to first visit; one query.

    Whoever was discharged unseen waits no more, and is not counted.
    """
    since = Coalesce(F("waiting_since"), F("referred_on"))
    paths = Involvement.objects.visible_to(membership).annotate(since=since)
    begun = paths.filter(since__lte=today).exclude(
        discharged_on__isnull=False, first_seen_on__isnull=True
    )
    columns = ("agency__name", "since", "first_seen_on")
    waits = [
        Wait(name, on, seen if seen and seen <= today else None)
        for name, on, seen in begun.order_by("agency__name").values_list(*columns)
    ]
    agencies = waits_by_agency(waits, today)
    return WaitingPage(agencies, waiting_chart(agencies))
