"""When an agency's visit may be written down, changed and called off.

No consent is asked for: a visit in the diary contacts nobody and shares nothing. What is said to the
agency waits for consent as always (C7), and the page says so.
"""

from datetime import date, timedelta

from accounts.rules.refusal import Refused
from agencies.models import Agency, AgencyVisit, Professional
from children.models import Child
from children.policies import check_can_change

FURTHEST_AHEAD = timedelta(days=366)


def check_can_visit(
    child: Child, agency: Agency, professional: Professional | None, on: date, today: date
) -> None:
    """One of the child's setting's agencies and its people, from today to a year ahead."""
    check_can_change(child)
    if agency.setting_id != child.setting_id:
        raise Refused("Choose one of the agencies in the list.", "agency")
    if professional is not None and professional.agency_id != agency.pk:
        raise Refused(f"{professional.name} works for another agency.", "professional")
    if on < today:
        raise Refused("This day is past. A visit that was made is recorded with the agency.", "on")
    if on - today > FURTHEST_AHEAD:
        raise Refused("This is more than a year ahead.", "on")


def check_can_change_visit(visit: AgencyVisit, today: date) -> None:
    """It is still to come, and was not called off."""
    check_can_change(visit.child)
    if visit.called_off_on:
        raise Refused("This visit was called off. Write the new one down as another.")
    if visit.on < today:
        raise Refused("This visit is past. It does not change any more.")


def can_change_visit(visit: AgencyVisit, today: date) -> bool:
    try:
        check_can_change_visit(visit, today)
    except Refused:
        return False
    return True
