"""Steps that journeys take on whatever day it is."""

from datetime import timedelta

from django.utils import timezone

from tests.people import Cast
from tests.plans import stories


def plan_begun_a_fortnight_ago(people: Cast) -> None:
    """Seyi's plan in force, whatever the day; the setting opens every day, so that he is in."""
    people.acorns.open_weekdays = list(range(7))
    people.acorns.record(by=people.ruth.as_actor())
    people.seyi.refresh_from_db()
    stories.finalised(people, timezone.localdate() - timedelta(days=14))
