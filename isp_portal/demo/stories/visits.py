"""Agencies' visits in the stories' diary: a few to come, and one that was called off (C6.1)."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from agencies.actions.visit import call_off_visit, plan_visit
from children.models import Child
from isp_portal.demo.stories.places import Place
from plans.queries.calendar import calendar_of


@dataclass(frozen=True, slots=True)
class Visit:
    """Who comes, on the first open day so many days from today, and why not where it was called off."""

    kind: str
    in_days: int
    at: time | None
    where: str
    what_for: str
    called_off: str = ""


VISITS = {
    "Seyi": Visit("speech", 2, time(9, 30), "The small room", "To see him at snack"),
    "Amara": Visit("physiotherapy", 9, time(13, 15), "The garden", "To look at the steps"),
    "Haruki": Visit("hearing", 5, None, "", "A second hearing test", "Nerys Vaughan is ill"),
}


def tell_visit(child: Child, place: Place, today: date) -> None:
    """The visit to this child, if there is one."""
    visit = VISITS.get(child.called.split()[0])
    if visit is None:
        return
    by, agency = place.senco().as_actor(), place.agencies[visit.kind]
    first = today + timedelta(days=visit.in_days)
    values = {
        "agency": agency,
        "professional": agency.professionals.get(),
        "on": next(iter(calendar_of(place.setting).open_days(first, first + timedelta(days=70)))),
        "at": visit.at,
        "place": visit.where,
        "what_for": visit.what_for,
    }
    made = plan_visit(child=child, values=values, by=by)
    if visit.called_off:
        call_off_visit(
            visit=made,
            called_off_because=visit.called_off,
            seen_version=made.row_version,
            by=by,
        )
