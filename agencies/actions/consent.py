"""What holders of parental responsibility answer about contact with agencies (C7)."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.rules.actor import Actor
from accounts.rules.day_words import say_day
from accounts.rules.refusal import Refused
from agencies.models import Consent, ConsentAnswer
from agencies.policies import (
    check_agency_of_child,
    check_can_answer,
    check_can_set_aside,
    check_can_withdraw_consent,
)
from children.models import Child
from children.policies import check_can_change


@transaction.atomic
def record_consent(*, child: Child, values: dict[str, Any], by: Actor) -> Consent:
    """Records that somebody consents or refuses: one agency, one purpose (C7).

    The same adult's earlier answer about it stands no longer. `Refused` (contact) for whoever
    does not hold parental responsibility, (given_on) when a later answer stands already.
    """
    child = Child.objects.select_for_update().get(pk=child.pk)
    check_can_change(child)
    check_agency_of_child(child, values["agency"])
    check_can_answer(child, values["contact"])
    values = {**values, "basis": _basis(values)}
    same = Consent.objects.filter(child=child, withdrawn_on__isnull=True)
    if already := same.filter(**values).first():
        return already
    about = {name: values[name] for name in ("agency", "contact", "purpose")}
    for earlier in same.filter(**about):
        _replace(earlier, values["given_on"], by)
    return Consent(child=child, **values).record(by=by, why="Recorded")


def _basis(values: dict[str, Any]) -> str:
    """What was seen of the adult's parental responsibility, when nothing else is said."""
    return str(values.get("basis") or values["contact"].responsibility_evidence)


def _replace(earlier: Consent, given_on: Any, by: Actor) -> None:
    if earlier.given_on > given_on:
        on = say_day(earlier.given_on, timezone.localdate())
        raise Refused(
            f"{earlier.contact.name} answered later than that already, on {on}.", "given_on"
        )
    earlier.withdrawn_on, earlier.withdrawn_because = given_on, "Answered again"
    earlier.record(by=by, why="Answered again")


@transaction.atomic
def withdraw_consent(*, consent: Consent, because: str, by: Actor) -> Consent:
    """Whoever gave consent takes it back: from today it opens nothing.

    Where somebody else's consent about the same stands, taking one's own back is a known
    objection, and is kept as one for the SENCO to decide about.
    """
    consent = _held(consent)
    check_can_withdraw_consent(consent)
    today = timezone.localdate()
    consent.withdrawn_on, consent.withdrawn_by = today, consent.contact.name
    consent.withdrawn_because = because
    consent.record(by=by, why=f"Withdrawn: {because}")
    about = {"agency": consent.agency_id, "purpose": consent.purpose, "child": consent.child_id}
    if Consent.objects.in_force(today).filter(**about).exists():
        Consent(
            child=consent.child,
            agency=consent.agency,
            contact=consent.contact,
            purpose=consent.purpose,
            answer=ConsentAnswer.REFUSED,
            refused_because=because,
            basis=consent.basis,
            how=consent.how,
            given_on=today,
        ).record(by=by, why="Withdrew while another consents")
    return consent


@transaction.atomic
def set_aside_objection(*, consent: Consent, because: str, by: Actor) -> Consent:
    """The SENCO decides that a refusal does not stand in the way; it stays on the record (C7)."""
    consent = _held(consent)
    check_can_set_aside(consent)
    consent.withdrawn_on, consent.withdrawn_by = timezone.localdate(), by.label
    consent.withdrawn_because = because
    return consent.record(by=by, why=f"Set aside: {because}")


def _held(consent: Consent) -> Consent:
    """The answer as it is stored now, its child locked until the transaction ends."""
    child = Child.objects.select_for_update().get(pk=consent.child_id)
    check_can_change(child)
    stored: Consent = Consent.objects.select_related("contact", "agency").get(pk=consent.pk)
    stored.child = child
    return stored
