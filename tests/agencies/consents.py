"""What Seyi's mother and father answer about contact with speech and language therapy."""

from datetime import date
from typing import Any

from agencies.actions import record_consent
from agencies.models import Consent, ConsentPurpose
from children.models import ContactRestriction, ParentCarer, YesNoUnknown
from tests.people import STORY, Cast

ASK = ConsentPurpose.ASK_REPORT


def father(people: Cast, responsibility: str = YesNoUnknown.YES) -> ParentCarer:
    return ParentCarer(
        child=people.seyi,
        name="Tunde Adeyemi",
        relationship="father",
        parental_responsibility=responsibility,
    ).record(by=STORY)


def answers(people: Cast, contact: ParentCarer | None = None, **more: Any) -> Consent:
    values = {
        "agency": people.speech,
        "contact": contact or people.priya,
        "purpose": ASK,
        "answer": "given",
        "what_may_be_shared": "The plan",
        "refused_because": "",
        "basis": "Birth certificate seen",
        "how": "in_person",
        "given_on": date(2026, 11, 2),
        "until_on": None,
        **more,
    }
    return record_consent(child=people.seyi, values=values, by=people.sam.as_actor())


def refuses(people: Cast, contact: ParentCarer, **more: Any) -> Consent:
    return answers(people, contact, answer="refused", refused_because="Too soon", **more)


def restrict(contact: ParentCarer, kind: str) -> None:
    ContactRestriction(
        contact=contact,
        kind=kind,
        evidence="Order seen",
        from_on=date(2026, 9, 1),
        review_on=date(2027, 1, 1),
    ).record(by=STORY)
